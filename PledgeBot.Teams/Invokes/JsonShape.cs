using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PledgeBot.Teams.Invokes;

/// <summary>Looks into JSON from outside without ever throwing.</summary>
public static class JsonShape
{
    /// <summary>Gets an empty object.</summary>
    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}");

    /// <summary>Finds a property of an object; false when it is absent or the value is no object.</summary>
    public static bool TryGet(this JsonElement json, string name, out JsonElement value)
    {
        value = default;
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            // A name holds half a surrogate pair.
            return false;
        }
    }

    /// <summary>Finds a property that is an object.</summary>
    public static bool TryGetObject(this JsonElement json, string name, out JsonElement value) =>
        json.TryGet(name, out value) && value.ValueKind == JsonValueKind.Object;

    /// <summary>Finds a property that is a text with something in it.</summary>
    public static bool TryGetText(this JsonElement json, string name, [NotNullWhen(true)] out string? text)
    {
        text = null;
        return json.TryGet(name, out JsonElement value) && value.TryReadText(out text);
    }

    /// <summary>Reads a value that is a text with something in it.</summary>
    public static bool TryReadText(this JsonElement json, [NotNullWhen(true)] out string? text)
    {
        text = null;
        try
        {
            text = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // The text holds half a surrogate pair, which JSON can spell but no string should hold.
        }

        return !string.IsNullOrWhiteSpace(text);
    }
}
