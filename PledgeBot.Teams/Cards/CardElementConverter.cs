using System.Collections.Frozen;
using System.Text.Json;

namespace PledgeBot.Teams.Cards;

/// <summary>Reads and writes the elements of a card by their type.</summary>
internal sealed class CardElementConverter() : ByTypeConverter<CardElement>(Known)
{
    private static readonly FrozenDictionary<string, Type> Known = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["TextBlock"] = typeof(TextBlock),
        ["Container"] = typeof(Container),
        ["ColumnSet"] = typeof(ColumnSet),
        ["Column"] = typeof(Column),
        ["FactSet"] = typeof(FactSet),
        ["Image"] = typeof(Image),
        ["ImageSet"] = typeof(ImageSet),
        ["ActionSet"] = typeof(ActionSet),
        ["Table"] = typeof(Table),
        ["Input.Text"] = typeof(InputText),
        ["Input.ChoiceSet"] = typeof(InputChoiceSet),
        ["Input.Date"] = typeof(InputDate),
        ["Input.Time"] = typeof(InputTime),
        ["Input.Number"] = typeof(InputNumber),
        ["Input.Toggle"] = typeof(InputToggle),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    protected override CardElement Keep(JsonElement json) => new UnknownElement { Json = json };

    protected override JsonElement? Kept(CardElement value) => (value as UnknownElement)?.Json;
}
