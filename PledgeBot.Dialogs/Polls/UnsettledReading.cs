using System.Collections.Immutable;
using System.Globalization;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Polls;

/// <summary>What the subject of a settling dialog means: a poll, a walk, or nothing for the only one that waits.</summary>
/// <param name="Unsettled">What is to be settled; nothing if it is not clear, or nothing waits.</param>
/// <param name="Picks">What was typed after the walk, <c>V1 3</c>, as far as it can be chosen.</param>
/// <param name="Sentence">Why there is nothing to settle, or how to say which; empty otherwise.</param>
internal sealed record UnsettledReading(Unsettled? Unsettled, ImmutableArray<ProposalReference> Picks, string Sentence)
{
    /// <summary>Reads a subject.</summary>
    public static UnsettledReading Read(TurnContext turn, string subject)
    {
        if (PollId.TryParse(subject, CultureInfo.InvariantCulture, out PollId id))
        {
            return turn.Partnership.FindPoll(id) is { } poll && turn.Partnership.UnsettledOf(poll.Walk) is { } found && found.Poll.Id == id
                ? new UnsettledReading(found, [], "")
                : Nothing(turn);
        }

        string[] words = VoteReading.WordsOf(subject);
        if (words is [var first, .. var rest] && WalkNumber.TryParse(first, CultureInfo.InvariantCulture, out WalkNumber walk))
        {
            return turn.Partnership.UnsettledOf(walk) is { } named ? WithPicks(named, rest) : Nothing(turn);
        }

        Unsettled[] waiting = [.. turn.Partnership.Walks.Select(each => turn.Partnership.UnsettledOf(each.Number)).OfType<Unsettled>()];
        return waiting switch
        {
            [] => Nothing(turn),
            [var only] => WithPicks(only, words),
            _ => new UnsettledReading(null, [], Word.Fill(PollTexts.SettleWhichWalk, Word.List([.. waiting.Select(each => each.Poll.Walk.ToString())]))),
        };
    }

    private static UnsettledReading Nothing(TurnContext turn) => new(null, [], RefusalText.For(new NothingToSettle(), turn.Partnership));

    private static UnsettledReading WithPicks(Unsettled unsettled, string[] words) =>
        new(unsettled, [.. unsettled.Among.Intersect(words.Select(word => VoteReading.PickOf(word, unsettled.Poll)).OfType<ProposalReference>())], "");
}
