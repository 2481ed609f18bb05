using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Polls;

/// <summary>The dialogs that start a poll and a run-off.</summary>
internal static class PollDialogs
{
    /// <summary>The name of the dialog that starts a poll; its subject is the walk.</summary>
    public const string Open = "poll-open";

    private const string Date = "closesOn";
    private const string Time = "closesAt";
    private const string Rule = "rule";
    private const string Exactly = "exactly";
    private const string AtMost = "atmost";

    private const int DaysForPoll = 7;

    private static readonly TimeOnly UsualClosing = new(15, 0);

    /// <summary>Starts a poll among a walk's candidates.</summary>
    public static GuidedDialog OpenPoll { get; } = new(
        Open,
        () => PollTexts.OpenDialogTitle,
        StartPoll,
        (turn, _) => [DateOf(turn), TimeOfDay(), RuleChoice()],
        (turn, subject, answers, _) => Task.FromResult(
            Save(turn, poll => new OpenPoll(poll, WalkNumber.Parse(subject, CultureInfo.InvariantCulture), turn.Partnership.PollRules with { Exactly = answers[Rule] == Exactly }, ClosesAt(answers)), answers)))
    {
        Phrase = () => PollTexts.PhraseOpen,
    };

    private static DialogStart StartPoll(TurnContext turn, string subject)
    {
        if (Coordinates(turn) is { } notNow)
        {
            return notNow;
        }

        Partnership partnership = turn.Partnership;
        Walk? walk = WalkNumber.TryParse(subject, CultureInfo.InvariantCulture, out WalkNumber number)
            ? partnership.FindWalk(number)
            : partnership.Walks.LastOrDefault(candidate => IsReady(partnership, candidate));
        if (walk is null)
        {
            return new DialogStart.NotNow(PollTexts.NoWalkToVoteOn);
        }

        // The rules themselves say what stands in the way, before anybody fills in a form.
        var trial = new OpenPoll(PollId.New(turn.Now), walk.Number, partnership.PollRules, Usually(turn.Now, DaysForPoll));
        return partnership.Decide(trial, new Moment(turn.Member.Id, turn.Now)) is Decision.Refused refused
            ? new DialogStart.NotNow(RefusalText.For(refused.Reason, partnership))
            : new DialogStart.Ready(
                walk.Number.ToString(),
                Word.Fill(PollTexts.OpenIntroduction, walk.Number, walk.Locality, partnership.ProposalsOf(walk.Number).Count(proposal => proposal.IsCandidate)),
                Given(turn.Now, DaysForPoll).With(Rule, partnership.PollRules.Exactly ? Exactly : AtMost));
    }

    private static DialogStart.NotNow? Coordinates(TurnContext turn) => turn.Member.Has(Duties.Coordinate)
        ? null
        : new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), turn.Partnership));

    private static bool IsReady(Partnership partnership, Walk walk) =>
        walk.IsCarriedOut && partnership.ProposalsOf(walk.Number).Any(proposal => proposal.IsCandidate) && !partnership.IsPutToGroup(walk.Number);

    private static DialogEnd Save(TurnContext turn, Func<PollId, Command> open, Answers answers) =>
        turn.Do(open(PollId.New(turn.Now))) is { } refusal
            ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), refusal is ClosingTimeOutOfRange ? Date : null)
            : new DialogEnd.Saved(Word.Fill(PollTexts.Opened, turn.Partnership.Polls[^1].Walk, Word.For(ClosesAt(answers))));

    private static Answers Given(DateTimeOffset now, int days) => Answers.None
        .With(Date, DateQuestion.Write(SwedishTime.DayAt(Usually(now, days))))
        .With(Time, TimeQuestion.Write(UsualClosing));

    private static DateTimeOffset Usually(DateTimeOffset now, int days) =>
        SwedishTime.InstantOf(SwedishTime.DayAt(now).AddDays(days).ToDateTime(UsualClosing));

    private static DateTimeOffset ClosesAt(Answers answers) =>
        SwedishTime.InstantOf(DateQuestion.Parse(answers[Date]).ToDateTime(TimeQuestion.Parse(answers[Time])));

    private static DateQuestion DateOf(TurnContext turn) => new(Date, () => PollTexts.QuestionDate, () => PollTexts.QuestionDatePrompt)
    {
        Earliest = SwedishTime.DayAt(turn.Now),
        Latest = SwedishTime.DayAt(turn.Now + Domain.Polls.OpenPoll.Longest),
    };

    private static TimeQuestion TimeOfDay() => new(Time, () => PollTexts.QuestionTime, () => PollTexts.QuestionTimePrompt);

    private static ChoiceQuestion RuleChoice() => new(
        Rule,
        () => PollTexts.QuestionRule,
        () => PollTexts.QuestionRulePrompt,
        [new Choice(Exactly, PollTexts.RuleExactlyTwo), new Choice(AtMost, PollTexts.RuleAtMostTwo)]);
}
