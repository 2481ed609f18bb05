using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PledgeBot.LocalTeams.Web;

/// <summary>Reads JSON that somebody else wrote, where any property may be missing or of another kind.</summary>
internal static class JsonReading
{
    /// <summary>Refuses an object that has a property twice, which could otherwise not be read as a <see cref="JsonObject"/>.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { AllowDuplicateProperties = false };

    /// <summary>Writes letters as they are: Teams counts those, so that å must not be counted as six.</summary>
    public static JsonSerializerOptions Unescaped { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A property's string; <c>null</c> when it is missing or not a string.</summary>
    public static string? Text(this JsonNode? node, string name) =>
        node is JsonObject properties && properties[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A property's object; <c>null</c> when it is missing or not an object.</summary>
    public static JsonObject? Child(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonObject;
}
