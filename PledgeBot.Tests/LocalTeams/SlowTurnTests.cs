using System.Text.Json.Nodes;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>A bot that takes its time, on the stand-in's clock.</summary>
public sealed class SlowTurnTests : LocalTeamsTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan DialogPatience = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource<(int, JsonNode?)> _never = new();

    [Fact]
    public async Task Message_NotAnsweredIn15Seconds_ComesAgainTheSame()
    {
        AnswerOnly(second: (200, null));

        Task<JsonObject> posting = Anna.ChatAsync("hjälp");
        await Bot.WaitForActivitiesAsync(1);
        Time.Advance(Patience - TimeSpan.FromMilliseconds(1));
        Assert.Single(Bot.Activities);
        Time.Advance(TimeSpan.FromMilliseconds(1));
        IReadOnlyList<JsonObject> came = await Bot.WaitForActivitiesAsync(2);

        Assert.True((bool?)(await posting)["delivered"]);
        Assert.True(JsonNode.DeepEquals(came[0], came[1]));
    }

    [Fact]
    public async Task Message_NeverAnswered_StaysUndelivered()
    {
        Bot.Answer = _ => _never.Task;

        Task<JsonObject> posting = Anna.ChatAsync("hjälp");
        await Bot.WaitForActivitiesAsync(1);
        Time.Advance(Patience);
        await Bot.WaitForActivitiesAsync(2);
        Time.Advance(Patience);

        Assert.False((bool?)(await posting)["delivered"]);
        Assert.Equal(2, Bot.Activities.Count);
    }

    [Fact]
    public async Task Execute_AnsweredTheSecondTime_CountsThatAnswer()
    {
        string id = await SendCardAsync();
        AnswerOnly(second: (200, Cards.MessageAnswer("Sparat")));

        Task<JsonObject> pressing = Bo.ExecuteAsync(id, "poll.vote");
        await Bot.WaitForActivitiesAsync(1);
        Time.Advance(Patience);
        IReadOnlyList<JsonObject> came = await Bot.WaitForActivitiesAsync(2);

        Assert.Equal("Sparat", (string?)(await pressing)["text"]);
        Assert.Equal((string?)came[0]["id"], (string?)came[1]["id"]);
    }

    [Fact]
    public async Task Execute_NeverAnswered_TheClientGivesUpAndTwoMoreComeUnderNewIds()
    {
        string id = await SendCardAsync();
        Bot.Answer = _ => _never.Task;

        Task<JsonObject> pressing = Bo.ExecuteAsync(id, "poll.vote", new() { ["poll"] = "p1" });
        await Bot.WaitForActivitiesAsync(1);
        Time.Advance(Patience);
        await Bot.WaitForActivitiesAsync(2);
        Time.Advance(Patience);
        Assert.Equal("late", (string?)(await pressing)["kind"]);
        await Bot.WaitForActivitiesAsync(3);
        Time.Advance(Patience);
        IReadOnlyList<JsonObject> came = await Bot.WaitForActivitiesAsync(4);

        Assert.Equal(3, came.Select(a => (string?)a["id"]).Distinct().Count());
        Assert.Equal((string?)came[0]["id"], (string?)came[1]["id"]);
        Assert.All(came, a => Assert.True(JsonNode.DeepEquals(came[0]["value"], a["value"])));
        Assert.Equal("2026-10-05T12:00:30.000Z", (string?)came[2]["timestamp"]);
    }

    [Fact]
    public async Task SubmitDialog_NotAnsweredIn5Seconds_ComesAgain()
    {
        string id = await SendCardAsync();
        AnswerOnly(second: (200, Cards.DialogMessage("Tack")));

        Task<JsonObject> pressing = Bo.SubmitDialogAsync(id, []);
        await Bot.WaitForActivitiesAsync(1);
        Time.Advance(DialogPatience);

        Assert.Equal("Tack", (string?)(await pressing)["text"]);
        Assert.Equal(2, Bot.Activities.Count);
    }

    [Fact]
    public async Task Execute_AnswerThatCannotBeRead_IsAskedForAgainUnderANewId()
    {
        string id = await SendCardAsync();
        Bot.Answer = _ => Task.FromResult<(int, JsonNode?)>((200, Bot.Activities.Count == 1 ? new JsonObject() : Cards.MessageAnswer("Sparat")));

        JsonObject answer = await Bo.ExecuteAsync(id, "poll.vote");

        Assert.Equal("Sparat", (string?)answer["text"]);
        Assert.Equal(2, Bot.Activities.Select(a => (string?)a["id"]).Distinct().Count());
    }

    private Task<string> SendCardAsync() => Bot.SendAsync(
        Teams.ServiceUrl,
        LocalTeamsServer.ChannelId,
        Cards.Message(Cards.Card([Cards.Text("Rösta")], [Cards.Execute("Rösta", "poll.vote")])));

    private void AnswerOnly((int Status, JsonNode? Body) second) =>
        Bot.Answer = _ => Bot.Activities.Count == 1 ? _never.Task : Task.FromResult(second);
}
