using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;
using PledgeBot.Tests.Activities;

namespace PledgeBot.Tests.Invokes;

/// <summary>What the message extension asks.</summary>
public sealed class ComposeRequestTests
{
    [Fact]
    public void ComposeQuery_Search_IsRead()
    {
        Assert.True(ComposeQuery.TryRead(
            Invoke("composeExtension/query", """
                { "commandId": "search", "parameters": [ { "name": "text", "value": "torget" } ], "queryOptions": { "skip": 25, "count": 10 } }
                """),
            out ComposeQuery? query));

        Assert.Equal(("search", "torget", 25, 10, false), (query.CommandId, query.Parameters["text"], query.Skip, query.Count, query.IsInitialRun));
    }

    [Fact]
    public void ComposeQuery_FirstRunWithoutCommand_IsRead()
    {
        Assert.True(ComposeQuery.TryRead(
            Invoke("composeExtension/query", """{ "parameters": [ { "name": "initialRun", "value": "true" } ] }"""), out ComposeQuery? query));

        Assert.Equal((null, true, 0, ComposeQuery.MostHits), (query.CommandId, query.IsInitialRun, query.Skip, query.Count));
    }

    [Theory]
    [InlineData("{}", 0, 25)]
    [InlineData("""{ "parameters": "text", "queryOptions": [] }""", 0, 25)]
    [InlineData("""{ "parameters": [ 7, {}, { "name": "text" }, { "name": "", "value": "x" } ], "queryOptions": { "skip": -3, "count": 0 } }""", 0, 1)]
    [InlineData("""{ "queryOptions": { "skip": 1e99, "count": 1000000 } }""", 0, 25)]
    [InlineData("""{ "queryOptions": { "skip": "5", "count": null } }""", 0, 25)]
    public void ComposeQuery_OddValues_AreBroughtWithinBounds(string value, int skip, int count)
    {
        Assert.True(ComposeQuery.TryRead(Invoke("composeExtension/query", value), out ComposeQuery? query));

        Assert.Equal((skip, count), (query.Skip, query.Count));
        Assert.Empty(query.Parameters);
    }

    [Theory]
    [InlineData("composeExtension/query", "7")]
    [InlineData("composeExtension/query", "[]")]
    [InlineData("composeExtension/fetchTask", "{}")]
    public void ComposeQuery_SomethingElse_IsNotRead(string name, string value) => Assert.False(ComposeQuery.TryRead(Invoke(name, value), out _));

    [Fact]
    public void ComposeAction_Fetch_HasTheMessage()
    {
        Assert.True(ComposeAction.TryRead(
            Invoke("composeExtension/fetchTask", """
                { "commandId": "makeProposal", "commandContext": "message",
                  "messagePayload": { "id": "1", "body": { "contentType": "html", "content": "<p>Det är <b>mörkt</b> vid torget</p>" }, "attachments": [] } }
                """),
            out ComposeAction? action));

        Assert.Equal((false, "makeProposal"), (action.IsSubmit, action.CommandId));
        Assert.Equal(new SourceMessage("Det är mörkt vid torget", HasPicture: false), action.Message);
        Wire.AssertSame("{}", action.Data);
    }

    [Fact]
    public void ComposeAction_Submit_HasTheData()
    {
        Assert.True(ComposeAction.TryRead(
            Invoke("composeExtension/submitAction", """{ "commandId": "makeProposal", "data": { "place": "Torget" } }"""), out ComposeAction? action));

        Assert.Equal((true, null), (action.IsSubmit, action.Message));
        Wire.AssertSame("""{ "place": "Torget" }""", action.Data);
    }

    [Theory]
    [InlineData("composeExtension/submitAction", "{}")]
    [InlineData("composeExtension/submitAction", """{ "data": "text" }""")]
    [InlineData("composeExtension/fetchTask", "[]")]
    [InlineData("task/fetch", """{ "data": {} }""")]
    public void ComposeAction_SomethingElse_IsNotRead(string name, string value) => Assert.False(ComposeAction.TryRead(Invoke(name, value), out _));

    [Theory]
    [InlineData("""{ }""", "", false)]
    [InlineData("""{ "body": 7, "attachments": {} }""", "", false)]
    [InlineData("""{ "body": { "content": null } }""", "", false)]
    [InlineData("""{ "body": { "contentType": "text", "content": " a < b\nc " } }""", "a < b\nc", false)]
    [InlineData("""{ "body": { "content": "<p>x</p><img src='u' itemtype='http://schema.skype.com/AMSImage'>" } }""", "x", true)]
    [InlineData("""{ "body": { "content": "<p>x</p>" }, "attachments": [ { "contentType": "reference" } ] }""", "x", true)]
    [InlineData("""{ "body": { "content": "<p>x</p>" }, "attachments": [ { "contentType": "application/vnd.microsoft.card.adaptive" } ] }""", "x", false)]
    public void SourceMessage_WhateverItHolds_IsRead(string message, string text, bool hasPicture)
    {
        Assert.True(ComposeAction.TryRead(Invoke("composeExtension/fetchTask", $$"""{ "messagePayload": {{message}} }"""), out ComposeAction? action));

        Assert.Equal(new SourceMessage(text, hasPicture), action.Message);
    }

    private static Activity Invoke(string name, string value) => Wire.Incoming("invoke", $""" "name": "{name}", "value": {value} """);
}
