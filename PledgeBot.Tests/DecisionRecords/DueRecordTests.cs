using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>When a record of decision is due, and the numbers that records get.</summary>
public sealed class DueRecordTests
{
    private static readonly WalkNumber Walk = new(1);
    private readonly Story _story = A.Story();

    [Fact]
    public void Confirmed_ByOneParty_IsNoDecisionToRecord()
    {
        _story.Do(new RecommendWithoutPoll(_story.WalkWithCandidates(1)), A.Coordinator);
        _story.Do(new ConfirmRecommendation(Walk), A.Chief);

        Assert.Empty(_story.Partnership.DueRecords);
    }

    [Fact]
    public void Decided_IsDueOnceAndGetsTheYearsFirstNumber()
    {
        _story.Decide();
        Assert.Equal([new DueRecord(Walk, RecordCause.Decided)], _story.Partnership.DueRecords);

        Record(new RecordNumber(2020, 1));

        Assert.Empty(_story.Partnership.DueRecords);
        Assert.Equal([new DecisionRecord(new RecordNumber(2020, 1), Walk, "sha256:00", A.Noon, Follows: null)], _story.Partnership.DecisionRecords);
    }

    [Fact]
    public void Record_TheSecondTimeOrWithAnotherNumber_ChangesNothing()
    {
        _story.Decide();
        Assert.Empty(_story.Do(new RecordDecision(Walk, new RecordNumber(2020, 2), "sha256:00"), by: null));
        Record(new RecordNumber(2020, 1));

        Assert.Empty(_story.Do(new RecordDecision(Walk, new RecordNumber(2020, 2), "sha256:00"), by: null));
        Assert.Single(_story.Partnership.DecisionRecords);
    }

    [Fact]
    public void Numbers_RunThroughTheYearAndBeginAgainAtMidnightInSweden()
    {
        _story.Decide();
        _story.Decide();
        Record(new RecordNumber(2020, 1));
        _story.Do(new RecordDecision(new WalkNumber(2), new RecordNumber(2020, 2), "sha256:00"), by: null);
        _story.Do(new EnterDiaryNumber(Walk, Party.Police, "A1/2021"), A.Officer);

        // An hour before it is midnight in UTC.
        Assert.Equal(new RecordNumber(2020, 3), _story.Partnership.NextRecordNumber(new DateTimeOffset(2020, 12, 31, 22, 59, 59, TimeSpan.Zero)));
        _story.Now = new DateTimeOffset(2020, 12, 31, 23, 0, 0, TimeSpan.Zero);
        Assert.Empty(_story.Do(new RecordDecision(Walk, new RecordNumber(2020, 3), "sha256:00"), by: null));
        Record(new RecordNumber(2021, 1));

        Assert.Equal(new RecordNumber(2020, 1), _story.Partnership.LatestRecordOf(Walk)!.Follows);
    }

    [Fact]
    public void DiaryNumber_BeforeTheRecord_IsPartOfIt()
    {
        _story.WalkWithCandidates(1);
        _story.Do(new EnterDiaryNumber(Walk, Party.Municipality, " KS 2020/118 "), A.Coordinator);

        Assert.Empty(_story.Partnership.DueRecords);
        Assert.Equal("KS 2020/118", _story.Partnership.MattersOf(Walk).DiaryNumbers[Party.Municipality]);
    }

    [Fact]
    public void DiaryNumber_AfterTheRecord_GivesALinkedOneAndTheSameAgainNone()
    {
        Recorded();

        _story.Do(new EnterDiaryNumber(Walk, Party.Police, "A1/2020"), A.Officer);
        Assert.Equal([new DueRecord(Walk, RecordCause.DiaryNumber)], _story.Partnership.DueRecords);
        Record(new RecordNumber(2020, 2));
        Assert.Equal(new RecordNumber(2020, 1), _story.Partnership.LatestRecordOf(Walk)!.Follows);

        Assert.Empty(_story.Do(new EnterDiaryNumber(Walk, Party.Police, "A1/2020"), A.Officer));
        Assert.Empty(_story.Partnership.DueRecords);
        _story.Do(new EnterDiaryNumber(Walk, Party.Police, "A2/2020"), A.Officer);
        Assert.Equal([new DueRecord(Walk, RecordCause.DiaryNumber)], _story.Partnership.DueRecords);
    }

    [Fact]
    public void Correction_GivesALinkedRecordAndTheSameAgainNone()
    {
        Recorded();
        var correct = new CorrectRecord(Walk, "Vandringen var den 3 september");

        _story.Do(correct, A.Coordinator);
        Assert.Empty(_story.Do(correct, A.Coordinator));

        Assert.Equal([new DueRecord(Walk, RecordCause.Correction)], _story.Partnership.DueRecords);
        Assert.Equal(
            [new RecordCorrection(new RecordNumber(2020, 1), "Trygghetssamordnare", "Vandringen var den 3 september", A.Noon)],
            _story.Partnership.MattersOf(Walk).Corrections);
    }

    [Fact]
    public void Replaced_IsDueWhenBothHaveConfirmedWhatTookThePlace()
    {
        _story.CloseAfter(_story.OpenPoll(_story.WalkWithCandidates(3)), [1, 2], [1, 2], [1, 3], [], [], [], []);
        _story.Confirm(Walk);
        Record(new RecordNumber(2020, 1));

        _story.Do(new ReplaceMeasure(A.Proposal(1), "Marken såldes", ByNewPoll: false, A.Poll(9), _story.Now.AddDays(5)), A.Coordinator);
        Assert.Empty(_story.Partnership.DueRecords);
        _story.Confirm(Walk);

        Assert.Equal([new DueRecord(Walk, RecordCause.MeasureReplaced)], _story.Partnership.DueRecords);
    }

    [Fact]
    public void SeveralCausesBeforeARecordIsMade_GiveOneRecord()
    {
        Recorded();
        _story.Do(new EnterDiaryNumber(Walk, Party.Police, "A1/2020"), A.Officer);
        _story.Do(new EnterDiaryNumber(Walk, Party.Municipality, "KS 2020/118"), A.Officer);
        _story.Do(new CorrectRecord(Walk, "Fel datum"), A.Coordinator);

        Assert.Equal([new DueRecord(Walk, RecordCause.DiaryNumber)], _story.Partnership.DueRecords);
        Record(new RecordNumber(2020, 2));
        Assert.Empty(_story.Partnership.DueRecords);
    }

    private void Recorded()
    {
        _story.Decide();
        Record(new RecordNumber(2020, 1));
    }

    private void Record(RecordNumber number) => Assert.Single(_story.Do(new RecordDecision(Walk, number, "sha256:00"), by: null));
}
