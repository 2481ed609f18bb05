using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams;
using PledgeBot.LocalTeams.Extension;

namespace PledgeBot.Tests.LocalTeams;

public sealed class OptionsTests
{
    private static readonly LocalMember Dag = new("29:dag", "0c1d2e3f-1111-4222-8333-944455566604", "Dag", "");

    public static TheoryData<string, Action<LocalTeamsOptions>> Wrong => new()
    {
        { "1 to 200", o => o.Members.Clear() },
        { "different", o => o.Members.Add(LocalTeamsServer.Anna) },
        { "same Id", o => o.FurtherTeams.Add(new("b", "B", [], [LocalTeamsServer.Anna with { AadObjectId = "other" }])) },
        { "same AadObjectId", o => o.GroupChats.Add(new("b", "B", [LocalTeamsServer.Anna with { Id = "29:other" }])) },
        { "29:", o => o.Members.Add(Dag with { Id = "dag" }) },
        { "28:", o => o.BotId = "bot" },
        { "Key", o => o.FurtherTeams.Add(new("team", "B", [], [Dag])) },
        { "Key", o => o.FurtherTeams.Add(new("Å", "B", [], [Dag])) },
        { "same Key", o => o.GroupChats.AddRange([new("b", "B", [Dag]), new("b", "C", [Dag])]) },
        { "BotTimeout", o => o.BotTimeout = TimeSpan.FromMinutes(6) },
        { "DialogTimeout", o => o.DialogTimeout = TimeSpan.Zero },
        { "InstallEventCopies", o => o.InstallEventCopies = 5 },
        { "1 to 5 parameters", o => o.ExtensionCommands.Add(new("search", "Sök", ExtensionCommandType.Query)) },
        { "same Id", o => o.ExtensionCommands.AddRange([new("a", "A", ExtensionCommandType.Action), new("a", "B", ExtensionCommandType.Action)]) },
        { "1 to 32", o => o.ExtensionCommands.Add(new("a", new string('a', 33), ExtensionCommandType.Action)) },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task Start_WithOptionsOutOfBounds_SaysWhich(string expected, Action<LocalTeamsOptions> change)
    {
        await using TestBot bot = await TestBot.StartAsync();

        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => LocalTeamsServer.StartAsync(bot, configure: change));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }
}
