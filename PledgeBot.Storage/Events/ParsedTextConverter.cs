using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Storage.Events;

/// <summary>Writes a value as its readable text, and parses it back: identifiers, walk numbers, references.</summary>
internal sealed class ParsedTextConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out T value)
            ? value
            : throw new JsonException($"A {typeof(T).Name} cannot be read from what is stored.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
