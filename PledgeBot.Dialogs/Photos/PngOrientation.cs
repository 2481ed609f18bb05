using System.Buffers.Binary;
using SkiaSharp;

namespace PledgeBot.Dialogs.Photos;

/// <summary>
/// Reads how a PNG is to be turned, which the decoder does not: the orientation (tag 0x0112) in the chunk eXIf before the
/// picture's data (PNG, third edition, 11.3.4.5). Whatever does not look like that is taken as upright.
/// </summary>
internal static class PngOrientation
{
    private const int SignatureBytes = 8;
    private const int BytesAroundChunk = 12;
    private const int BytesPerEntry = 12;
    private const ushort Tag = 0x0112;

    /// <summary>Reads it; upright for other pictures than PNGs.</summary>
    public static SKEncodedOrigin Read(ReadOnlySpan<byte> png)
    {
        ReadOnlySpan<byte> rest = png.Length > SignatureBytes ? png[SignatureBytes..] : default;
        while (rest.Length > BytesAroundChunk)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            ReadOnlySpan<byte> kind = rest.Slice(4, 4);
            if (length > (uint)(rest.Length - BytesAroundChunk) || kind.SequenceEqual("IDAT"u8))
            {
                break;
            }

            if (kind.SequenceEqual("eXIf"u8))
            {
                return InTiff(rest.Slice(8, (int)length));
            }

            rest = rest[(BytesAroundChunk + (int)length)..];
        }

        return SKEncodedOrigin.TopLeft;
    }

    private static SKEncodedOrigin InTiff(ReadOnlySpan<byte> tiff)
    {
        bool isLittleEndian = tiff.StartsWith("II"u8);
        if (tiff.Length < 8 || !(isLittleEndian || tiff.StartsWith("MM"u8)))
        {
            return SKEncodedOrigin.TopLeft;
        }

        uint directory = isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > (uint)tiff.Length - 2)
        {
            return SKEncodedOrigin.TopLeft;
        }

        ReadOnlySpan<byte> entries = tiff[(int)directory..];
        int count = Math.Min((int)Number(entries, isLittleEndian), (entries.Length - 2) / BytesPerEntry);
        entries = entries[2..];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = entries.Slice(i * BytesPerEntry, BytesPerEntry);
            if (Number(entry, isLittleEndian) == Tag)
            {
                var origin = (SKEncodedOrigin)Number(entry[8..], isLittleEndian);
                return Enum.IsDefined(origin) ? origin : SKEncodedOrigin.TopLeft;
            }
        }

        return SKEncodedOrigin.TopLeft;
    }

    private static ushort Number(ReadOnlySpan<byte> bytes, bool isLittleEndian) =>
        isLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
