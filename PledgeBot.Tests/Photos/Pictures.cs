using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace PledgeBot.Tests.Photos;

/// <summary>Makes pictures as members' phones do, and as nobody should.</summary>
internal static class Pictures
{
    /// <summary>A picture that is red to the left and blue to the right.</summary>
    public static byte[] RedAndBlue(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        using var red = new SKPaint { Color = SKColors.Red };
        using var blue = new SKPaint { Color = SKColors.Blue };
        surface.Canvas.DrawRect(0, 0, width / 2f, height, red);
        surface.Canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        return Encode(surface, format);
    }

    /// <summary>A picture that hardly can be made small.</summary>
    public static byte[] Noise(int side)
    {
        using var bitmap = new SKBitmap(side, side);
        var random = new Random(1);
        for (int y = 0; y < side; y++)
        {
            for (int x = 0; x < side; x++)
            {
                bitmap.SetPixel(x, y, new SKColor((uint)random.Next() | 0xFF000000));
            }
        }

        using var image = SKImage.FromBitmap(bitmap);
        using SKData data = image.Encode(SKEncodedImageFormat.Jpeg, 95);
        return data.ToArray();
    }

    /// <summary>The smallest GIF there is: one pixel.</summary>
    public static byte[] Gif() => Convert.FromBase64String("R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=");

    /// <summary>A JPEG with an Exif segment that tells how it is to be turned, and a text that must not survive.</summary>
    public static byte[] WithExif(byte[] jpeg, ushort orientation, string secret)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Tiff(orientation, secret)];
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. exif, .. jpeg.AsSpan(2)];
    }

    /// <summary>A picture with a text that must not survive in everything its format has for hiding one in, and its orientation.</summary>
    public static byte[] WithSecrets(SKEncodedImageFormat format, int width, int height, ushort orientation, string secret) => format switch
    {
        SKEncodedImageFormat.Jpeg => JpegWithSecrets(RedAndBlue(width, height), orientation, secret),
        SKEncodedImageFormat.Png => PngWithSecrets(RedAndBlue(width, height, format), orientation, secret),
        SKEncodedImageFormat.Webp => WebpWithSecrets(RedAndBlue(width, height, format), width, height, orientation, secret),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>A GIF with a text that must not survive in a comment, in an application's block and after its end.</summary>
    public static byte[] GifWithSecrets(string secret)
    {
        byte[] text = Encoding.ASCII.GetBytes(secret);
        byte[] block = [(byte)text.Length, .. text, 0];
        byte[] gif = Gif();
        int header = "GIF89a".Length + 7 + 6;
        return [.. gif.AsSpan(0, header), 0x21, 0xFE, .. block, 0x21, 0xFF, 11, .. "XMP DataXMP"u8, .. block, .. gif.AsSpan(header), .. text];
    }

    /// <summary>The kinds of the segments that a JPEG begins with, up to its scan (ISO/IEC 10918-1).</summary>
    public static IEnumerable<byte> SegmentsOf(ReadOnlyMemory<byte> jpeg)
    {
        int at = 2;
        while (jpeg.Span[at] == 0xFF)
        {
            byte kind = jpeg.Span[at + 1];
            yield return kind;
            if (kind == 0xDA)
            {
                yield break;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.Span[(at + 2)..]);
        }
    }

    /// <summary>A PNG that says that it has so many pixels, and has none.</summary>
    public static byte[] Bomb(uint width, uint height)
    {
        byte[] header = new byte[17];
        "IHDR"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), height);
        header[12] = 8;
        header[13] = 2;
        byte[] checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32(header));
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. header, .. checksum, 0, 0, 0, 0, .. "IDAT"u8, 0x35, 0xAF, 0x06, 0x1E];
    }

    private static byte[] JpegWithSecrets(byte[] jpeg, ushort orientation, string secret)
    {
        byte[] text = Encoding.ASCII.GetBytes(secret);
        byte[] withExif = WithExif(jpeg, orientation, secret);
        byte[] hidden =
        [
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. text]),
            .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. text]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. text]),
            .. Segment(0xFE, text),
        ];
        int afterExif = 4 + BinaryPrimitives.ReadUInt16BigEndian(withExif.AsSpan(4));
        return [.. withExif.AsSpan(0, afterExif), .. hidden, .. withExif.AsSpan(afterExif), .. text];
    }

    private static byte[] Segment(byte kind, byte[] content)
    {
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, kind, .. length, .. content];
    }

    private static byte[] PngWithSecrets(byte[] png, ushort orientation, string secret)
    {
        byte[] text = Encoding.ASCII.GetBytes(secret);
        int afterHeader = 8 + 25;
        byte[] hidden =
        [
            .. Chunk("eXIf", Tiff(orientation, secret)),
            .. Chunk("tEXt", [.. "Comment\0"u8, .. text]),
            .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0"u8, 0, 0, 0, 0, .. text]),
            .. Chunk("prVt", text),
        ];
        return [.. png.AsSpan(0, afterHeader), .. hidden, .. png.AsSpan(afterHeader), .. text];
    }

    private static byte[] Chunk(string kind, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. content];
        byte[] numbers = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(numbers, (uint)content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(numbers.AsSpan(4), Crc32(named));
        return [.. numbers.AsSpan(0, 4), .. named, .. numbers.AsSpan(4)];
    }

    // The picture's own chunk between those of the extended format (RFC 9649).
    private static byte[] WebpWithSecrets(byte[] webp, int width, int height, ushort orientation, string secret)
    {
        const byte HasExif = 0x08;
        const byte HasXmp = 0x04;
        byte[] canvas = new byte[10];
        canvas[0] = HasExif | HasXmp;
        BinaryPrimitives.WriteUInt16LittleEndian(canvas.AsSpan(4), (ushort)(width - 1));
        BinaryPrimitives.WriteUInt16LittleEndian(canvas.AsSpan(7), (ushort)(height - 1));
        int picture = webp.AsSpan().IndexOf("VP8 "u8);
        byte[] chunks =
        [
            .. RiffChunk("VP8X", canvas),
            .. webp.AsSpan(picture),
            .. RiffChunk("EXIF", Tiff(orientation, secret)),
            .. RiffChunk("XMP ", Encoding.ASCII.GetBytes(secret)),
        ];
        return [.. RiffChunk("RIFF", [.. "WEBP"u8, .. chunks]), .. Encoding.ASCII.GetBytes(secret)];
    }

    private static byte[] RiffChunk(string kind, byte[] content)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)content.Length);
        return [.. Encoding.ASCII.GetBytes(kind), .. length, .. content, .. content.Length % 2 == 0 ? Array.Empty<byte>() : [0]];
    }

    private static byte[] Tiff(ushort orientation, string secret) =>
        [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, .. Entry(0x0112, 3, 1, orientation), .. Entry(0x010E, 2, (uint)secret.Length + 1, 38), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(secret), 0];

    private static byte[] Entry(ushort tag, ushort type, uint count, uint value)
    {
        byte[] entry = new byte[12];
        BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(2), type);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(4), count);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(8), value);
        return entry;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }

    private static byte[] Encode(SKSurface surface, SKEncodedImageFormat format)
    {
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(format, 90);
        return data.ToArray();
    }
}
