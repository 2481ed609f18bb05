using System.Text.Json;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Tests.Subjects;

/// <summary>Finds everything that can be pressed on a card, however deep it lies.</summary>
internal static class CardActions
{
    /// <summary>Gets the verbs of the buttons that cards have, beside those that open forms.</summary>
    public static string[] VerbsOfCards { get; } =
    [
        "card.view", "command.run", "decision.confirm", "measure.status", "poll.abstain", "poll.vote", "proposal.list", "proposal.show",
        "steps.answer", "steps.back", "steps.cancel", "steps.change", "steps.save", "steps.skip",
    ];

    public static IEnumerable<AdaptiveAction> Of(AdaptiveCard card) => Of(CardJson.Write(card)).Where(action => action is ExecuteAction or SubmitAction);

    public static string Write(AdaptiveAction action) => JsonSerializer.Serialize(action, TeamsJson.Wire.AdaptiveAction);

    private static IEnumerable<AdaptiveAction> Of(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when json.TryGetProperty("type", out JsonElement type) && type.GetString()!.StartsWith("Action.", StringComparison.Ordinal):
                return [json.Deserialize(TeamsJson.Wire.AdaptiveAction)!];
            case JsonValueKind.Object:
                return json.EnumerateObject().SelectMany(property => Of(property.Value));
            case JsonValueKind.Array:
                return json.EnumerateArray().SelectMany(Of);
            default:
                return [];
        }
    }
}
