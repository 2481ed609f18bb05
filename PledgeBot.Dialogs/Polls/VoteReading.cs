using System.Collections.Immutable;
using System.Globalization;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Polls;

/// <summary>What a typed vote means: which poll, and which picks.</summary>
internal abstract record VoteReading
{
    private static readonly char[] Separators = [' ', ',', ';', '+', '&'];
    private static readonly string[] Ands = ["och", "and", "samt"];

    private VoteReading()
    {
    }

    /// <summary>It is a vote.</summary>
    /// <param name="Poll">The poll, open or not: the rules tell the member if it is closed.</param>
    /// <param name="Picks">The proposals picked, whether on the ballot or not.</param>
    internal sealed record Vote(Poll Poll, ImmutableArray<ProposalReference> Picks) : VoteReading;

    /// <summary>It is not.</summary>
    /// <param name="Sentence">Why, and how to write it.</param>
    internal sealed record Unclear(string Sentence) : VoteReading;

    /// <summary>
    /// Reads what follows "rösta": <c>2 5</c>, <c>V1-02 V1-05</c>, <c>2 och 5</c>. A number alone is a proposal's number on the
    /// walk that is being voted about, as it stands on the card.
    /// </summary>
    public static VoteReading Read(string typed, Partnership partnership, DateTimeOffset now)
    {
        string[] words = WordsOf(typed);
        ImmutableArray<Poll> open = [.. partnership.Polls.Where(poll => poll.IsOpenAt(now))];
        WalkNumber? named = words.Select(WalkOf).FirstOrDefault(walk => walk is not null);
        if (named is { } walk && words.Select(WalkOf).Any(other => other is not null && other != walk))
        {
            return new Unclear(PollTexts.OnlyOneWalk);
        }

        Poll? poll = named is { } of ? partnership.LatestPollOf(of) : open is [var only] ? only : null;
        if (poll is null)
        {
            return open.Length > 1 ? new Unclear(Word.Fill(PollTexts.SeveralPolls, Example(open[0])))
                : named is { } without ? new Unclear(Word.Fill(PollTexts.NoPollYet, without))
                : partnership.Polls.LastOrDefault() is { } last && words.Length > 0 ? Numbered(words, last)
                : new Unclear(PollTexts.NoOpenPoll);
        }

        return words.Length == 0 ? new Unclear(HowTo(poll)) : Numbered(words, poll);
    }

    /// <summary>Gets an example of a vote in a poll, <c>2 5</c>.</summary>
    public static string Example(Poll poll) => string.Join(' ', poll.Options.Take(poll.Rules.Picks).Select(option => option.Number));

    /// <summary>Gets the words of a typed vote that mean something.</summary>
    public static string[] WordsOf(string typed) =>
        [.. typed.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(word => !Ands.Contains(word, StringComparer.OrdinalIgnoreCase))];

    /// <summary>Gets the proposal that a word means in a poll, on the ballot or not; nothing if it means none.</summary>
    public static ProposalReference? PickOf(string word, Poll poll) =>
        ProposalReference.TryParse(word, CultureInfo.InvariantCulture, out ProposalReference reference) ? reference
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? new ProposalReference(poll.Walk, number)
        : null;

    private static VoteReading Numbered(string[] words, Poll poll)
    {
        ImmutableArray<ProposalReference>.Builder picks = ImmutableArray.CreateBuilder<ProposalReference>();
        foreach (string word in words)
        {
            if (PickOf(word, poll) is not { } pick)
            {
                return new Unclear(Word.Fill(PollTexts.NotANumber, CommandRouter.Echo(word), HowTo(poll)));
            }

            picks.Add(pick);
        }

        return new Vote(poll, picks.ToImmutable());
    }

    private static string HowTo(Poll poll) =>
        Word.Fill(PollTexts.HowToVote, Example(poll), Word.List([.. poll.Options.Select(option => option.ToString())]));

    private static WalkNumber? WalkOf(string word) =>
        ProposalReference.TryParse(word, CultureInfo.InvariantCulture, out ProposalReference reference) ? reference.Walk : null;
}
