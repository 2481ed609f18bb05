using System.Collections.Immutable;
using System.Globalization;
using PledgeBot.Dialogs.Decisions;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Measures;

/// <summary>
/// The dialog that replaces a measure that turned out to be impossible: by the next in rank, or by a new poll. The subject is the
/// measure's reference. How is asked only when there is something to choose between.
/// </summary>
internal static class ReplaceDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "measure-replace";

    private const string Reason = "reason";
    private const string How = "how";
    private const string Next = "next";
    private const string Anew = "poll";
    private const string Date = "closesOn";
    private const string Time = "closesAt";

    private const int DaysForPoll = 7;

    private static readonly TimeOnly UsualClosing = new(15, 0);

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => MeasureTexts.ReplaceTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => MeasureTexts.CommandReplace.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return Refuse(new DutyNeeded(Duties.Coordinate));
        }

        if (!ProposalReference.TryParse(subject, CultureInfo.InvariantCulture, out ProposalReference reference))
        {
            return new DialogStart.NotNow(MeasureReading.Explain(subject, MeasureTexts.CommandReplace));
        }

        if (partnership.Measures.TryGetValue(reference, out Measure? measure) && !measure.IsOpen)
        {
            return Refuse(new MeasureEnded(reference, measure.Status));
        }

        if (Trial.Of(turn, Command(turn, reference, Trial.Text, byNewPoll: false, UsuallyClosesAt(turn))) is { } refusal and not NobodyNextInRank)
        {
            return Refuse(refusal);
        }

        return new DialogStart.Ready(
            reference.ToString(),
            Introduction(turn, measure!),
            Answers.None
                .With(How, Next)
                .With(Date, DateQuestion.Write(SwedishTime.DayAt(UsuallyClosesAt(turn))))
                .With(Time, TimeQuestion.Write(UsualClosing)));

        DialogStart.NotNow Refuse(Refusal why) => new(RefusalText.For(why, partnership));
    }

    private static string Introduction(TurnContext turn, Measure measure)
    {
        string about = Word.Fill(MeasureTexts.ReplaceIntroduction, measure.Reference, measure.Suggestion.TrimEnd('.'));
        string follows = turn.Partnership.CandidatesOf(measure.Reference.Walk) switch
        {
            [] => MeasureTexts.ReplaceNobody,
            [var only] => $"{Word.Fill(MeasureTexts.ReplaceByOnly, only)} {MeasureTexts.ReplaceConfirmed}",
            { Length: var many } when NextInRank(turn, measure.Reference) is null =>
                $"{Word.Fill(MeasureTexts.ReplaceByPoll, many)} {MeasureTexts.ReplaceConfirmed}",
            _ => MeasureTexts.ReplaceConfirmed,
        };
        return $"{about} {follows} {MeasureTexts.ReplacePublic}";
    }

    private static Question[] Ask(TurnContext turn, string subject)
    {
        ProposalReference reference = Reference(subject);
        var reason = new TextQuestion(Reason, () => MeasureTexts.ReplaceReason, () => MeasureTexts.ReplaceReasonPrompt, ChangeMeasureStatus.LongestNote);
        int left = turn.Partnership.CandidatesOf(reference.Walk).Length;
        if (left < PollRules.ChosenPerWalk)
        {
            return [reason];
        }

        string? next = NextInRank(turn, reference);
        Func<Answers, bool>? skip = next is null ? null : answers => answers[How] != Anew;
        Question[] closing =
        [
            new DateQuestion(Date, () => MeasureTexts.ReplaceDate, () => MeasureTexts.ReplaceDatePrompt)
            {
                Earliest = SwedishTime.DayAt(turn.Now),
                Latest = SwedishTime.DayAt(turn.Now + OpenPoll.Longest),
                SkipWhen = skip,
                FormHint = () => next is null ? "" : MeasureTexts.ReplaceWhenPoll,
            },
            new TimeQuestion(Time, () => MeasureTexts.ReplaceTime, () => MeasureTexts.ReplaceTimePrompt) { SkipWhen = skip },
        ];
        return next is null
            ? [reason, .. closing]
            :
            [
                reason,
                new ChoiceQuestion(
                    How,
                    () => MeasureTexts.ReplaceHow,
                    () => MeasureTexts.ReplaceHowPrompt,
                    [new Choice(Next, next), new Choice(Anew, Word.Fill(MeasureTexts.ReplaceAnew, left))]),
                .. closing,
            ];
    }

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        ProposalReference reference = Reference(subject);
        WalkNumber walk = reference.Walk;
        bool byNewPoll = answers[How] == Anew || NextInRank(turn, reference) is null;
        DateTimeOffset closesAt = answers[Date].Length == 0
            ? UsuallyClosesAt(turn)
            : SwedishTime.InstantOf(DateQuestion.Parse(answers[Date]).ToDateTime(TimeQuestion.Parse(answers[Time])));
        ImmutableArray<ProposalReference> before = turn.Partnership.Recommendations[walk].Proposals;
        return Task.FromResult<DialogEnd>(turn.Do(Command(turn, reference, answers[Reason], byNewPoll, closesAt)) is { } refusal
            ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), QuestionOf(refusal))
            : new DialogEnd.Saved($"{Word.Fill(MeasureTexts.ReplaceSaved, reference)} {WhatFollows.After(turn.Partnership, walk, before)}"));
    }

    private static ReplaceMeasure Command(TurnContext turn, ProposalReference reference, string reason, bool byNewPoll, DateTimeOffset closesAt) =>
        new(reference, reason, byNewPoll, PollId.New(turn.Now), closesAt);

    /// <summary>Says what is next in rank, by asking the rules; nothing when nothing is.</summary>
    private static string? NextInRank(TurnContext turn, ProposalReference reference)
    {
        ReplaceMeasure trial = Command(turn, reference, Trial.Text, byNewPoll: false, UsuallyClosesAt(turn));
        if (turn.Partnership.Decide(trial, new Moment(turn.Member.Id, turn.Now)) is not Decision.Accepted { Events: var events })
        {
            return null;
        }

        return events.OfType<RecommendationMade>().FirstOrDefault() is { Proposals: [var next, ..] }
                ? Word.Fill(MeasureTexts.ReplaceNext, next, turn.Partnership.Proposals[next].Suggestion)
            : events.OfType<PollOpened>().FirstOrDefault() is { } tied
                ? Word.Fill(MeasureTexts.ReplaceNextTied, WhatFollows.ListOf(tied.Options))
            : null;
    }

    private static DateTimeOffset UsuallyClosesAt(TurnContext turn) =>
        SwedishTime.InstantOf(SwedishTime.DayAt(turn.Now).AddDays(DaysForPoll).ToDateTime(UsualClosing));

    private static string? QuestionOf(Refusal refusal) => refusal switch
    {
        ClosingTimeOutOfRange => Date,
        NobodyNextInRank => How,
        TextMissing or TextTooLong => Reason,
        _ => null,
    };

    // The subject was settled by Start, which saving asks again.
    private static ProposalReference Reference(string subject) => ProposalReference.Parse(subject, CultureInfo.InvariantCulture);
}
