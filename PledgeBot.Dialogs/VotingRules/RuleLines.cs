using System.Collections.Immutable;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.VotingRules;

/// <summary>Words the rules of a poll in short sentences, in the reader's language. How many to choose is left to the ballot.</summary>
internal static class RuleLines
{
    /// <summary>Gets the lines of a poll. A run-off is not extended, and no other run-off follows it.</summary>
    /// <param name="poll">The poll.</param>
    public static IEnumerable<string> For(Poll poll) => For(poll.Rules, poll.Roll, poll.RunOffOf is not null);

    /// <summary>Gets the lines of some rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="roll">The list of voters, from which the numbers come; an empty one leaves them out.</param>
    /// <param name="isRunOff">Whether they are a run-off's.</param>
    public static IEnumerable<string> For(PollRules rules, ImmutableArray<RollEntry> roll, bool isRunOff = false) =>
        [.. BesideKind(rules, roll, isRunOff), rules.IsSecret ? RuleTexts.LineSecret : RuleTexts.LineOpen];

    /// <summary>Gets the lines of some rules, but for what an open and a secret poll mean.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="roll">The list of voters, from which the numbers come; an empty one leaves them out.</param>
    /// <param name="isRunOff">Whether they are a run-off's.</param>
    public static IEnumerable<string> BesideKind(PollRules rules, ImmutableArray<RollEntry> roll, bool isRunOff = false)
    {
        if (!roll.IsEmpty)
        {
            yield return Quorum(rules, roll.Length);
        }

        yield return rules.MayAbstain ? RuleTexts.LineMayAbstain : RuleTexts.LineMayNotAbstain;
        if (!isRunOff)
        {
            yield return rules.ExtensionDays > 0
                ? Word.Fill(RuleTexts.LineExtension, WorkingDays(rules.ExtensionDays))
                : RuleTexts.LineNoExtension;
            yield return Word.Fill(RuleTexts.LineTie, WorkingDays(rules.RunOffDays));
        }

        yield return StillTied(rules, roll);
        if (rules.NamesInRecord)
        {
            yield return RuleTexts.LineNames;
        }
    }

    /// <summary>"Minst 4 av 7 behöver rösta, minst 1 från varje part."</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="entitled">How many are on the list of voters; at least 1.</param>
    public static string Quorum(PollRules rules, int entitled)
    {
        int fewest = rules.FewestAnswers(entitled);
        return fewest == entitled ? Word.Fill(RuleTexts.LineEverybody, entitled)
            : Word.Fill(rules.BothParties ? RuleTexts.LineAtLeastBoth : RuleTexts.LineAtLeast, fewest, entitled);
    }

    /// <summary>"1 arbetsdag", "3 arbetsdagar".</summary>
    public static string WorkingDays(int count) => count == 1 ? RuleTexts.OneWorkingDay : Word.Fill(RuleTexts.ManyWorkingDays, count);

    private static string StillTied(PollRules rules, ImmutableArray<RollEntry> roll) => rules.LastResort switch
    {
        LastResort.Agreement => RuleTexts.LineStillTiedAgreement,
        LastResort.Lots => RuleTexts.LineStillTiedLots,

        // A chair for whom a substitute votes is not on the list of voters.
        _ => roll.FirstOrDefault(entry => entry.Member == rules.Chair) is { } chair
            ? Word.Fill(RuleTexts.LineStillTiedCastingVote, RefusalText.InSentence(chair.Title))
            : RuleTexts.LineStillTiedCastingVoteChair,
    };
}
