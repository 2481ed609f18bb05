using System.Globalization;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Polls;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Walks;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.VotingRules;

/// <summary>
/// The dialog that withdraws a candidate. The subject is a candidate, which is then the given answer, or a walk; nothing is settled to
/// the walk that the group votes about, or else to the latest that has candidates.
/// </summary>
internal static class WithdrawDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "proposal-withdraw";

    private const string Withdrawn = "proposal";
    private const string Reason = "reason";

    // A walk may have many candidates, and the form is one message.
    private const int LongestCandidate = 90;

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => RuleTexts.WithdrawTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => RuleTexts.CommandWithdraw.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), partnership));
        }

        if (ProposalReference.TryParse(subject, CultureInfo.InvariantCulture, out ProposalReference reference))
        {
            return RefuseToWithdraw(turn, reference) is { } refusal
                ? new DialogStart.NotNow(RefusalText.For(refusal, partnership))
                : new DialogStart.Ready(
                    reference.ToString(), Introduction(turn, partnership.FindWalk(reference.Walk)!), Answers.None.With(Withdrawn, reference.ToString()));
        }

        var reading = WalkReading.Read(subject, partnership, _ => Settle(turn), RuleTexts.WithdrawNothing);
        return reading is not WalkReading.Found { Walk: var walk } ? new DialogStart.NotNow(((WalkReading.None)reading).Sentence)
            : CandidatesOf(turn, walk.Number).Any() ? new DialogStart.Ready(walk.Number.ToString(), Introduction(turn, walk), Answers.None)
            : new DialogStart.NotNow(Word.Fill(RuleTexts.WithdrawNothingIn, walk.Number));
    }

    private static string Introduction(TurnContext turn, Walk walk) => Word.Fill(
        turn.Partnership.LatestPollOf(walk.Number)?.IsOpenAt(turn.Now) == true ? RuleTexts.WithdrawIntroductionOpen : RuleTexts.WithdrawIntroduction,
        walk.Number,
        walk.Locality);

    private static Walk? Settle(TurnContext turn)
    {
        Walk[] walks = [.. turn.Partnership.Walks.Where(walk => CandidatesOf(turn, walk.Number).Any())];
        return walks.LastOrDefault(walk => turn.Partnership.LatestPollOf(walk.Number)?.IsOpenAt(turn.Now) == true) ?? walks.LastOrDefault();
    }

    private static IEnumerable<ProposalReference> CandidatesOf(TurnContext turn, WalkNumber walk) =>
        turn.Partnership.CandidatesOf(walk).Where(candidate => RefuseToWithdraw(turn, candidate) is null);

    /// <summary>Gives the reason why a proposal cannot be withdrawn, as the rules themselves say it; nothing when it can.</summary>
    private static Refusal? RefuseToWithdraw(TurnContext turn, ProposalReference reference) =>
        turn.Partnership.Proposals.GetValueOrDefault(reference) is { WithdrawnBecause: not null }
            ? new NotACandidate(reference)
            : (turn.Partnership.Decide(
                new WithdrawProposal(reference, "?", PollId.New(turn.Now)), new Moment(turn.Member.Id, turn.Now)) as Decision.Refused)?.Reason
            ?? (turn.Partnership.CandidatesOf(reference.Walk).Contains(reference) ? null : new NotACandidate(reference));

    private static Question[] Ask(TurnContext turn, string subject) =>
    [
        new ChoiceQuestion(
            Withdrawn,
            () => RuleTexts.Withdrawn,
            () => RuleTexts.WithdrawnPrompt,
            [
                .. CandidatesOf(turn, WalkOf(subject))
                    .Select(candidate => new Choice(candidate.ToString(), Clipped.To(PollCard.OptionOf(turn.Partnership, candidate), LongestCandidate))),
            ])
        {
            WhyGone = value => ProposalReference.TryParse(value, CultureInfo.InvariantCulture, out ProposalReference gone)
                && RefuseToWithdraw(turn, gone) is { } refusal ? RefusalText.For(refusal, turn.Partnership) : null,
        },
        new TextQuestion(Reason, () => RuleTexts.WithdrawReason, () => RuleTexts.WithdrawReasonPrompt, WithdrawProposal.LongestReason)
        {
            FormHint = () => RuleTexts.ExtendReasonHint,
        },
    ];

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        var reference = ProposalReference.Parse(answers[Withdrawn], CultureInfo.InvariantCulture);
        Partnership before = turn.Partnership;
        return Task.FromResult<DialogEnd>(turn.Do(new WithdrawProposal(reference, answers[Reason], PollId.New(turn.Now))) is { } refusal
            ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), refusal is TextMissing or TextTooLong ? Reason : Withdrawn)
            : new DialogEnd.Saved($"{Word.Fill(RuleTexts.WithdrawSaved, reference)} {WhatFollowed(before, turn.Partnership, reference.Walk)}"));
    }

    /// <summary>Says what came of it: a poll that starts, a recommendation, or nothing.</summary>
    private static string WhatFollowed(Partnership before, Partnership after, WalkNumber walk)
    {
        Poll? latest = after.LatestPollOf(walk);
        Recommendation? stood = before.Recommendations.GetValueOrDefault(walk);
        Recommendation? recommendation = after.Recommendations.GetValueOrDefault(walk);
        return latest is not null && latest.Id != before.LatestPollOf(walk)?.Id
                ? latest.RunOffOf is null
                    ? Word.Fill(RuleTexts.WithdrawRestarted, latest.Options.Length, Word.For(latest.ClosesAt))
                    : Word.Fill(RuleTexts.WithdrawRunOff, ListOf(latest.Options), Word.For(latest.ClosesAt))
            : recommendation is { Proposals.IsEmpty: false }
                ? Word.Fill(recommendation == stood ? RuleTexts.WithdrawStands : RuleTexts.WithdrawRecommended, ListOf(recommendation.Proposals))
            : latest is { HasEnded: false } ? RuleTexts.WithdrawGoesOn
            : RuleTexts.WithdrawOut;
    }

    // The subject was settled by Start, which saving asks again.
    private static WalkNumber WalkOf(string subject) => ProposalReference.TryParse(subject, CultureInfo.InvariantCulture, out ProposalReference reference)
        ? reference.Walk
        : WalkNumber.Parse(subject, CultureInfo.InvariantCulture);

    private static string ListOf(IEnumerable<ProposalReference> references) => Word.List([.. references.Select(reference => reference.ToString())]);
}
