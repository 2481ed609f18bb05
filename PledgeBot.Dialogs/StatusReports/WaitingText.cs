using PledgeBot.Dialogs.Members;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.StatusReports;

namespace PledgeBot.Dialogs.StatusReports;

/// <summary>Says what waits, and for whom. Votes are numbers per party: never who has answered, or what.</summary>
internal static class WaitingText
{
    private const int LongestSuggestion = 70;

    /// <summary>Gets the sentence.</summary>
    public static string For(Waiting waiting) => waiting switch
    {
        Waiting.OverdueMeasure late => Word.Fill(
            StatusTexts.OverdueMeasure,
            late.Reference,
            Clipped.To(late.Suggestion, LongestSuggestion),
            Word.For(late.Due),
            late.Responsible),
        Waiting.PartyConfirmation confirmation =>
            Word.Fill(StatusTexts.PartyConfirmation, confirmation.Walk, Word.For(confirmation.Party)),
        Waiting.DutyOf missing => MissingDutyText.For(new MissingDuty(missing.Party, missing.Duty)),
        Waiting.Votes votes => Word.Fill(
            StatusTexts.Votes,
            votes.Walk,
            Word.For(votes.ClosesAt),
            string.Join(", ", votes.Turnouts.Select(turnout =>
                Word.Fill(StatusTexts.Turnout, Word.For(turnout.Party), turnout.Answered, turnout.Entitled)))),
        Waiting.PollClosing closing => Word.Fill(StatusTexts.PollClosing, closing.Walk),
        Waiting.Settlement { Outcome: PollOutcome.NoVotes } none => Word.Fill(StatusTexts.UnsettledNoVotes, none.Walk),
        Waiting.Settlement { Outcome: PollOutcome.NotQuorate } few => Word.Fill(StatusTexts.UnsettledNotQuorate, few.Walk),
        Waiting.Settlement { Resort: LastResort.CastingVote } tied => Word.Fill(StatusTexts.TieCastingVote, tied.Walk),
        Waiting.Settlement { Resort: LastResort.Lots } tied => Word.Fill(StatusTexts.TieLots, tied.Walk),
        Waiting.Settlement tied => Word.Fill(StatusTexts.TieAgreement, tied.Walk),
        Waiting.NothingLeft { Candidates: 0 } nothing => Word.Fill(StatusTexts.NothingLeft, nothing.Walk),
        Waiting.NothingLeft { Candidates: 1 } one => Word.Fill(StatusTexts.NothingLeftOne, one.Walk),
        Waiting.NothingLeft some => Word.Fill(StatusTexts.NothingLeftMany, some.Walk, some.Candidates),
        Waiting.Choice choice => choice.Candidates <= PollRules.ChosenPerWalk
            ? Word.Fill(StatusTexts.ChoiceFew, choice.Walk)
            : Word.Fill(StatusTexts.ChoiceMany, choice.Walk, choice.Candidates),
        Waiting.TriageOf { Proposals: 1 } triage => Word.Fill(StatusTexts.TriageOne, triage.Walk),
        Waiting.TriageOf triage => Word.Fill(StatusTexts.TriageMany, triage.Walk, triage.Proposals),
        Waiting.WalkReport report => Word.Fill(StatusTexts.WalkReport, report.Walk, Word.WithWeekday(report.Date)),

        // Something that waits without a sentence is a bug that the tests of the texts find.
        _ => throw new InvalidOperationException($"There is no sentence for {waiting.GetType().Name}."),
    };
}
