using System.Text.Json;

namespace PledgeBot.Teams.Connector.Calls;

/// <summary>Measures messages before the channel does, which refuses what is too large and tells nobody where the limit is today.</summary>
internal static class MessageSize
{
    /// <summary>
    /// The most bytes of JSON that a message may have, its embedded pictures not counted. A card is to stay below 28 KB; the limit that
    /// is documented now, 100 KB counted in UTF-16, has been 40 KB and less (protocol 3.6).
    /// </summary>
    public const int MostBytes = 38 * 1024;

    private static ReadOnlySpan<byte> EmbeddedPicture => "data:image/"u8;

    /// <summary>Tells whether a message, as it is written to the channel, is larger than it may be.</summary>
    public static bool IsTooBig(ReadOnlySpan<byte> json)
    {
        if (json.Length <= MostBytes)
        {
            return false;
        }

        int counted = json.Length;
        var reader = new Utf8JsonReader(json);
        while (counted > MostBytes && reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.StartsWith(EmbeddedPicture))
            {
                counted -= reader.ValueSpan.Length;
            }
        }

        return counted > MostBytes;
    }
}
