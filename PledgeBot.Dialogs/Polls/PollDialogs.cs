using System.Collections.Immutable;
using System.Globalization;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.VotingRules;
using PledgeBot.Dialogs.Walks;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Polls;

/// <summary>The dialog that starts a poll.</summary>
internal static class PollDialogs
{
    /// <summary>The dialog's name; its subject is the walk.</summary>
    public const string Open = "poll-open";

    private const string Date = "closesOn";
    private const string Time = "closesAt";

    private const int UsualDays = 7;

    // A walk may have many candidates, and the form is to fit a phone.
    private const int MostCandidatesTold = 12;
    private const int LongestCandidate = 90;

    private static readonly TimeOnly UsualClosing = new(15, 0);

    /// <summary>Starts a poll among a walk's candidates.</summary>
    public static GuidedDialog OpenPoll { get; } = new(Open, () => PollTexts.OpenDialogTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => PollTexts.PhraseOpen,
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), partnership));
        }

        var reading = WalkReading.Read(subject, partnership, walks => Settle(turn, walks), PollTexts.NoWalkToVoteOn);
        if (reading is not WalkReading.Found { Walk: var walk })
        {
            return new DialogStart.NotNow(((WalkReading.None)reading).Sentence);
        }

        if (RefuseWalk(turn, walk.Number) is { } refusal)
        {
            return new DialogStart.NotNow(RefusalText.For(refusal, partnership));
        }

        PollRules rules = RulesFor(partnership, walk.Number);
        return new DialogStart.Ready(
            walk.Number.ToString(),
            Introduction(partnership, walk, rules),
            RulesDialog.GivenPicksAndKind(rules)
                .With(Date, DateQuestion.Write(UsualDay(turn)))
                .With(Time, TimeQuestion.Write(UsualClosing)));
    }

    /// <summary>Finds the walk that can be voted about, or else the one that comes closest, so that it can be said what is missing.</summary>
    private static Walk? Settle(TurnContext turn, ImmutableArray<Walk> walks) =>
        walks.LastOrDefault(walk => RefuseWalk(turn, walk.Number) is null) ?? walks.LastOrDefault(walk => IsReady(turn.Partnership, walk));

    // The rules themselves say what stands in the way, before anybody fills in a form.
    private static Refusal? RefuseWalk(TurnContext turn, WalkNumber walk)
    {
        var trial = new OpenPoll(PollId.New(turn.Now), walk, RulesFor(turn.Partnership, walk), ClosesAt(UsualDay(turn), UsualClosing));
        return (turn.Partnership.Decide(trial, new Moment(turn.Member.Id, turn.Now)) as Decision.Refused)?.Reason;
    }

    private static DateOnly UsualDay(TurnContext turn) => WorkingDays.FirstOnOrAfter(SwedishTime.DayAt(turn.Now).AddDays(UsualDays));

    private static bool IsReady(Partnership partnership, Walk walk) =>
        walk.IsCarriedOut && partnership.ProposalsOf(walk.Number).Any(proposal => proposal.IsCandidate) && !partnership.IsPutToGroup(walk.Number);

    /// <summary>Gets the group's rules. Among two candidates nobody can be made to choose both, so it is at most two.</summary>
    private static PollRules RulesFor(Partnership partnership, WalkNumber walk) =>
        HasChoiceOfRule(partnership, walk) ? partnership.PollRules : partnership.PollRules with { Exactly = false };

    private static bool HasChoiceOfRule(Partnership partnership, WalkNumber walk) => partnership.CandidatesOf(walk).Length > PollRules.ChosenPerWalk;

    /// <summary>Gets what is put to whom, and by which other rules: the candidates, the list of voters, and the rules that are not asked for.</summary>
    private static string Introduction(Partnership partnership, Walk walk, PollRules rules)
    {
        ImmutableArray<ProposalReference> candidates = partnership.CandidatesOf(walk.Number);
        ImmutableArray<RollEntry> roll = partnership.RollOf(walk.Number);
        List<string> listed =
        [
            .. candidates.Take(MostCandidatesTold).Select(candidate => Clipped.To(PollCard.OptionOf(partnership, candidate), LongestCandidate)),
        ];
        if (candidates.Length > MostCandidatesTold)
        {
            listed.Add(Word.Fill(RuleTexts.OpenMoreCandidates, candidates.Length - MostCandidatesTold));
        }

        List<string> paragraphs = [Word.Fill(RuleTexts.OpenCandidates, walk.Number, walk.Locality, candidates.Length), Listed(listed)];
        if (candidates.Length == PollRules.ChosenPerWalk)
        {
            paragraphs.Add(Word.Fill(RuleTexts.OpenTwoCandidates, walk.Number));
        }

        paragraphs.Add(Word.Fill(RuleTexts.OpenRoll, roll.Length, walk.Number));
        paragraphs.Add(Listed(RollLines.For(roll)));
        paragraphs.Add(RuleTexts.OpenOtherRules);
        paragraphs.Add(Listed(RuleLines.BesideKind(rules, roll)));
        return string.Join("\n\n", paragraphs);
    }

    private static string Listed(IEnumerable<string> items) => string.Join('\n', items.Select(item => $"- {item}"));

    private static Question[] Ask(TurnContext turn, string subject)
    {
        DateOnly today = SwedishTime.DayAt(turn.Now);
        return
        [
            new ClosingDayQuestion(
                Date,
                () => PollTexts.QuestionDate,
                () => PollTexts.QuestionDatePrompt,
                today,
                today,
                SwedishTime.DayAt(turn.Now + Domain.Polls.OpenPoll.Longest)),
            new TimeQuestion(Time, () => PollTexts.QuestionTime, () => PollTexts.QuestionTimePrompt),
            .. HasChoiceOfRule(turn.Partnership, WalkOf(subject)) ? [RulesDialog.AskPicks()] : Array.Empty<Question>(),
            RulesDialog.AskKind(),
        ];
    }

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        WalkNumber walk = WalkOf(subject);
        DateOnly closingDay = DateQuestion.Parse(answers[Date]);
        DateTimeOffset closesAt = ClosesAt(closingDay, TimeQuestion.Parse(answers[Time]));
        PollRules rules = RulesDialog.ReadPicksAndKind(turn.Partnership.PollRules, answers);
        if (turn.Do(new OpenPoll(PollId.New(turn.Now), walk, rules, closesAt)) is { } refusal)
        {
            return Task.FromResult<DialogEnd>(
                new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), refusal is ClosingTimeOutOfRange ? Date : null));
        }

        string saved = Word.Fill(RuleTexts.OpenSaved, walk, Word.For(closesAt));
        return Task.FromResult<DialogEnd>(new DialogEnd.Saved(ClosingDay.WarningsFor(SwedishTime.DayAt(turn.Now), closingDay) is { Length: > 0 } warnings
            ? $"{saved} {warnings} {Word.Fill(RuleTexts.OpenMoreTime, walk)}"
            : saved));
    }

    private static DateTimeOffset ClosesAt(DateOnly day, TimeOnly time) => SwedishTime.InstantOf(day.ToDateTime(time));

    // The subject was settled by Start, which saving asks again.
    private static WalkNumber WalkOf(string subject) => WalkNumber.Parse(subject, CultureInfo.InvariantCulture);
}
