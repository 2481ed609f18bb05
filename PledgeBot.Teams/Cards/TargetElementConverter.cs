using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>Reads an element's id alone or with the wanted visibility, and writes the shorter form that says the same.</summary>
internal sealed class TargetElementConverter : JsonConverter<TargetElement>
{
    public override TargetElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new TargetElement(reader.GetString()!);
        }

        var json = JsonElement.ParseValue(ref reader);
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("elementId", out JsonElement id)
            || id.ValueKind != JsonValueKind.String)
        {
            throw new JsonException("A target is an element's id, alone or as elementId.");
        }

        bool? visible = json.TryGetProperty("isVisible", out JsonElement wanted)
            ? wanted.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            }
            : null;
        return new TargetElement(id.GetString()!, visible);
    }

    public override void Write(Utf8JsonWriter writer, TargetElement value, JsonSerializerOptions options)
    {
        if (value.IsVisible is not { } visible)
        {
            writer.WriteStringValue(value.ElementId);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("elementId", value.ElementId);
        writer.WriteBoolean("isVisible", visible);
        writer.WriteEndObject();
    }
}
