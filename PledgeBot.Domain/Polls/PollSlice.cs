using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>The polls: opening them, and closing them with a count. Voting itself is <see cref="Poll.Vote"/>.</summary>
internal static class PollSlice
{
    public static Decision Open(Partnership partnership, OpenPoll command, Moment moment)
    {
        if (partnership.FindPoll(command.Poll) is not null)
        {
            return Decision.Accept();
        }

        ImmutableArray<ProposalReference> candidates =
            [.. partnership.ProposalsOf(command.Walk).Where(proposal => proposal.IsCandidate).Select(proposal => proposal.Reference)];
        ImmutableArray<RollEntry> roll =
            [.. partnership.Members.Where(member => member.Has(Duties.Vote)).Select(member => new RollEntry(member.Id, member.Party, member.Title))];
        if ((RefuseUntilReady(partnership, command.Walk) ?? RefuseBesideOtherPolls(partnership, command.Walk)) is { } unready)
        {
            return Decision.Refuse(unready);
        }

        if (candidates.Length <= PollRules.ChosenPerWalk)
        {
            return Decision.Refuse(new TooFewCandidates(command.Walk, candidates.Length));
        }

        if (PartyMissingFrom(roll) is { } party)
        {
            return Decision.Refuse(new PartyWithoutVoters(party));
        }

        if (RefuseClosingTime(command.ClosesAt, moment) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var rules = new PollRules(PollRules.ChosenPerWalk, command.Exactly);
        return Decision.Accept(
            new PollOpened(command.Poll, command.Walk, RunOffOf: null, candidates, roll, rules, command.ClosesAt.ToUniversalTime()));
    }

    public static Decision OpenRunOff(Partnership partnership, OpenRunOff command, Moment moment)
    {
        if (partnership.FindPoll(command.Poll) is not null)
        {
            return Decision.Accept();
        }

        if (partnership.FindPoll(command.RunOffOf) is not { } earlier)
        {
            return Decision.Refuse(new NoSuchPoll());
        }

        if (partnership.LatestPollOf(earlier.Walk) is { Result: null } open && open.Id != earlier.Id)
        {
            return Decision.Refuse(new AnotherPollOpen(earlier.Walk, open.ClosesAt));
        }

        if (UnsettledTie.Of(partnership, earlier.Walk) is not { } tie || tie.Poll.Id != earlier.Id)
        {
            return Decision.Refuse(new NoTie());
        }

        if (RefuseClosingTime(command.ClosesAt, moment) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var rules = new PollRules(tie.Places, Exactly: true);
        return Decision.Accept(
            new PollOpened(command.Poll, earlier.Walk, earlier.Id, tie.Options, earlier.Roll, rules, command.ClosesAt.ToUniversalTime()));
    }

    public static Decision Close(Partnership partnership, ClosePoll command, Moment moment)
    {
        if (partnership.FindPoll(command.Poll) is not { } poll)
        {
            return Decision.Refuse(new NoSuchPoll());
        }

        if (poll.Result is not null)
        {
            return Decision.Accept();
        }

        int missing = poll.Roll.Count(entry => !command.Box.HasAnswered(entry.Member));
        if (poll.IsOpenAt(moment.Now) && missing > 0)
        {
            return Decision.Refuse(new TooEarlyToClose(poll.ClosesAt, missing));
        }

        DateTimeOffset closedAt = poll.IsOpenAt(moment.Now) ? moment.Now.ToUniversalTime() : poll.ClosesAt;
        PollResult result = Tally.Of(poll, command.Box, closedAt);
        var closed = new PollClosed(poll.Id, result);
        return result.Outcome == PollOutcome.Clear
            ? Decision.Accept(closed, new RecommendationMade(poll.Walk, [.. ChosenBefore(partnership, poll), .. result.Chosen], poll.Id))
            : Decision.Accept(closed);
    }

    public static Partnership Evolve(Partnership partnership, PollOpened opened, DateTimeOffset at)
    {
        var poll = new Poll(
            opened.Poll,
            opened.Walk,
            opened.RunOffOf,
            opened.Options,
            opened.Roll,
            opened.Rules,
            at,
            opened.ClosesAt,
            Result: null);
        return partnership with { Polls = partnership.Polls.Add(poll) };
    }

    public static Partnership Evolve(Partnership partnership, PollClosed closed)
    {
        Poll poll = partnership.FindPoll(closed.Poll)!;
        return partnership with { Polls = partnership.Polls.Replace(poll, poll with { Result = closed.Result }) };
    }

    /// <summary>Gives the reason why a walk's candidates cannot be put to the group yet, or any more; nothing when they can.</summary>
    public static Refusal? RefuseUntilReady(Partnership partnership, WalkNumber number)
    {
        if (partnership.FindWalk(number) is not { } walk)
        {
            return new NoSuchWalk(number);
        }

        if (!walk.IsCarriedOut)
        {
            return new WalkNotCarriedOut(number);
        }

        if (partnership.Recommendations.ContainsKey(number))
        {
            return new AlreadyRecommended(number);
        }

        ImmutableArray<ProposalReference> untriaged =
            [.. partnership.ProposalsOf(number).Where(proposal => proposal.Assessment is null).Select(proposal => proposal.Reference)];
        return untriaged.IsEmpty ? null : new NotAllTriaged(number, untriaged);
    }

    private static Refusal? RefuseBesideOtherPolls(Partnership partnership, WalkNumber walk)
    {
        // A poll whose time has passed stands in the way too, until its closing is recorded: its result may be clear.
        if (partnership.LatestPollOf(walk) is { Result: null } open)
        {
            return new AnotherPollOpen(walk, open.ClosesAt);
        }

        return UnsettledTie.Of(partnership, walk) is null ? null : new RunOffNeeded(walk);
    }

    private static Party? PartyMissingFrom(ImmutableArray<RollEntry> roll)
    {
        foreach (Party party in Enum.GetValues<Party>())
        {
            if (!roll.Any(entry => entry.Party == party))
            {
                return party;
            }
        }

        return null;
    }

    private static ClosingTimeOutOfRange? RefuseClosingTime(DateTimeOffset closesAt, Moment moment)
    {
        DateTimeOffset earliest = moment.Now + OpenPoll.Shortest;
        DateTimeOffset latest = moment.Now + OpenPoll.Longest;
        return closesAt >= earliest && closesAt <= latest ? null : new ClosingTimeOutOfRange(earliest, latest);
    }

    /// <summary>Gets what the polls before a run-off chose clearly, the first poll's first.</summary>
    private static ImmutableArray<ProposalReference> ChosenBefore(Partnership partnership, Poll poll)
    {
        if (poll.RunOffOf is not { } id)
        {
            return [];
        }

        Poll earlier = partnership.FindPoll(id)!;
        return [.. ChosenBefore(partnership, earlier), .. earlier.Result!.Chosen];
    }
}
