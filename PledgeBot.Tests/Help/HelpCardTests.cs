using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Help;
using PledgeBot.Dialogs.Measures;
using PledgeBot.Dialogs.Promises;
using PledgeBot.Dialogs.StatusReports;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Weekly;
using PledgeBot.Domain.Members;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Parts;

namespace PledgeBot.Tests.Help;

public sealed class HelpCardTests : IDisposable
{
    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    [Fact]
    public void Draw_ForACoordinatorInTheChannel_LeadsWithWhatCoordinatorsDo() =>
        Snapshot.Match(HelpCard.Draw(Commands(), Member(A.Coordinator), isPersonal: false).Card);

    [Fact]
    public void Draw_InThePersonalChat_TellsAboutTheSteps() =>
        Snapshot.Match(HelpCard.Draw(Commands(), Member(A.RescueService), isPersonal: true).Card);

    [Fact]
    public void Draw_CommandWithoutDescription_IsLeftOut()
    {
        ChatCommand hidden = new(() => "felsök", Description: null, (_, _, _) => Task.CompletedTask);

        AdaptiveCard card = HelpCard.Draw([hidden, .. Commands()], Member(A.Streets), isPersonal: true).Card;

        Assert.DoesNotContain("felsök", CardJson.WriteString(card), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_ManyCommands_KeepsToTheRules()
    {
        ChatCommand[] many = [.. Enumerable.Range(1, 60).Select(number => new ChatCommand(
            () => $"kommando {number}",
            () => new string('å', 80),
            (_, _, _) => Task.CompletedTask))];

        CardRules.Check(HelpCard.Draw([.. Commands(), .. many], Member(A.Coordinator), isPersonal: false).Card);
    }

    private static ChatCommand[] Commands() =>
    [
        .. ((Feature[])[new MeasureFeature(null!), new StatusFeature(), new WeeklyFeature(null!), new PromiseFeature(null!), new HelpFeature(null!)])
            .SelectMany(feature => feature.Commands),
    ];

    private static Member Member(MemberId id) => A.Story().Partnership.FindMember(id)!;
}
