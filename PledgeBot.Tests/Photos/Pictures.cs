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
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, .. Entry(0x0112, 3, 1, orientation), .. Entry(0x010E, 2, (uint)secret.Length + 1, 38), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(secret), 0];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. exif, .. jpeg.AsSpan(2)];
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
