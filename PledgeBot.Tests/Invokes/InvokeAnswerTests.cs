using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Invokes;
using PledgeBot.Tests.Activities;

namespace PledgeBot.Tests.Invokes;

public sealed class InvokeAnswerTests
{
    private static readonly AdaptiveCard Saved = new() { Body = [new TextBlock { Text = "Din röst är sparad." }] };

    [Fact]
    public void CardActionAnswer_Card_IsTheCardItself() => AssertAnswer(
        """
        { "statusCode": 200, "type": "application/vnd.microsoft.card.adaptive",
          "value": { "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "TextBlock", "text": "Din röst är sparad.", "wrap": true } ] } }
        """,
        CardActionAnswer.Card(Saved));

    [Fact]
    public void CardActionAnswer_Message_IsAText() => AssertAnswer(
        """{ "statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Välj två." }""",
        CardActionAnswer.Message("Välj två."));

    [Theory]
    [InlineData(400, "BadRequest")]
    [InlineData(403, "Forbidden")]
    [InlineData(500, "InternalServerError")]
    public void CardActionAnswer_Error_HasItsStatusInTheBodyOnly(int status, string code) => AssertAnswer(
        $$"""{ "statusCode": {{status}}, "type": "application/vnd.microsoft.error", "value": { "code": "{{code}}", "message": "Det gick inte." } }""",
        CardActionAnswer.Error(status, code, "Det gick inte."));

    [Theory]
    [InlineData(200)]
    [InlineData(600)]
    public void CardActionAnswer_ErrorThatIsNone_Throws(int status) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CardActionAnswer.Error(status, "x", "y"));

    [Fact]
    public void TaskAnswer_Continue_WrapsTheCard() => AssertAnswer(
        """
        { "task": { "type": "continue", "value": { "title": "Nytt förslag", "width": "medium", "height": "large",
          "card": { "contentType": "application/vnd.microsoft.card.adaptive",
            "content": { "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "TextBlock", "text": "Din röst är sparad.", "wrap": true } ] } } } } }
        """,
        TaskAnswer.Continue("Nytt förslag", Saved));

    [Fact]
    public void TaskAnswer_Message_IsAText() => AssertAnswer(
        """{ "task": { "type": "message", "value": "Tack, förslaget är registrerat." } }""",
        TaskAnswer.Message("Tack, förslaget är registrerat."));

    [Fact]
    public void TaskAnswer_Close_IsEmpty() => Assert.Equal(new InvokeResponse(200), TaskAnswer.Close());

    [Fact]
    public void InvokeResponse_Refusals_HaveTheirStatusAndNoBody()
    {
        Assert.Equal(new InvokeResponse(501), InvokeResponse.NotImplemented);
        Assert.Equal(new InvokeResponse(400), InvokeResponse.BadRequest);
    }

    private static void AssertAnswer(string expected, InvokeResponse answer)
    {
        Assert.Equal(200, answer.Status);
        Wire.AssertSame(expected, answer.Body!.Value);
    }
}
