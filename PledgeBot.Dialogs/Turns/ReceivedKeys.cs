using System.Text.Json;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Turns;

/// <summary>What tells that an activity has come before.</summary>
internal static class ReceivedKeys
{
    /// <summary>The name of the value that a form carries so that it is saved once.</summary>
    public const string Nonce = "nonce";

    private const int LongestKey = 200;

    /// <summary>
    /// Gets the keys of an activity: its identifier in its conversation, and for a submitted form the form's own, because the
    /// channel may deliver a retry under a new identifier (protocol 4.15).
    /// </summary>
    public static IEnumerable<string> Of(Activity activity)
    {
        // Opening a form again is harmless, and what somebody wrote elsewhere, which it is filled with, is not to be kept.
        if (activity.Name == InvokeNames.ComposeFetchTask)
        {
            yield break;
        }

        if (activity is { Id: { Length: > 0 } id } && activity.BaseConversationId() is { } conversation)
        {
            // An edit comes under the identifier of the message that was edited.
            string kind = activity.Type == ActivityTypes.MessageUpdate ? "edit|" : "";
            yield return Bounded($"{kind}{activity.ChannelId}|{conversation}|{id}");
        }

        if (SubmittedBy(activity) is { } data && data.TryGetText(Nonce, out string? form))
        {
            yield return Bounded($"form|{activity.From?.Id}|{form}");
        }
    }

    private static JsonElement? SubmittedBy(Activity activity) => activity.Name switch
    {
        InvokeNames.TaskSubmit when TaskRequest.TryRead(activity, out TaskRequest? request) => request.Data,
        InvokeNames.ComposeSubmitAction when ComposeAction.TryRead(activity, out ComposeAction? action) => action.Data,
        _ => null,
    };

    // Identifiers of the channel have no promised length; those of personal chats alone are about 130 characters.
    private static string Bounded(string key) => key.Length <= LongestKey ? key : Digest.Of(key);
}
