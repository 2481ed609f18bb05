using System.Text.Json.Nodes;
using PledgeBot.LocalTeams;

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

    [Fact]
    public async Task Install_RepeatedAsTeamsHasBeenSeenTo_ComesUnderIdsOfItsOwn()
    {
        await using LocalTeamsServer teams = await LocalTeamsServer.StartAsync(Bot, Time, configure: options => options.InstallEventCopies = 3);

        await teams.Installer.InstallAsync(Cancellation);

        JsonObject[] first = [.. Bot.Activities.Take(4)];
        Assert.Equal(["conversationUpdate", "conversationUpdate", "conversationUpdate", "installationUpdate"], first.Select(a => (string?)a["type"]));
        Assert.Equal(4, first.Select(a => (string?)a["id"]).Distinct().Count());
    }

    [Fact]
    public async Task Install_PlacesWithoutTheApp_AreLeftAlone()
    {
        var dag = new LocalMember("29:dag", "0c1d2e3f-1111-4222-8333-944455566604", "Dag", "");
        var eva = new LocalMember("29:eva", "0c1d2e3f-1111-4222-8333-944455566605", "Eva", "");
        await using LocalTeamsServer teams = await LocalTeamsServer.StartAsync(Bot, Time, configure: options =>
        {
            options.HasApp = false;
            options.FurtherTeams.Add(new("with", "Med", [], [dag], HasApp: true));
            options.FurtherTeams.Add(new("without", "Utan", [], [eva]));
        });

        Assert.True(await teams.Installer.InstallAsync(Cancellation));

        Assert.Equal(
            ["19:local-with@thread.tacv2", LocalTeamsServer.PersonalChatOf(dag)],
            Bot.Activities.Select(a => (string?)a["conversation"]!["id"]).Distinct());
    }
}
