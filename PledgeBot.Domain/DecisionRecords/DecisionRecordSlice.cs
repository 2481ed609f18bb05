using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>The records of decision: what they hold beside the choice itself, when one is due, and their numbers.</summary>
internal static class DecisionRecordSlice
{
    public static Decision Enter(Partnership partnership, EnterDiaryNumber command)
    {
        if (partnership.FindWalk(command.Walk) is null)
        {
            return Decision.Refuse(new NoSuchWalk(command.Walk));
        }

        string number = command.Number.Trim();
        if (partnership.MattersOf(command.Walk).DiaryNumbers.GetValueOrDefault(command.Party) == number)
        {
            return Decision.Accept();
        }

        return TextRule.Required(TextField.DiaryNumber, number, EnterDiaryNumber.LongestNumber) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new DiaryNumberEntered(command.Walk, command.Party, number));
    }

    public static Decision Correct(Partnership partnership, CorrectRecord command, Moment moment)
    {
        if (partnership.LatestRecordOf(command.Walk) is not { } latest)
        {
            return Decision.Refuse(new NoRecordYet(command.Walk));
        }

        string text = command.Text.Trim();
        if (partnership.MattersOf(command.Walk).Corrections is [.., var last] && last.Record == latest.Number && last.Text == text)
        {
            return Decision.Accept();
        }

        return TextRule.Required(TextField.CorrectionText, text, CorrectRecord.LongestText) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new RecordCorrected(command.Walk, latest.Number, partnership.FindMember(moment.By!.Value)!.Title, text));
    }

    public static Decision Record(Partnership partnership, RecordDecision command, Moment moment) =>
        partnership.DueRecords.Any(due => due.Walk == command.Walk) && command.Number == partnership.NextRecordNumber(moment.Now)
            ? Decision.Accept(new DecisionRecorded(command.Number, command.Walk, command.Checksum, partnership.LatestRecordOf(command.Walk)?.Number))
            : Decision.Accept();

    public static Partnership Evolve(Partnership partnership, DiaryNumberEntered entered)
    {
        RecordMatters matters = partnership.MattersOf(entered.Walk);
        Partnership after = With(partnership, entered.Walk, matters with { DiaryNumbers = matters.DiaryNumbers.SetItem(entered.Party, entered.Number) });
        return after.LatestRecordOf(entered.Walk) is null ? after : Due(after, entered.Walk, RecordCause.DiaryNumber);
    }

    public static Partnership Evolve(Partnership partnership, RecordCorrected corrected, DateTimeOffset at)
    {
        RecordMatters matters = partnership.MattersOf(corrected.Walk);
        var correction = new RecordCorrection(corrected.Record, corrected.Title, corrected.Text, at);
        return Due(
            With(partnership, corrected.Walk, matters with { Corrections = matters.Corrections.Add(correction) }), corrected.Walk, RecordCause.Correction);
    }

    public static Partnership Evolve(Partnership partnership, DecisionRecorded recorded, DateTimeOffset at) => partnership with
    {
        DecisionRecords = partnership.DecisionRecords.Add(
            new DecisionRecord(recorded.Number, recorded.Walk, recorded.Checksum, at, recorded.Follows)),
        DueRecords = partnership.DueRecords.RemoveAll(due => due.Walk == recorded.Walk),
    };

    /// <summary>Notes that a record is due once both parties have confirmed.</summary>
    public static Partnership Note(Partnership partnership, RecommendationConfirmed confirmed)
    {
        Recommendation recommendation = partnership.Recommendations[confirmed.Walk];
        return recommendation.IsDecided
            ? Due(partnership, confirmed.Walk, recommendation.Replaces is null ? RecordCause.Decided : RecordCause.MeasureReplaced)
            : partnership;
    }

    private static Partnership Due(Partnership partnership, WalkNumber walk, RecordCause cause) =>
        partnership.DueRecords.Any(due => due.Walk == walk)
            ? partnership
            : partnership with { DueRecords = partnership.DueRecords.Add(new DueRecord(walk, cause)) };

    private static Partnership With(Partnership partnership, WalkNumber walk, RecordMatters matters) =>
        partnership with { MattersByWalk = partnership.MattersByWalk.SetItem(walk, matters) };
}
