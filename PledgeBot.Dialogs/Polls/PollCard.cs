using System.Globalization;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Draws a poll: the ballot while it is open, then the result, or that it was broken off.</summary>
internal static class PollCard
{
    /// <summary>The name of the picks in the button's data.</summary>
    public const string Picks = "picks";

    /// <summary>The name of the poll in the button's data.</summary>
    public const string PollField = "poll";

    /// <summary>How many characters all the options of a card may have together, so that it stays within what Teams takes.</summary>
    private const int RoomForOptions = 6_000;

    private const int ShortestOption = 60;

    /// <summary>Draws the poll with the given key.</summary>
    public static DrawnCard? Draw(string key, CardView view) =>
        PollId.TryParse(key, CultureInfo.InvariantCulture, out PollId id) && view.Partnership.FindPoll(id) is { } poll
            ? Draw(poll, view)
            : null;

    /// <summary>Draws a poll. Whoever draws has closed it first, if its time has passed.</summary>
    public static DrawnCard Draw(Poll poll, CardView view) =>
        poll.Result is { } result ? ResultCard.Draw(poll, result, view)
        : poll.Withdrawn is { } candidate ? BrokenOffCard.Draw(poll, candidate, view)
        : BallotCard.Draw(poll, view);

    /// <summary>Gets a proposal as a line of a ballot: reference, suggestion, place.</summary>
    public static string OptionOf(Partnership partnership, ProposalReference reference)
    {
        Proposal proposal = partnership.Proposals[reference];
        return Word.Fill(PollTexts.Option, reference, proposal.Suggestion, proposal.Place);
    }

    /// <summary>Gets a proposal as a line of a ballot, as long as there is room for with all the poll's others.</summary>
    public static string OptionOf(Partnership partnership, Poll poll, ProposalReference reference) =>
        Fitting(OptionOf(partnership, reference), poll);

    /// <summary>Cuts the line of an option, if the poll has so many that there is no room for it all.</summary>
    public static string Fitting(string option, Poll poll) =>
        Clipped.To(option, Math.Max(ShortestOption, RoomForOptions / poll.Options.Length));

    /// <summary>Gets how many to choose.</summary>
    public static string RuleOf(Poll poll) => poll.Rules switch
    {
        { Picks: 1 } => PollTexts.ExactlyOne,
        { Exactly: true } => Word.Fill(PollTexts.ExactlyMany, poll.Rules.Picks),
        _ => Word.Fill(PollTexts.AtMostMany, poll.Rules.Picks),
    };

    /// <summary>Gets where a poll's walk was.</summary>
    public static string LocalityOf(Poll poll, Partnership partnership) => partnership.FindWalk(poll.Walk)!.Locality;
}
