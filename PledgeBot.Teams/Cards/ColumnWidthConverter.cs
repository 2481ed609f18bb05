using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>Reads and writes a width as the schema has it: a number for a weight, otherwise a text.</summary>
internal sealed class ColumnWidthConverter : JsonConverter<ColumnWidth>
{
    public override ColumnWidth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number => ColumnWidth.Weight(reader.GetDecimal()),
            JsonTokenType.String => reader.GetString()!,
            _ => throw new JsonException("A width is a number or a text."),
        };

    public override void Write(Utf8JsonWriter writer, ColumnWidth value, JsonSerializerOptions options)
    {
        if (value.Word is { } word)
        {
            writer.WriteStringValue(word);
        }
        else
        {
            writer.WriteNumberValue(value.Share);
        }
    }
}
