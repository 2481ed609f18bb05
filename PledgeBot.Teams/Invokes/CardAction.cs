using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Invokes;

/// <summary>A press of <c>Action.Execute</c>, or a card's own refresh.</summary>
/// <param name="Verb">What is asked for; never blank.</param>
/// <param name="Data">
/// The action's data with the inputs' values; always an object. It comes from the client: ids to look up, never facts.
/// </param>
/// <param name="IsAutomatic">Whether the client asked by itself because the card was shown.</param>
public sealed record CardAction(string Verb, JsonElement Data, bool IsAutomatic)
{
    /// <summary>Reads the request.</summary>
    /// <returns>False when the activity is another request, or its value has the wrong shape.</returns>
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out CardAction? action)
    {
        action = null;
        if (activity is not { Type: ActivityTypes.Invoke, Name: InvokeNames.AdaptiveCardAction, Value: { } value }
            || !value.TryGetObject("action", out JsonElement pressed)
            || !pressed.TryGetText("verb", out string? verb))
        {
            return false;
        }

        if (!pressed.TryGet("data", out JsonElement data) || data.ValueKind == JsonValueKind.Null)
        {
            data = JsonShape.EmptyObject;
        }

        if (data.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        bool automatic = value.TryGetText("trigger", out string? trigger) && trigger == "automatic";
        action = new CardAction(verb, data, automatic);
        return true;
    }
}
