using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>A connector call's body, read once for the recording and for the operation.</summary>
/// <param name="Json">The JSON object; <c>null</c> when there was none, or it could not be read.</param>
/// <param name="IsTooBig">Whether it was longer than the stand-in reads at all.</param>
internal sealed record ConnectorBody(JsonElement? Json, bool IsTooBig)
{
    // Pictures inside cards do not count against the message limit, so there must be room for a few.
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The limit for a whole message: 100 KB counted in UTF-16, without embedded pictures.</summary>
    private const int MaxMessageBytes = 100 * 1024;

    public static ConnectorBody None { get; } = new(null, IsTooBig: false);

    public static async Task<ConnectorBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return None;
        }

        using var bytes = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MaxBytes)
            {
                return new(null, IsTooBig: true);
            }
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.ToArray(), JsonReading.Strict);
            return new(document.RootElement.Clone(), IsTooBig: false);
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>A copy of the body that the caller may change; <c>null</c> when it is not a JSON object.</summary>
    public JsonObject? ToObject() => Json is { ValueKind: JsonValueKind.Object } json ? JsonObject.Create(json)!.DeepClone().AsObject() : null;

    /// <summary>Whether Teams would refuse a message of this size.</summary>
    public static bool IsBiggerThanAMessage(JsonNode message) =>
        (Encoding.Unicode.GetByteCount(message.ToJsonString(JsonReading.Unescaped)) - EmbeddedPictures(message)) > MaxMessageBytes;

    private static int EmbeddedPictures(JsonNode? node) => node switch
    {
        JsonObject properties => properties.Sum(p => EmbeddedPictures(p.Value)),
        JsonArray items => items.Sum(EmbeddedPictures),
        JsonValue value when value.TryGetValue(out string? text) && text.StartsWith("data:image/", StringComparison.Ordinal) =>
            Encoding.Unicode.GetByteCount(value.ToJsonString(JsonReading.Unescaped)),
        _ => 0,
    };
}
