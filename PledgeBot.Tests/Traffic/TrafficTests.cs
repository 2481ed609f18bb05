using System.Text.Json;
using PledgeBot.Teams.Activities;
using PledgeBot.Tests.Activities;
using PledgeBot.Tests.Hosting;

namespace PledgeBot.Tests.Traffic;

/// <summary>Activities in every shape of the protocol reference: each is read, written again without loss, and answered.</summary>
public sealed class TrafficTests
{
    public static TheoryData<string> Names => [.. TrafficSample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Activity_ReadAndWritten_LosesNothing(string name)
    {
        JsonElement activity = TrafficSample.Read(name).Activity;

        Wire.AssertSame(activity, JsonElement.Parse(TeamsJson.Write(TeamsJson.Parse(activity.GetRawText()))));
    }

    [Fact]
    public void Samples_AreOfEverySectionOfTheProtocol()
    {
        string[] sections = [.. TrafficSample.Names.Select(name => TrafficSample.Read(name).Section).Distinct().Order(StringComparer.Ordinal)];

        Assert.InRange(TrafficSample.Names.Count(), 60, 1000);
        Assert.Equal(["4.1", "4.10", "4.11", "4.12", "4.13", "4.14", "4.2", "4.4", "4.5", "4.6", "4.7", "4.8", "other", "playground"], sections);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Activity_PostedTwice_IsAnsweredOnceAsItShould(string name)
    {
        var sample = TrafficSample.Read(name);
        await using TrafficPartnership partnership = await TrafficPartnership.StartAsync();
        int before = partnership.Bot.Channel.Messages.Count;

        (int status, JsonElement? body) = await partnership.Bot.PostAsync(sample.Activity.GetRawText());
        await partnership.Bot.DoDueWorkAsync();

        ChannelMessage[] sent = [.. partnership.Bot.Channel.Messages.Skip(before)];
        string said = string.Join('\n', sent.Select(message => message.Activity.GetRawText()).Append(body?.GetRawText()));
        TrafficExpectation actual = new()
        {
            Status = status,
            Answer = KindOf(body),
            Typing = sent.Count(message => TypeOf(message) == "typing"),
            Sends = sent.Count(message => TypeOf(message) == "message"),
            Edits = partnership.Bot.Channel.Messages.Take(before).Sum(message => message.Versions.Count),
            Says = Decoded(said).Contains(sample.Expect.Says, StringComparison.Ordinal) ? sample.Expect.Says : Decoded(said),
        };
        Assert.Equal(sample.Expect, actual);

        // The channel delivers again what it thinks was lost: the answer is the same, and nothing happens twice.
        (int statusAgain, JsonElement? bodyAgain) = await partnership.Bot.PostAsync(sample.Activity.GetRawText());
        await partnership.Bot.DoDueWorkAsync();

        Assert.Equal((status, KindOf(body)), (statusAgain, KindOf(bodyAgain)));
        Assert.Equal(actual.Sends, partnership.Bot.Channel.Messages.Skip(before).Count(message => TypeOf(message) == "message"));
        Assert.Equal(actual.Edits, partnership.Bot.Channel.Messages.Take(before).Sum(message => message.Versions.Count));
        Assert.DoesNotContain(partnership.Bot.Log.All, line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    private static string? TypeOf(ChannelMessage message) => message.Activity.GetProperty("type").GetString();

    private static string KindOf(JsonElement? body) => body is not { } answer ? "none"
        : answer.TryGetProperty("task", out JsonElement task) ? (task.GetProperty("type").GetString() == "continue" ? "form" : "closing")
        : answer.TryGetProperty("composeExtension", out JsonElement extension) ? (extension.GetProperty("type").GetString() == "result" ? "hits" : "hint")
        : answer.TryGetProperty("config", out _) ? "config"
        : answer.GetProperty("type").GetString() switch
        {
            "application/vnd.microsoft.card.adaptive" => "card",
            "application/vnd.microsoft.activity.message" => "message",
            "application/vnd.microsoft.error" => "error",
            "application/vnd.microsoft.search.searchResponse" => "choices",
            string other => other,
            null => "nothing",
        };

    // What is read is the text, not how its letters are written in JSON.
    private static string Decoded(string json) => System.Text.RegularExpressions.Regex.Unescape(json.Replace("\\/", "/", StringComparison.Ordinal).Replace("\\\"", "'", StringComparison.Ordinal));
}
