using System.Globalization;
using PledgeBot.Dialogs.Decisions;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Walks;

/// <summary>The dialog that closes a walk that gives no measures. The subject is the walk; not named, the latest one that can be closed so.</summary>
internal static class WithoutMeasuresDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "walk-without-measures";

    private const string Reason = "reason";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => WalkTexts.WithoutTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => WalkTexts.CommandWithout.Split('|')[0],
    };

    /// <summary>Tells whether every proposal of a walk has been assessed, and none is left to choose or has become a measure.</summary>
    public static bool Fits(Partnership partnership, Walk walk) =>
        walk is { IsCarriedOut: true, NoMeasuresBecause: null }
        && partnership.ProposalsOf(walk.Number).Any()
        && partnership.ProposalsOf(walk.Number).All(proposal => proposal.Assessment is not null)
        && partnership.Recommendations.GetValueOrDefault(walk.Number) is null or { IsDecided: false, Proposals.IsEmpty: true }
        && DecisionStanding.UnfinishedPollOf(partnership, walk.Number) is null
        && partnership.CandidatesOf(walk.Number).IsEmpty
        && !WhatFollows.HasMeasures(partnership, walk.Number);

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return Refuse(new DutyNeeded(Duties.Coordinate));
        }

        switch (WalkReading.Read(subject, partnership, walks => walks.LastOrDefault(walk => Fits(partnership, walk)), WalkTexts.WithoutNone))
        {
            case WalkReading.None none:
                return new DialogStart.NotNow(none.Sentence);
            case WalkReading.Found { Walk: { NoMeasuresBecause: not null } closed }:
                return Refuse(new ClosedWithoutMeasures(closed.Number));
            case WalkReading.Found { Walk: var walk }:
                return Trial.Of(turn, new CloseWithoutMeasures(walk.Number, Trial.Text)) is { } refusal
                    ? Refuse(refusal)
                    : new DialogStart.Ready(walk.Number.ToString(), Word.Fill(WalkTexts.WithoutIntroduction, walk.Number, walk.Locality), Answers.None);
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        DialogStart.NotNow Refuse(Refusal refusal) => new(RefusalText.For(refusal, partnership));
    }

    private static Question[] Ask(TurnContext turn, string subject) =>
        [new TextQuestion(Reason, () => WalkTexts.WithoutReason, () => WalkTexts.WithoutReasonPrompt, CloseWithoutMeasures.LongestReason)];

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        // The subject was settled by Start, which saving asks again.
        var walk = WalkNumber.Parse(subject, CultureInfo.InvariantCulture);
        return Task.FromResult<DialogEnd>(turn.Do(new CloseWithoutMeasures(walk, answers[Reason])) is { } refusal
            ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), refusal is TextMissing or TextTooLong ? Reason : null)
            : new DialogEnd.Saved(Word.Fill(WalkTexts.WithoutSaved, walk)));
    }
}
