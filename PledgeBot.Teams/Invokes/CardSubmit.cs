using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Invokes;

/// <summary>A press of <c>Action.Submit</c> outside a dialog, which arrives as a message without text.</summary>
/// <param name="Verb">What is asked for, from <c>data.verb</c>; never blank.</param>
/// <param name="Data">The button's data with the inputs' values; always an object. Ids to look up, never facts.</param>
public sealed record CardSubmit(string Verb, JsonElement Data)
{
    /// <summary>Reads the press.</summary>
    /// <returns>False when the activity is an ordinary message or something else, or carries no verb.</returns>
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out CardSubmit? submit)
    {
        submit = activity is { Type: ActivityTypes.Message, Value: { } value }
            && string.IsNullOrWhiteSpace(activity.Text)
            && value.TryGetText("verb", out string? verb)
                ? new CardSubmit(verb, value)
                : null;
        return submit is not null;
    }
}
