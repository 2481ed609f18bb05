using System.Collections.Immutable;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.VotingRules;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Tests.VotingRules;

public sealed class RuleLinesTests : IDisposable
{
    private const string Open = "Öppen omröstning: vem som röstade på vad står i protokollet, som kan bli allmän handling.";

    private static readonly ImmutableArray<RollEntry> Roll = A.PollOf(municipality: 5, police: 2).Roll;

    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    [Fact]
    public void For_UsualRules_SaysThemAll() => Assert.Equal(
        [
            "Minst 4 av 7 behöver rösta, minst 1 från varje part.",
            "Du får avstå. Det räknas som att du har röstat.",
            "Röstar för få förlängs omröstningen en gång, med 3 arbetsdagar.",
            "Blir det lika röstar gruppen igen mellan dem, i 2 arbetsdagar.",
            "Blir det lika igen kommer de som bekräftar för kommunen och polisen överens.",
            Open,
        ],
        RuleLines.For(PollRules.Usual, Roll));

    [Fact]
    public void For_OtherRules_SaysThemAll()
    {
        PollRules rules = PollRules.Usual with
        {
            MayAbstain = false,
            IsSecret = true,
            Share = QuorumShare.TwoThirds,
            BothParties = false,
            ExtensionDays = 0,
            RunOffDays = 1,
            LastResort = LastResort.CastingVote,
            Chair = A.Member(1),
            NamesInRecord = true,
        };

        Assert.Equal(
            [
                "Minst 5 av 7 behöver rösta.",
                "Det går inte att avstå.",
                "Röstar för få förlängs omröstningen inte.",
                "Blir det lika röstar gruppen igen mellan dem, i 1 arbetsdag.",
                "Blir det lika igen har den som är tjänsteperson utslagsröst och skriver varför.",
                "Protokollet har medlemmarnas namn, inte bara deras roller.",
                "Sluten omröstning: vad du röstar på sparas skilt från ditt namn. I protokollet står rösterna, men inte vems de är. Den som sköter databasen kan para ihop dem tills omröstningen stänger. Då förstörs nyckeln.",
            ],
            RuleLines.For(rules, Roll));
    }

    [Fact]
    public void For_Everybody_SaysAllAndNotWhichParty() =>
        Assert.Equal("Alla 7 behöver rösta.", RuleLines.For(PollRules.Usual with { Share = QuorumShare.Everybody }, Roll).First());

    [Fact]
    public void For_ChairWhomSomebodyStandsInFor_IsTheChair() => Assert.Contains(
        "Blir det lika igen har ordföranden utslagsröst och skriver varför.",
        RuleLines.For(PollRules.Usual with { LastResort = LastResort.CastingVote, Chair = A.Stranger }, Roll));

    [Fact]
    public void For_RunOff_HasNoExtensionAndNoOtherRunOff() => Assert.Equal(
        [
            "Minst 4 av 7 behöver rösta, minst 1 från varje part.",
            "Du får avstå. Det räknas som att du har röstat.",
            "Blir det lika igen avgör lotten.",
            Open,
        ],
        RuleLines.For(A.PollOf() with { RunOffOf = A.Poll(2), Rules = PollRules.Usual with { LastResort = LastResort.Lots } }));

    [Fact]
    public void For_EmptyRoll_LeavesTheNumbersOut() =>
        Assert.DoesNotContain(RuleLines.For(PollRules.Usual, []), line => line.Contains("behöver rösta", StringComparison.Ordinal));

    [Fact]
    public void RollLines_OfManyVoters_NameTheFirstAndCountTheRest() => Assert.EndsWith(
        "Tjänsteperson och 5 till.", RollLines.For(A.PollOf(municipality: 20).Roll).First(), StringComparison.Ordinal);

    [Fact]
    public void RollLines_NameEachPartysRolesAndTheSubstitutes() => Assert.Equal(
        [
            "Kommunen (2): Räddningstjänst och Skola.",
            "Polisen: ingen.",
            "Ersättare: Räddningstjänst i stället för Gata/park.",
        ],
        RollLines.For(
        [
            new RollEntry(A.RescueService, Party.Municipality, "Räddningstjänst", "Gata/park"),
            new RollEntry(A.School, Party.Municipality, "Skola"),
        ]));
}
