using System.Text.Json.Nodes;
using PledgeBot.LocalTeams.Conversations;

namespace PledgeBot.Tests.LocalTeams;

public sealed class DemoClockTests
{
    [Theory]
    [InlineData("2026-10-05T06:29:59Z", "2026-10-05T06:30:00Z")] // Monday, a second before 08.30 in summer time
    [InlineData("2026-10-05T06:30:00Z", "2026-10-12T06:30:00Z")] // on it: the next one
    [InlineData("2026-10-24T12:00:00Z", "2026-10-26T07:30:00Z")] // over the change to winter time
    [InlineData("2026-03-28T12:00:00Z", "2026-03-30T06:30:00Z")] // over the change to summer time
    [InlineData("2026-10-11T22:30:00Z", "2026-10-12T06:30:00Z")] // already Monday in Stockholm
    public void NextMondayMorning_FromAMoment_IsLaterThanIt(string from, string expected) =>
        Assert.Equal(Parse(expected), Timestamps.NextMondayMorning(Parse(from)));

    [Fact]
    public async Task Move_ByHoursAndToMonday_IsToldToEverybody()
    {
        await using TestBot bot = await TestBot.StartAsync();
        var clock = new FakeClock();
        await using LocalTeamsServer teams = await LocalTeamsServer.StartAsync(bot, clock.Time, clock);
        using MemberOverHttp anna = teams.As(LocalTeamsServer.Anna);

        await anna.MoveClockAsync(new() { ["hours"] = 24 });
        JsonObject moved = await anna.MoveClockAsync(new() { ["to"] = "next-monday" });

        Assert.Equal(Parse("2026-10-12T06:30:00Z"), (DateTimeOffset)moved["now"]!);
        Assert.Equal(clock.Now, (DateTimeOffset)(await anna.StateAsync())["clock"]!);
    }

    [Fact]
    public async Task State_NoDemoClock_HasNone()
    {
        await using TestBot bot = await TestBot.StartAsync();
        await using LocalTeamsServer teams = await LocalTeamsServer.StartAsync(bot);
        using MemberOverHttp anna = teams.As(LocalTeamsServer.Anna);

        Assert.False((await anna.StateAsync()).ContainsKey("clock"));
    }

    private static DateTimeOffset Parse(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
