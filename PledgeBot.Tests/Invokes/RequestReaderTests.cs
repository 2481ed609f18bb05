using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;
using PledgeBot.Tests.Activities;

namespace PledgeBot.Tests.Invokes;

public sealed class RequestReaderTests
{
    [Theory]
    [InlineData("manual", false)]
    [InlineData("automatic", true)]
    [InlineData("unheard-of", false)]
    public void CardAction_Press_IsRead(string trigger, bool automatic)
    {
        Assert.True(CardAction.TryRead(
            Invoke("adaptiveCard/action", $$"""{ "action": { "type": "Action.Execute", "verb": "poll.vote", "data": { "poll": "p1" } }, "trigger": "{{trigger}}" }"""),
            out CardAction? action));

        Assert.Equal(("poll.vote", automatic), (action.Verb, action.IsAutomatic));
        Wire.AssertSame("""{ "poll": "p1" }""", action.Data);
    }

    [Theory]
    [InlineData("""{ "action": { "verb": "poll.vote" } }""")]
    [InlineData("""{ "action": { "verb": "poll.vote", "data": null }, "trigger": 7 }""")]
    public void CardAction_NoDataOrTrigger_IsAPressWithNothing(string value)
    {
        Assert.True(CardAction.TryRead(Invoke("adaptiveCard/action", value), out CardAction? action));

        Wire.AssertSame("{}", action.Data);
        Assert.False(action.IsAutomatic);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "action": 7 }""")]
    [InlineData("""{ "action": {} }""")]
    [InlineData("""{ "action": { "verb": 7, "data": {} } }""")]
    [InlineData("""{ "action": { "verb": " ", "data": {} } }""")]
    [InlineData("""{ "action": { "verb": "\ud800", "data": {} } }""")]
    [InlineData("""{ "action": { "verb": "poll.vote", "data": [] } }""")]
    [InlineData("""{ "action": { "verb": "poll.vote", "data": "text" } }""")]
    public void CardAction_WrongShape_IsNotRead(string value) =>
        Assert.False(CardAction.TryRead(Invoke("adaptiveCard/action", value), out _));

    [Fact]
    public void CardAction_AnotherActivity_IsNotRead()
    {
        const string Value = """{ "action": { "verb": "v", "data": {} } }""";
        Assert.False(CardAction.TryRead(Invoke("task/fetch", Value), out _));
        Assert.False(CardAction.TryRead(Wire.Incoming("message", $""" "name": "adaptiveCard/action", "value": {Value} """), out _));
        Assert.False(CardAction.TryRead(Wire.Incoming("invoke", """ "name": "adaptiveCard/action" """), out _));
    }

    [Fact]
    public void TaskRequest_Fetch_IsRead()
    {
        Assert.True(TaskRequest.TryRead(
            Invoke("task/fetch", """{ "data": { "verb": "proposal.new", "walk": 4 }, "context": { "theme": "dark" } }"""),
            out TaskRequest? request));

        Assert.Equal((false, "proposal.new", "dark"), (request.IsSubmit, request.Verb, request.Theme));
        Assert.Equal(4, request.Data.GetProperty("walk").GetInt32());
    }

    [Fact]
    public void TaskRequest_SubmitWithoutVerbOrContext_IsRead()
    {
        Assert.True(TaskRequest.TryRead(Invoke("task/submit", """{ "data": { "place": "Torget" } }"""), out TaskRequest? request));

        Assert.Equal((true, null, null), (request.IsSubmit, request.Verb, request.Theme));
    }

    [Theory]
    [InlineData("task/fetch", "{}")]
    [InlineData("task/fetch", """{ "data": "text" }""")]
    [InlineData("task/submit", """{ "data": null }""")]
    [InlineData("task/submit", "[]")]
    [InlineData("task/other", """{ "data": {} }""")]
    public void TaskRequest_WrongShape_IsNotRead(string name, string value) =>
        Assert.False(TaskRequest.TryRead(Invoke(name, value), out _));

    [Theory]
    [InlineData(""" "value": { "verb": "poll.vote", "choice": "1,4" } """)]
    [InlineData(""" "text": " ", "value": { "verb": "poll.vote", "choice": "1,4" } """)]
    public void CardSubmit_Press_IsRead(string fields)
    {
        Assert.True(CardSubmit.TryRead(Wire.Incoming("message", fields), out CardSubmit? submit));

        Assert.Equal(("poll.vote", "1,4"), (submit.Verb, submit.Data.GetProperty("choice").GetString()));
    }

    [Theory]
    [InlineData("message", """ "text": "hej" """)]
    [InlineData("message", """ "text": "hej", "value": { "verb": "v" } """)]
    [InlineData("message", """ "value": {} """)]
    [InlineData("message", """ "value": "text" """)]
    [InlineData("message", """ "value": { "verb": 7 } """)]
    [InlineData("event", """ "value": { "verb": "v" } """)]
    public void CardSubmit_SomethingElse_IsNotRead(string type, string fields) =>
        Assert.False(CardSubmit.TryRead(Wire.Incoming(type, fields), out _));

    private static Activity Invoke(string name, string value) => Wire.Incoming("invoke", $""" "name": "{name}", "value": {value} """);
}
