using System.Buffers.Binary;
using System.IO.Compression;

namespace PledgeBot.Tests.Manifest;

/// <summary>The pixels of a PNG file of eight bits a channel, not interlaced; row by row from the top.</summary>
internal sealed record PngImage(int Width, int Height, bool HasAlpha, IReadOnlyList<PngPixel> Pixels)
{
    private const int SignatureLength = 8;
    private const byte Rgb = 2;
    private const byte RgbWithAlpha = 6;

    /// <exception cref="InvalidDataException">The file is of a kind that is not read here.</exception>
    public static PngImage Read(string path)
    {
        ReadOnlySpan<byte> file = File.ReadAllBytes(path);
        ReadOnlySpan<byte> header = [];
        using var packed = new MemoryStream();
        for (int at = SignatureLength; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            ReadOnlySpan<byte> data = file.Slice(at + 8, length);
            if (file.Slice(at + 4, 4).SequenceEqual("IHDR"u8))
            {
                header = data;
            }
            else if (file.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }

            at += length + 12;
        }

        if (header is not [.., 8, Rgb or RgbWithAlpha, 0, 0, 0])
        {
            throw new InvalidDataException($"{path} is not a PNG file of 8-bit RGB or RGBA.");
        }

        int width = BinaryPrimitives.ReadInt32BigEndian(header);
        int height = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        bool hasAlpha = header[9] == RgbWithAlpha;
        packed.Position = 0;
        return new PngImage(width, height, hasAlpha, Unpack(packed, width, height, hasAlpha ? 4 : 3));
    }

    private static List<PngPixel> Unpack(Stream packed, int width, int height, int channels)
    {
        using var stream = new ZLibStream(packed, CompressionMode.Decompress);
        var pixels = new List<PngPixel>(width * height);
        byte[] above = new byte[width * channels];
        byte[] row = new byte[width * channels];
        for (int y = 0; y < height; y++)
        {
            int filter = stream.ReadByte();
            stream.ReadExactly(row);
            for (int i = 0; i < row.Length; i++)
            {
                int left = i < channels ? 0 : row[i - channels];
                int aboveLeft = i < channels ? 0 : above[i - channels];
                row[i] += (byte)(filter switch
                {
                    1 => left,
                    2 => above[i],
                    3 => (left + above[i]) / 2,
                    4 => Nearest(left, above[i], aboveLeft),
                    _ => 0,
                });
            }

            for (int i = 0; i < row.Length; i += channels)
            {
                pixels.Add(new PngPixel(row[i], row[i + 1], row[i + 2], channels == 4 ? row[i + 3] : 255));
            }

            (above, row) = (row, above);
        }

        return pixels;
    }

    // The Paeth predictor of the PNG specification.
    private static int Nearest(int left, int above, int aboveLeft)
    {
        int estimate = left + above - aboveLeft;
        (int toLeft, int toAbove, int toAboveLeft) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - aboveLeft));
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }
}

/// <summary>A pixel; each part from 0 to 255, alpha 0 for nothing.</summary>
internal readonly record struct PngPixel(int Red, int Green, int Blue, int Alpha);
