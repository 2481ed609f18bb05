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

        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        var percents = new List<string>(segments.Length);
        float left = 0;
        foreach (BarSegment segment in segments)
        {
            if (segment.Share <= 0)
            {
                continue;
            }

            float right = left + ((float)Width * segment.Share / total);
            using var paint = new SKPaint { Color = ColorOf(segment.Color), IsAntialias = true };
            canvas.DrawRoundRect(new SKRoundRect(new SKRect(left, 0, right >= Width ? Width : right - Gap, Height), Radius), paint);
            left = right;
            if (segment.Color != BarColor.Rest)
            {
                percents.Add(Word.Fill(WordTexts.Percent, (int)Math.Round(100.0 * segment.Share / total, MidpointRounding.AwayFromZero)));
            }
        }

        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return new Image
        {
            Url = "data:image/png;base64," + Convert.ToBase64String(png.AsSpan()),
            AltText = Word.Fill(WordTexts.BarAlt, percents.Count == 0 ? Word.Fill(WordTexts.Percent, 0) : Word.List(percents)),
            Size = ImageSize.Stretch,
            Spacing = Spacing.Small,
        };
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
