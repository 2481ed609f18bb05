using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Words;

public sealed class RefusalTextTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void For_EveryRefusal_IsASentence(string language)
    {
        using var culture = CultureScope.For(language);
        Partnership partnership = A.Story().Partnership;

        Refusal[] refusals =
        [
            .. Sample.OfEvery<Refusal>(),
            .. Enum.GetValues<TextField>().Select(field => new TextMissing(field)),
            .. Enum.GetValues<TextField>().Select(field => new TextTooLong(field, 60, 74)),
            .. Enum.GetValues<Duties>().Select(duty => new DutyNeeded(duty)),
        ];

        Assert.All(refusals, refusal =>
        {
            string sentence = RefusalText.For(refusal, partnership);
            Assert.Matches(@"^[\p{Lu}0-9].*\.$", sentence);
            Assert.DoesNotContain('{', sentence);
            Assert.DoesNotContain("  ", sentence, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void For_EveryRefusalInSwedish_ReadsAloud()
    {
        using var culture = CultureScope.For("sv");
        Partnership partnership = A.Story().Partnership;

        Snapshot.Match(Sample.OfEvery<Refusal>().ToDictionary(refusal => refusal.Code, refusal => RefusalText.For(refusal, partnership)));
    }

    [Fact]
    public void For_EveryMissingText_ReadsAloud()
    {
        using var culture = CultureScope.For("sv");
        Partnership partnership = A.Story().Partnership;

        Snapshot.Match(Enum.GetValues<TextField>().ToDictionary(
            field => field.ToString(),
            field => (string[])[
                RefusalText.For(new TextMissing(field), partnership),
                RefusalText.For(new TextTooLong(field, 60, 74), partnership)]));
    }

    [Fact]
    public void For_TooManyPicks_SaysWhatToDoAndWhatStands()
    {
        using var culture = CultureScope.For("sv");

        Assert.Equal(
            "Du valde 3 förslag, men du kan välja högst 2. Ta bort 1 och rösta igen. Om du har röstat tidigare gäller den rösten fortfarande.",
            RefusalText.For(new TooManyPicks(3, 2), A.Story().Partnership));
    }

    [Fact]
    public void For_DutyNeeded_NamesTheRolesThatHaveIt()
    {
        using var culture = CultureScope.For("sv");

        Assert.Equal(
            "Bara den som är trygghetssamordnare eller kommunpolis kan göra det här. Be någon av dem om hjälp.",
            RefusalText.For(new DutyNeeded(Duties.Coordinate), A.Story().Partnership));
    }

    [Fact]
    public void For_DutyThatNobodyHas_SaysSo()
    {
        using var culture = CultureScope.For("sv");
        var nobody = Partnership.Empty(new PartnershipId(Guid.Empty));

        Assert.Equal(
            "Ingen i gruppen har uppgiften att bekräfta gruppens förslag än.",
            RefusalText.For(new DutyNeeded(Duties.Confirm), nobody));
    }

    [Fact]
    public void For_MeasureThatIsOnlyAProposal_SaysWhenItBecomesOne()
    {
        using var culture = CultureScope.For("sv");
        Story story = A.Story();
        ProposalReference proposal = story.Propose(story.PlanWalk());

        Assert.StartsWith("V1-01 är ett förslag och ingen åtgärd.", RefusalText.For(new NoSuchMeasure(proposal), story.Partnership), StringComparison.Ordinal);
    }

    [Fact]
    public void For_RecommendationThatWaits_SaysForWhom()
    {
        using var culture = CultureScope.For("sv");
        Story story = A.Story();
        WalkNumber walk = story.WalkWithCandidates(1);
        story.Do(new RecommendWithoutPoll(walk), A.Coordinator);
        story.Do(new ConfirmRecommendation(walk), A.SafetyManager);

        Assert.Equal(
            "Gruppens förslag från V1 är redan klart och väntar på bekräftelse från polisen.",
            RefusalText.For(new AlreadyRecommended(walk), story.Partnership));
    }

    [Fact]
    public void For_UnknownProposal_SaysWhichIsTheLast()
    {
        using var culture = CultureScope.For("sv");
        Story story = A.Story();
        story.Propose(story.PlanWalk());

        Assert.Equal(
            "Det finns inget förslag V1-09. Det sista förslaget från V1 är V1-01.",
            RefusalText.For(new NoSuchProposal(A.Proposal(9)), story.Partnership));
        Assert.Equal(
            "Det finns ingen vandring V7. Den senaste vandringen är V1.",
            RefusalText.For(new NoSuchProposal(A.Proposal(1, walk: 7)), story.Partnership));
    }

    [Fact]
    public void For_DayOutsideThePromise_SaysWhichDaysItCovers()
    {
        using var culture = CultureScope.For("sv");

        Assert.Equal(
            "Inget löfte gäller 3 januari 2021. Löftet gäller från och med 1 januari 2020 till och med 31 december 2020. Välj en dag däremellan.",
            RefusalText.For(new OutsidePromise(new DateOnly(2021, 1, 3)), A.Story().Partnership));
    }

    [Fact]
    public void For_DueDayWhenThePeriodIsOver_DoesNotAskForAnImpossibleDay()
    {
        using var culture = CultureScope.For("sv");
        var over = new DueOutsidePeriod(new DateOnly(2021, 2, 1), new DateOnly(2021, 1, 15), new DateOnly(2020, 12, 31));

        Assert.Equal(
            "Löftesperioden tog slut 31 december 2020, så det går inte att välja en dag att vara klar.",
            RefusalText.For(over, A.Story().Partnership));
    }

    [Theory]
    [InlineData(0, "Inget förslag från V1 är kandidat")]
    [InlineData(1, "V1 har bara en kandidat")]
    [InlineData(2, "V1 har två kandidater")]
    public void For_TooFewCandidates_SaysWhatToDoWithThem(int candidates, string beginning)
    {
        using var culture = CultureScope.For("sv");

        string sentence = RefusalText.For(new TooFewCandidates(new WalkNumber(1), candidates), A.Story().Partnership);

        Assert.StartsWith(beginning, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void For_PartyWithoutVoters_NamesTheParty()
    {
        using var culture = CultureScope.For("sv");

        Assert.StartsWith(
            "Ingen från polisen är röstberättigad.",
            RefusalText.For(new PartyWithoutVoters(Party.Police), A.Story().Partnership),
            StringComparison.Ordinal);
    }
}
