using SkiaSharp;

namespace PledgeBot.Dialogs.Photos;

/// <summary>
/// Makes photos of what members send: turned the right way up, scaled down, and drawn anew, so that nothing that was hidden in
/// the file is left in it (where it was taken, with what, by whom).
/// </summary>
internal sealed class PhotoStudio
{
    /// <summary>The most bytes of a picture as it is sent.</summary>
    public const int MostBytes = 15 * 1024 * 1024;

    /// <summary>The most pixels of a picture as it is sent; what says that it has more is not decoded.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>The longer side of the picture, in pixels, at the most.</summary>
    public const int LongestSide = 1024;

    /// <summary>The longer side of the small picture, in pixels, at the most.</summary>
    public const int LongestThumbnailSide = 320;

    /// <summary>The most bytes of the small picture: it stands in a card as text, a third longer, and the card has a bound of its own.</summary>
    public const int MostThumbnailBytes = 15 * 1024;

    private const int Quality = 82;

    private static readonly int[] ThumbnailQualities = [75, 60, 45, 30, 15];

    // Decoding takes four bytes for each pixel, so pictures are developed one at a time.
    private readonly Lock _darkroom = new();

    /// <summary>Makes a photo.</summary>
    /// <param name="bytes">The picture as it was sent; what it is decided by its first bytes alone.</param>
    public Developed Develop(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return new Developed.TooManyBytes();
        }

        if (!IsPicture(bytes.Span))
        {
            return IsHeic(bytes.Span) ? new Developed.Heic() : new Developed.NotAPicture();
        }

        lock (_darkroom)
        {
            using var data = SKData.CreateCopy(bytes.Span);
            using var codec = SKCodec.Create(data);
            return codec is null ? new Developed.Damaged() : Develop(codec, OriginOf(codec, bytes.Span));
        }
    }

    private static SKEncodedOrigin OriginOf(SKCodec codec, ReadOnlySpan<byte> bytes) =>
        codec.EncodedFormat == SKEncodedImageFormat.Png ? PngOrientation.Read(bytes) : codec.EncodedOrigin;

    private static Developed Develop(SKCodec codec, SKEncodedOrigin origin)
    {
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            return new Developed.TooManyPixels();
        }

        using SKBitmap? decoded = Decode(codec);
        if (decoded is null)
        {
            return new Developed.Damaged();
        }

        using SKImage picture = Draw(decoded, origin, LongestSide);
        return new Developed.Pictures(Encode(picture, Quality), Thumbnail(picture));
    }

    /// <summary>Tells whether bytes begin as a JPEG, PNG, GIF or WebP does.</summary>
    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])
        || bytes.StartsWith("GIF87a"u8)
        || bytes.StartsWith("GIF89a"u8)
        || (bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 && bytes[8..].StartsWith("WEBP"u8));

    /// <summary>Tells whether bytes begin as a HEIC does: a box that names its brand (ISO/IEC 23008-12).</summary>
    private static bool IsHeic(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12
        && bytes[4..].StartsWith("ftyp"u8)
        && (bytes[8..].StartsWith("hei"u8) || bytes[8..].StartsWith("hev"u8) || bytes[8..].StartsWith("mif1"u8) || bytes[8..].StartsWith("msf1"u8));

    /// <summary>Decodes the first frame, at a smaller size where the format can; nothing if it cannot be read.</summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        float scale = Math.Min(1f, (float)LongestSide / Math.Max(codec.Info.Width, codec.Info.Height));
        SKSizeI size = codec.GetScaledDimensions(scale);

        // A picture may say what its colours mean, in a profile that is not kept: so they are made the usual ones here.
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        SKCodecResult result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        if (result is SKCodecResult.Success or SKCodecResult.IncompleteInput)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    /// <summary>Draws a picture the right way up, with its longer side at most so long, on white.</summary>
    private static SKImage Draw(SKBitmap decoded, SKEncodedOrigin origin, int longestSide)
    {
        float scale = Math.Min(1f, (float)longestSide / Math.Max(decoded.Width, decoded.Height));
        int width = Math.Max(1, (int)Math.Round(decoded.Width * scale));
        int height = Math.Max(1, (int)Math.Round(decoded.Height * scale));
        bool isSideways = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        using var surface = SKSurface.Create(
            new SKImageInfo(isSideways ? height : width, isSideways ? width : height, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Concat(Upright(origin, width, height));
        using var image = SKImage.FromBitmap(decoded);
        surface.Canvas.DrawImage(image, SKRect.Create(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    /// <summary>Gets how a picture of the given size, as it lies in the file, is turned so that it stands upright (Exif 2.3, tag 0x0112).</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static ReadOnlyMemory<byte> Thumbnail(SKImage picture)
    {
        using var bitmap = SKBitmap.FromImage(picture);
        for (int side = LongestThumbnailSide; ; side /= 2)
        {
            using SKImage small = Draw(bitmap, SKEncodedOrigin.TopLeft, side);
            foreach (int quality in ThumbnailQualities)
            {
                ReadOnlyMemory<byte> encoded = Encode(small, quality);
                if (encoded.Length <= MostThumbnailBytes)
                {
                    return encoded;
                }
            }
        }
    }

    private static ReadOnlyMemory<byte> Encode(SKImage image, int quality)
    {
        using SKData encoded = image.Encode(SKEncodedImageFormat.Jpeg, quality);
        return encoded.ToArray();
    }
}
