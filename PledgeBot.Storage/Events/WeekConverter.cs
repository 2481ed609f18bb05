using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.Domain.Calendar;

namespace PledgeBot.Storage.Events;

/// <summary>Writes a week as ISO 8601 does, <c>2020-W37</c>.</summary>
internal sealed class WeekConverter : JsonConverter<Week>
{
    /// <inheritdoc/>
    public override Week Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string[] parts = (reader.GetString() ?? "").Split("-W");
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number is >= 1 and <= 53
            ? new Week(year, number)
            : throw new JsonException("A week cannot be read from what is stored.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Week value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
