using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>Reads and writes a member of a family by its <c>type</c>, wherever that property stands in the object.</summary>
/// <typeparam name="T">The family.</typeparam>
/// <remarks>
/// The serializer's own polymorphism drops the discriminator of a type that it does not know; a card must keep such elements, so
/// they are kept whole.
/// </remarks>
internal abstract class ByTypeConverter<T>(FrozenDictionary<string, Type> known) : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TypeOf(reader) is { } type && known.TryGetValue(type, out Type? member)
            ? (T?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(member))
            : Keep(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (Kept(value) is { } json)
        {
            json.WriteTo(writer);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
        }
    }

    /// <summary>Makes the member that keeps a value of no known type.</summary>
    protected abstract T Keep(JsonElement json);

    /// <summary>The value that a member keeps, or null for a member of a known type.</summary>
    protected abstract JsonElement? Kept(T value);

    // The reader is a struct: this copy looks ahead, the caller's stays at the start of the object.
    private static string? TypeOf(Utf8JsonReader ahead)
    {
        if (ahead.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = ahead.ValueTextEquals("type"u8);
            ahead.Read();
            if (isType)
            {
                return ahead.TokenType == JsonTokenType.String ? ahead.GetString() : null;
            }

            ahead.Skip();
        }

        return null;
    }
}
