using System.Collections.Immutable;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Words what the cards of an open and a closed poll both tell.</summary>
internal static class PollLines
{
    /// <summary>Gets what a poll is about, as its title.</summary>
    public static string TitleOf(Poll poll, Partnership partnership)
    {
        string locality = PollCard.LocalityOf(poll, partnership);
        return poll switch
        {
            { RunOffOf: not null } => Word.Fill(PollTexts.RunOffTitle, poll.Walk, locality),
            { Replaces: { } measure } => Word.Fill(PollTexts.ReplacementTitle, poll.Walk, locality, measure),
            _ => Word.Fill(PollTexts.Title, poll.Walk, locality),
        };
    }

    /// <summary>Gets each time the poll got more time, and why.</summary>
    public static IEnumerable<string> ExtensionsOf(Poll poll) => poll.Extensions.Select(extension => extension.Reason is { } reason
        ? Word.Fill(PollTexts.Extended, Word.For(extension.To), reason)
        : Word.Fill(PollTexts.ExtendedByRule, Word.For(extension.To)));

    /// <summary>Gets how many left the list of voters because of a conflict of interest; nothing when nobody did. Never who.</summary>
    public static IEnumerable<string> ConflictsOf(Poll poll) =>
        poll.Conflicted.IsEmpty ? [] : [Word.Fill(PollTexts.Conflicts, poll.Conflicted.Length)];

    /// <summary>Gets a party's turnout: "Kommunen: 3 av 5, varav 1 antecknad per telefon".</summary>
    public static string Of(Turnout turnout)
    {
        string line = Word.Fill(PollTexts.TurnoutOf, Word.Capital(Word.For(turnout.Party)), turnout.Answered, turnout.Entitled);
        return RecordedVotes.Within(turnout) is { Length: > 0 } recorded ? Word.Fill(PollTexts.TurnoutOfWhich, line, recorded) : line;
    }

    /// <summary>Gets references in a sentence: "V1-01 och V1-02".</summary>
    public static string Names(ImmutableArray<ProposalReference> proposals) => Word.List([.. proposals.Select(proposal => proposal.ToString())]);
}
