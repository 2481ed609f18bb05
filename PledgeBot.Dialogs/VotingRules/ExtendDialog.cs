using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.VotingRules;

/// <summary>
/// The dialog that gives an open poll more time. The subject is the poll; a walk is settled to its latest poll, and nothing to the only
/// one that is open.
/// </summary>
internal static class ExtendDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "poll-extend";

    private const string Date = "closesOn";
    private const string Time = "closesAt";
    private const string Reason = "reason";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => RuleTexts.ExtendTitle, Start, Ask, SaveAsync);

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return Refuse(new DutyNeeded(Duties.Coordinate));
        }

        Poll[] open = [.. partnership.Polls.Where(poll => poll.IsOpenAt(turn.Now))];
        Poll? found;
        if (PollId.TryParse(subject, CultureInfo.InvariantCulture, out PollId id))
        {
            found = partnership.FindPoll(id);
        }
        else if (WalkNumber.TryParse(subject, CultureInfo.InvariantCulture, out WalkNumber walk))
        {
            found = partnership.LatestPollOf(walk);
            if (found is null)
            {
                return partnership.FindWalk(walk) is null ? Refuse(new NoSuchWalk(walk)) : new DialogStart.NotNow(Word.Fill(RuleTexts.NoVoteYet, walk));
            }
        }
        else if (open is [var only])
        {
            found = only;
        }
        else
        {
            return new DialogStart.NotNow(open.Length == 0 ? RuleTexts.NoOpenVote : Word.Fill(RuleTexts.ExtendWhich, open[0].Walk));
        }

        // The rules themselves say what stands in the way, before anybody fills in a form.
        return found is null ? Refuse(new NoSuchPoll())
            : partnership.Decide(new ExtendPoll(found.Id, found.OpenedAt + OpenPoll.Longest, "?"), new Moment(turn.Member.Id, turn.Now)) is Decision.Refused refused
                ? Refuse(refused.Reason)
                : new DialogStart.Ready(
                    found.Id.ToString(),
                    Word.Fill(RuleTexts.ExtendIntroduction, found.Walk, partnership.FindWalk(found.Walk)!.Locality, Word.For(found.ClosesAt)),
                    Given(found));

        DialogStart.NotNow Refuse(Refusal refusal) => new(RefusalText.For(refusal, partnership));
    }

    private static Answers Given(Poll poll)
    {
        DateOnly usual = WorkingDays.Add(SwedishTime.DayAt(poll.ClosesAt), PollRules.UsualExtensionDays);
        DateOnly latest = LatestOf(poll);
        return Answers.None
            .With(Date, DateQuestion.Write(usual < latest ? usual : latest))
            .With(Time, TimeQuestion.Write(TimeOnly.FromDateTime(SwedishTime.LocalAt(poll.ClosesAt))));
    }

    private static DateOnly LatestOf(Poll poll) => SwedishTime.DayAt(poll.OpenedAt + OpenPoll.Longest);

    private static Question[] Ask(TurnContext turn, string subject)
    {
        Poll poll = PollOf(turn, subject);
        return
        [
            new ClosingDayQuestion(
                Date,
                () => RuleTexts.ExtendDay,
                () => RuleTexts.ExtendDayPrompt,
                SwedishTime.DayAt(turn.Now),
                SwedishTime.DayAt(poll.ClosesAt),
                LatestOf(poll)),
            new TimeQuestion(Time, () => RuleTexts.ExtendTime, () => RuleTexts.ExtendTimePrompt),
            new TextQuestion(Reason, () => RuleTexts.ExtendReason, () => RuleTexts.ExtendReasonPrompt, ExtendPoll.LongestReason)
            {
                FormHint = () => RuleTexts.ExtendReasonHint,
            },
        ];
    }

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        Poll poll = PollOf(turn, subject);
        DateOnly day = DateQuestion.Parse(answers[Date]);
        DateTimeOffset closesAt = SwedishTime.InstantOf(day.ToDateTime(TimeQuestion.Parse(answers[Time])));
        if (turn.Do(new ExtendPoll(poll.Id, closesAt, answers[Reason])) is { } refusal)
        {
            return Task.FromResult<DialogEnd>(new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), refusal switch
            {
                ExtensionOutOfRange => Date,
                TextMissing or TextTooLong => Reason,
                _ => null,
            }));
        }

        string warnings = ClosingDay.WarningsFor(SwedishTime.DayAt(turn.Now), day);
        return Task.FromResult<DialogEnd>(
            new DialogEnd.Saved($"{Word.Fill(RuleTexts.ExtendSaved, poll.Walk, Word.For(closesAt))} {warnings}".TrimEnd()));
    }

    // The subject was settled by Start, which saving asks again.
    private static Poll PollOf(TurnContext turn, string subject) => turn.Partnership.FindPoll(PollId.Parse(subject, CultureInfo.InvariantCulture))!;
}
