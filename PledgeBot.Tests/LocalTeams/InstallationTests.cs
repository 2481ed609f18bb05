using System.Text.Json.Nodes;

namespace PledgeBot.Tests.LocalTeams;

public sealed class InstallationTests : LocalTeamsTest
{
    [Fact]
    public async Task Install_FirstTime_TellsTheTeamAndEveryChat()
    {
        bool everywhere = await Teams.Installer.InstallAsync(Cancellation);

        Assert.True(everywhere);
        Assert.Equal(
            Enumerable.Repeat<string?[]>(["conversationUpdate", "installationUpdate"], 4).SelectMany(t => t),
            Bot.Activities.Select(a => (string?)a["type"]));
        JsonObject team = Bot.Activities[0];
        Assert.Equal("teamMemberAdded", (string?)team["channelData"]!["eventType"]);
        Assert.Equal("28:pledgebot-local", (string?)Assert.Single(team["membersAdded"]!.AsArray())!["id"]);
        Assert.Equal("add", (string?)Bot.Activities[1]["action"]);
        Assert.Equal(["28:pledgebot-local", "29:anna"], Bot.Activities[2]["membersAdded"]!.AsArray().Select(m => (string?)m!["id"]));
        Assert.Equal("personal", (string?)Bot.Activities[2]["conversation"]!["conversationType"]);
    }

    [Fact]
    public async Task Install_SecondTime_SaysNothing()
    {
        await Teams.Installer.InstallAsync(Cancellation);
        int before = Bot.Activities.Count;

        Assert.True(await Teams.Installer.InstallAsync(Cancellation));
        Assert.Equal(before, Bot.Activities.Count);
    }

    [Fact]
    public async Task Install_BotRefuses_CanBeTriedAgain()
    {
        Bot.Answer = _ => Task.FromResult<(int, JsonNode?)>((503, null));
        Assert.False(await Teams.Installer.InstallAsync(Cancellation));

        Bot.Answer = _ => Task.FromResult<(int, JsonNode?)>((200, null));
        Assert.True(await Teams.Installer.InstallAsync(Cancellation));
    }
}
