using System.Collections.Concurrent;
using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Cards;
using SkiaSharp;

namespace PledgeBot.Dialogs.Parts;

/// <summary>One part of a <see cref="ProportionBar"/>.</summary>
/// <param name="Share">Its length in proportion to the other parts; 0 leaves it out.</param>
/// <param name="Color">Its colour.</param>
internal readonly record struct BarSegment(int Share, BarColor Color);

/// <summary>The colours of a bar's parts. Never the only signal: whoever draws a bar says the same in a text beside it.</summary>
internal enum BarColor
{
    /// <summary>What is still empty.</summary>
    Rest,

    /// <summary>What is done.</summary>
    Good,

    /// <summary>What goes on.</summary>
    Accent,

    /// <summary>What is late.</summary>
    Attention,

    /// <summary>What was given up.</summary>
    Muted,
}

/// <summary>A bar drawn as a small picture inside the card, the same in every client and theme.</summary>
/// <remarks>Coloured columns would do without a picture, but clients pad them until a bar is as high as a button.</remarks>
internal static class ProportionBar
{
    private const int Width = 480;
    private const int Height = 12;
    private const float Gap = 3;
    private const float Radius = 4;

    // The same few bars are drawn again and again, and painting one costs more than the rest of a card.
    private const int MostPictures = 2_000;

    private static readonly ConcurrentDictionary<string, string> Pictures = new(StringComparer.Ordinal);

    /// <summary>Draws the bar; nothing when no segment has a share.</summary>
    public static Image? Draw(params ReadOnlySpan<BarSegment> segments)
    {
        int total = 0;
        foreach (BarSegment segment in segments)
        {
            total += segment.Share;
        }

        if (total == 0)
        {
            return null;
        }

        var parts = new List<(BarColor Color, int Right)>(segments.Length);
        var percents = new List<string>(segments.Length);
        int upTo = 0;
        foreach (BarSegment segment in segments)
        {
            if (segment.Share <= 0)
            {
                continue;
            }

            upTo += segment.Share;
            parts.Add((segment.Color, Width * upTo / total));
            if (segment.Color != BarColor.Rest)
            {
                percents.Add(Word.Fill(WordTexts.Percent, (int)Math.Round(100.0 * segment.Share / total, MidpointRounding.AwayFromZero)));
            }
        }

        return new Image
        {
            Url = PictureOf(parts),
            AltText = Word.Fill(WordTexts.BarAlt, percents.Count == 0 ? Word.Fill(WordTexts.Percent, 0) : Word.List(percents)),
            Size = ImageSize.Stretch,
            Spacing = Spacing.Small,
        };
    }

    private static string PictureOf(List<(BarColor Color, int Right)> parts)
    {
        string key = string.Join(' ', parts);
        if (Pictures.TryGetValue(key, out string? known))
        {
            return known;
        }

        if (Pictures.Count >= MostPictures)
        {
            Pictures.Clear();
        }

        return Pictures[key] = Paint(parts);
    }

    private static string Paint(List<(BarColor Color, int Right)> parts)
    {
        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        float left = 0;
        foreach ((BarColor color, int right) in parts)
        {
            using var paint = new SKPaint { Color = ColorOf(color), IsAntialias = true };
            canvas.DrawRoundRect(new SKRoundRect(new SKRect(left, 0, right == Width ? Width : right - Gap, Height), Radius), paint);
            left = right;
        }

        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return "data:image/png;base64," + Convert.ToBase64String(png.AsSpan());
    }

    // Each stands out from a white card and from a dark one by at least three to one; the rest is only a trace.
    private static SKColor ColorOf(BarColor color) => color switch
    {
        BarColor.Good => new SKColor(0x2F, 0x8F, 0x55),
        BarColor.Accent => new SKColor(0x3B, 0x82, 0xC4),
        BarColor.Attention => new SKColor(0xD1, 0x43, 0x5B),
        BarColor.Muted => new SKColor(0x86, 0x8B, 0x94),
        _ => new SKColor(0x86, 0x8B, 0x94, 0x55),
    };
}
