using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Invokes;
using PledgeBot.Tests.Activities;

namespace PledgeBot.Tests.Invokes;

/// <summary>What the message extension is answered.</summary>
public sealed class ComposeAnswerTests
{
    private static readonly AdaptiveCard Card = new() { Body = [new TextBlock { Text = "Torget" }] };

    [Fact]
    public void Result_Hits_AreCardsWithAPreview() => AssertAnswer(
        """
        { "composeExtension": { "type": "result", "attachmentLayout": "list", "attachments": [
          { "contentType": "application/vnd.microsoft.card.adaptive",
            "content": { "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "TextBlock", "text": "Torget", "wrap": true } ] },
            "preview": { "contentType": "application/vnd.microsoft.card.thumbnail", "content": { "title": "V1-03", "text": "Pågår" } } } ] } }
        """,
        ComposeAnswer.Result([new ComposeHit("V1-03", "Pågår", Card)]));

    [Fact]
    public void Result_NoHits_IsAnEmptyList() => AssertAnswer(
        """{ "composeExtension": { "type": "result", "attachmentLayout": "list", "attachments": [] } }""",
        ComposeAnswer.Result([]));

    [Fact]
    public void Message_IsASentence() => AssertAnswer(
        """{ "composeExtension": { "type": "message", "text": "Inga träffar." } }""",
        ComposeAnswer.Message("Inga träffar."));

    private static void AssertAnswer(string expected, InvokeResponse answer)
    {
        Assert.Equal(200, answer.Status);
        Wire.AssertSame(expected, answer.Body!.Value);
    }
}
