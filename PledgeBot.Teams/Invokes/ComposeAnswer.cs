using System.Text.Json;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Teams.Invokes;

/// <summary>Makes the answers to the message extension's searches. An action on a message is answered as a dialog: <see cref="TaskAnswer"/>.</summary>
public static class ComposeAnswer
{
    /// <summary>Shows hits, in a list; none shows an empty list, and for a link that there is nothing to show of it.</summary>
    public static InvokeResponse Result(IEnumerable<ComposeHit> hits) =>
        Answer(new ComposeExtensionAnswer("result", "list", [.. hits.Select(Attach)], Text: null));

    /// <summary>Shows a sentence where the hits would be.</summary>
    public static InvokeResponse Message(string sentence) =>
        Answer(new ComposeExtensionAnswer("message", AttachmentLayout: null, Attachments: null, sentence));

    private static HitAttachment Attach(ComposeHit hit) =>
        new(AttachmentContentTypes.AdaptiveCard, CardJson.Write(hit.Card), HitPreview.Of(hit.Title, hit.Text));

    private static InvokeResponse Answer(ComposeExtensionAnswer answer) =>
        new(200, JsonSerializer.SerializeToElement(new ComposeAnswerBody(answer), Envelopes.Wire.ComposeAnswerBody));
}
