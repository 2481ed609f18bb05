using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.Polls;

/// <summary>
/// The dialog in which the chair gives the casting vote (utslagsröst), always with a reason. The subject is the poll; a walk is settled to
/// its latest poll, and nothing to the only one that waits.
/// </summary>
internal static class CastingVoteDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "poll-casting-vote";

    private const string Picks = "picks";
    private const string Reason = "reason";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => PollTexts.CastingVoteTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => PollTexts.CommandCastingVote.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        var reading = UnsettledReading.Read(turn, subject);
        return reading.Unsettled is not { } unsettled ? new DialogStart.NotNow(reading.Sentence)
            : !SettlementButtons.HasCastingVote(unsettled) ? Refuse(new NotTheLastResort(LastResort.CastingVote))
            : unsettled.Poll.Rules.Chair != turn.Member.Id ? Refuse(new NotTheChair())
            : new DialogStart.Ready(
                unsettled.Poll.Id.ToString(),
                Word.Fill(
                    PollTexts.CastingVoteIntroduction,
                    unsettled.Poll.Walk,
                    PollCard.LocalityOf(unsettled.Poll, turn.Partnership),
                    SettlementLines.MatterOf(unsettled)),
                reading.Picks.IsEmpty ? Answers.None : Answers.None.With(Picks, SettlementQuestion.Write(reading.Picks)))
            {
                Written = unsettled.Poll.Walk.ToString(),
            };

        DialogStart.NotNow Refuse(Refusal refusal) => new(RefusalText.For(refusal, turn.Partnership));
    }

    private static Question[] Ask(TurnContext turn, string subject)
    {
        // What was left to settle may have been settled while the dialog went on; then Start says so, and nothing can be chosen.
        Unsettled unsettled = UnsettledReading.Read(turn, subject).Unsettled
            ?? new Unsettled(turn.Partnership.FindPoll(PollId.Parse(subject, CultureInfo.InvariantCulture))!, [], 0, IsTie: true);
        return
        [
            new SettlementQuestion(Picks, unsettled, turn.Partnership),
            new TextQuestion(Reason, () => PollTexts.CastingVoteReason, () => PollTexts.CastingVoteReasonPrompt, GiveCastingVote.LongestReason),
        ];
    }

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        var command = new GiveCastingVote(PollId.Parse(subject, CultureInfo.InvariantCulture), SettlementQuestion.Parse(answers[Picks]), answers[Reason]);
        return Task.FromResult<DialogEnd>(turn.Do(command) is { } refusal
            ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), refusal is TextMissing or TextTooLong ? Reason : Picks)
            : new DialogEnd.Saved(Word.Fill(PollTexts.CastingVoteSaved, PollLines.Names(command.Chosen))));
    }
}
