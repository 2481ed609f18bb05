using System.Collections.Immutable;
using PledgeBot.Dialogs.StatusReports;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Measures;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Words;

namespace PledgeBot.Tests.StatusReports;

public sealed class StatusCardTests : IDisposable
{
    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    [Fact]
    public void Draw_NewPromise_SaysThatNothingIsDecidedAndNothingWaits() => Snapshot.Match(StatusCard.Draw(A.Story().Report).Card);

    [Fact]
    public void Draw_NoPromise_SaysSo()
    {
        var empty = Partnership.Empty(new PartnershipId(Guid.Empty));

        Snapshot.Match(StatusCard.Draw(StatusReport.Of(empty, new Dictionary<PollId, BallotBox>(), A.Noon)).Card);
    }

    [Fact]
    public void Draw_MeasuresInEveryState_HasThemInProportionAndAsText() => Snapshot.Match(StatusCard.Draw(InEveryState()).Card);

    [Fact]
    public void Draw_MeasuresInEveryStateInEnglish_IsInEnglish()
    {
        using var culture = CultureScope.For("en");

        Snapshot.Match(StatusCard.Draw(InEveryState()).Card);
    }

    [Fact]
    public void Draw_OpenPoll_TellsHowManyHaveAnsweredAndNeverWhat()
    {
        Story story = A.Story();
        WalkNumber walk = story.WalkWithCandidates(4);
        PollId poll = story.OpenPoll(walk);
        story.Vote(poll, A.Streets, 2, 3);
        story.Vote(poll, A.Chief, 2);
        AdaptiveCard before = StatusCard.Draw(story.Report).Card;
        story.Vote(poll, A.Streets, 1, 4);
        story.Vote(poll, A.Chief);
        AdaptiveCard after = StatusCard.Draw(story.Report).Card;

        Assert.Contains("Har svarat: kommunen 1 av 5, polisen 1 av 2.", CardRules.TextOf(before), StringComparison.Ordinal);
        Assert.Equal(CardJson.WriteString(before), CardJson.WriteString(after));
        Assert.DoesNotContain("V1-0", CardJson.WriteString(before), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_BothPartiesAreToConfirm_HasOneButtonForTheOneCard()
    {
        Story story = A.Story();
        WalkNumber walk = story.WalkWithCandidates(1);
        story.Do(new RecommendWithoutPoll(walk), A.Coordinator);

        AdaptiveCard card = StatusCard.Draw(story.Report).Card;

        Assert.Equal(["Gruppens förslag V1", "Åtgärder", "Löftet"], card.Actions!.Select(action => action.Title!));
    }

    [Theory]
    [InlineData(2019, 12, 31, "Löftesperioden börjar 1 januari 2020")]
    [InlineData(2020, 1, 1, "365 dagar kvar av löftesperioden")]
    [InlineData(2020, 12, 30, "1 dag kvar av löftesperioden")]
    [InlineData(2020, 12, 31, "Det här är löftesperiodens sista dag")]
    [InlineData(2021, 1, 1, "Löftesperioden är slut")]
    public void Draw_AroundThePeriod_SaysWhatIsLeft(int year, int month, int day, string expected)
    {
        Story story = A.Story();
        story.Now = new DateTimeOffset(year, month, day, 11, 0, 0, TimeSpan.Zero);

        Assert.Contains(expected, CardRules.TextOf(StatusCard.Draw(story.Report).Card), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_EverythingAtItsMost_KeepsToTheRules()
    {
        Measure[] measures = [.. Enumerable.Range(1, 60).Select(number => MeasureListCardTests.Measure(
            number,
            MeasureStatus.Ongoing,
            due: A.Today.AddDays(-number),
            suggestion: string.Join(' ', Enumerable.Repeat("sly", 75)),
            responsible: new string('ä', MeasurePlan.LongestResponsible)))];
        Promise promise = A.Story().Partnership.Promises[0] with { Title = new string('Å', GivePromise.LongestTitle) };
        ImmutableArray<Waiting> waiting =
        [
            .. measures.Select(measure =>
                new Waiting.OverdueMeasure(measure.Reference, measure.Suggestion, measure.Plan.Responsible, measure.Plan.Due)),
            .. Sample.OfEvery<Waiting>(),
        ];

        AdaptiveCard card = StatusCard.Draw(new StatusReport(A.Today, promise, 100, [.. measures], waiting)).Card;

        CardRules.Check(card);
        Assert.Contains("… och 48 till.", CardRules.TextOf(card), StringComparison.Ordinal);
        Assert.Contains("… och 62 saker till.", CardRules.TextOf(card), StringComparison.Ordinal);
    }

    internal static StatusReport InEveryState()
    {
        Measure[] measures = MeasureListCardTests.InEveryState();
        Measure late = measures[^1];
        return new StatusReport(
            A.Today,
            A.Story().Partnership.Promises[0],
            DaysLeft: 115,
            [.. measures],
            [new Waiting.OverdueMeasure(late.Reference, late.Suggestion, late.Plan.Responsible, late.Plan.Due), .. Sample.OfEvery<Waiting>().Skip(4)]);
    }
}
