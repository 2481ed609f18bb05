using System.Collections.Frozen;
using System.Text.Json;

namespace PledgeBot.Teams.Cards;

/// <summary>Reads and writes the actions of a card by their type.</summary>
internal sealed class AdaptiveActionConverter() : ByTypeConverter<AdaptiveAction>(Known)
{
    private static readonly FrozenDictionary<string, Type> Known = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["Action.Execute"] = typeof(ExecuteAction),
        ["Action.Submit"] = typeof(SubmitAction),
        ["Action.OpenUrl"] = typeof(OpenUrlAction),
        ["Action.ShowCard"] = typeof(ShowCardAction),
        ["Action.ToggleVisibility"] = typeof(ToggleVisibilityAction),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    protected override AdaptiveAction Keep(JsonElement json) => new UnknownAction { Json = json };

    protected override JsonElement? Kept(AdaptiveAction value) => (value as UnknownAction)?.Json;
}
