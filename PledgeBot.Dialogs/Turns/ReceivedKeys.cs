using System.Text.Json;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Turns;

/// <summary>What tells that an activity has come before.</summary>
internal static class ReceivedKeys
{
    /// <summary>The name of the value that a form carries so that it is saved once.</summary>
    public const string Nonce = "nonce";

    private const int LongestKey = 200;

    // The channel asks again after about 15 s (protocol 4.15), and clocks differ a little.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

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

    /// <summary>
    /// Gets the keys of a press that is answered with a message in the chat, for one to two minutes: after an answer that was late the
    /// channel asks again under new identifiers, and the message must not come again (protocol 4.15).
    /// </summary>
    public static IEnumerable<string> OfPress(Activity activity, DateTimeOffset now)
    {
        if (CardAction.TryRead(activity, out CardAction? press) && press.Verb is CommandButton.Verb or PartnershipChoice.Verb)
        {
            long minute = now.ToUnixTimeSeconds() / 60;
            string pressed = Digest.Of(activity.From?.Id, activity.Conversation?.Id, activity.ReplyToId, press.Verb, press.Data.GetRawText());
            yield return $"press|{minute}|{pressed}";
            yield return $"press|{minute + 1}|{pressed}";
        }
    }

    /// <summary>Tells whether an activity has been on its way for so long that the channel may ask again.</summary>
    public static bool IsLate(Activity activity, DateTimeOffset now) => now - activity.Timestamp > Patience;

    private static JsonElement? SubmittedBy(Activity activity) => activity.Name switch
    {
        InvokeNames.TaskSubmit when TaskRequest.TryRead(activity, out TaskRequest? request) => request.Data,
        InvokeNames.ComposeSubmitAction when ComposeAction.TryRead(activity, out ComposeAction? action) => action.Data,
        _ => null,
    };

    // Identifiers of the channel have no promised length; those of personal chats alone are about 130 characters.
    private static string Bounded(string key) => key.Length <= LongestKey ? key : Digest.Of(key);
}
