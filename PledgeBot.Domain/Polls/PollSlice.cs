using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>The polls: opening them, and closing them with a count. Voting itself is <see cref="Poll.Vote"/>.</summary>
internal static class PollSlice
{
    public static Decision SetRules(Partnership partnership, SetPollRules command)
    {
        PollRules rules = command.Rules with { Picks = PollRules.ChosenPerWalk };
        if (rules == partnership.PollRules)
        {
            return Decision.Accept();
        }

        return RefuseRules(partnership, rules) is { } refusal ? Decision.Refuse(refusal) : Decision.Accept(new PollRulesSet(rules));
    }

    public static Decision PutIn(Partnership partnership, PutInSubstitute command)
    {
        if (partnership.FindWalk(command.Walk) is null)
        {
            return Decision.Refuse(new NoSuchWalk(command.Walk));
        }

        if (partnership.LatestPollOf(command.Walk) is { HasEnded: false }
            || partnership.Recommendations.GetValueOrDefault(command.Walk) is { IsDecided: false, Proposals.IsEmpty: false })
        {
            return Decision.Refuse(new RollIsFrozen(command.Walk));
        }

        ImmutableArray<Substitution> others = [.. partnership.Substitutions.Where(put => put.Walk == command.Walk && put.Absent != command.Absent)];
        MemberId? earlier = partnership.Substitutions.FirstOrDefault(put => put.Walk == command.Walk && put.Absent == command.Absent)?.Substitute;
        if (earlier == command.Substitute)
        {
            return Decision.Accept();
        }

        if (command.Substitute is { } stepsIn)
        {
            if (partnership.FindMember(command.Absent) is not { } absent || !absent.Has(Duties.Vote))
            {
                return Decision.Refuse(new AbsentNotEntitled());
            }

            if (partnership.FindMember(stepsIn) is not { } substitute
                || substitute.Party != absent.Party
                || substitute.Has(Duties.Vote)
                || others.Any(put => put.Substitute == stepsIn))
            {
                return Decision.Refuse(new CannotSubstitute());
            }
        }

        return Decision.Accept(new SubstitutePutIn(command.Walk, command.Absent, command.Substitute));
    }

    public static Decision Open(Partnership partnership, OpenPoll command, Moment moment)
    {
        if (partnership.FindPoll(command.Poll) is not null)
        {
            return Decision.Accept();
        }

        if ((RefuseUntilReady(partnership, command.Walk) ?? RefuseBesideOtherPolls(partnership, command.Walk)) is { } unready)
        {
            return Decision.Refuse(unready);
        }

        ImmutableArray<ProposalReference> candidates = Choosing.CandidatesOf(partnership, command.Walk);
        PollRules rules = command.Rules with { Picks = Choosing.PlacesLeftOf(partnership, command.Walk) };
        if (candidates.Length < 2 || (candidates.Length == rules.Picks && rules.Exactly))
        {
            return Decision.Refuse(new TooFewCandidates(command.Walk, candidates.Length));
        }

        ImmutableArray<RollEntry> roll = RollOf(partnership, command.Walk);
        return (RefuseRoll(roll) ?? RefuseRules(partnership, rules) ?? RefuseClosingTime(command.ClosesAt, moment)) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(
                new PollOpened(
                    command.Poll,
                    command.Walk,
                    RunOffOf: null,
                    candidates,
                    roll,
                    rules,
                    command.ClosesAt.ToUniversalTime(),
                    Choosing.ReplacedOf(partnership, command.Walk)));
    }

    public static Decision Declare(Partnership partnership, DeclareConflict command, Moment moment)
    {
        if (partnership.FindPoll(command.Poll) is not { } poll)
        {
            return Decision.Refuse(new NoSuchPoll());
        }

        if (moment.By != command.Member && !partnership.IsCoordinator(moment.By))
        {
            return Decision.Refuse(new DutyNeeded(Duties.Coordinate));
        }

        if (poll.Conflicted.Any(entry => entry.Member == command.Member))
        {
            return Decision.Accept();
        }

        if (!poll.IsOpenAt(moment.Now))
        {
            return Decision.Refuse(poll.RefuseVotes());
        }

        if (!poll.IsOnRoll(command.Member))
        {
            return Decision.Refuse(moment.By == command.Member ? new NotOnRoll() : new VoterNotOnRoll());
        }

        return Decision.Accept(new ConflictDeclared(poll.Id, command.Member));
    }

    public static Decision Extend(Partnership partnership, ExtendPoll command, Moment moment)
    {
        if (partnership.FindPoll(command.Poll) is not { } poll)
        {
            return Decision.Refuse(new NoSuchPoll());
        }

        string reason = command.Reason.Trim();
        if (poll.Extensions is [.., var last] && last.Reason == reason && poll.ClosesAt == command.ClosesAt)
        {
            return Decision.Accept();
        }

        if (!poll.IsOpenAt(moment.Now))
        {
            return Decision.Refuse(poll.RefuseVotes());
        }

        if (partnership.IsCoordinator(poll.OpenedBy) && poll.OpenedBy != moment.By)
        {
            return Decision.Refuse(new NotThePollsOwner());
        }

        if (TextRule.Required(TextField.ExtensionReason, reason, ExtendPoll.LongestReason) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        DateTimeOffset latest = poll.OpenedAt + OpenPoll.Longest;
        return command.ClosesAt <= poll.ClosesAt || command.ClosesAt > latest
            ? Decision.Refuse(new ExtensionOutOfRange(poll.ClosesAt, latest))
            : Decision.Accept(new PollExtended(poll.Id, command.ClosesAt.ToUniversalTime(), reason));
    }

    public static Decision Close(Partnership partnership, ClosePoll command, Moment moment)
    {
        if (partnership.FindPoll(command.Poll) is not { } poll)
        {
            return Decision.Refuse(new NoSuchPoll());
        }

        if (poll.HasEnded)
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
        if (result.Outcome == PollOutcome.NotQuorate && missing > 0 && IsToBeExtended(poll))
        {
            return Decision.Accept(new PollExtended(poll.Id, AfterWorkingDays(poll.ClosesAt, poll.ClosesAt, poll.Rules.ExtensionDays)));
        }

        var closed = new PollClosed(poll.Id, result);
        Partnership after = Evolve(partnership, closed);
        return Decision.Accept([closed, .. Choosing.Next(after, poll.Walk, command.RunOff, wentOut: null, moment.Now)]);
    }

    /// <summary>Gets the poll that begins again, among the candidates that are left, in place of one that was broken off.</summary>
    /// <param name="poll">The one that was broken off; no run-off.</param>
    /// <param name="again">The new one's identifier.</param>
    /// <param name="options">The candidates left.</param>
    /// <param name="now">The present.</param>
    public static PollOpened Again(Poll poll, PollId again, ImmutableArray<ProposalReference> options, DateTimeOffset now)
    {
        int days = Math.Max(1, SwedishTime.DayAt(poll.ClosesAt).DayNumber - SwedishTime.DayAt(poll.OpenedAt).DayNumber);
        DateOnly closing = WorkingDays.FirstOnOrAfter(SwedishTime.DayAt(now).AddDays(days));
        DateTimeOffset closesAt = SwedishTime.InstantOf(closing.ToDateTime(TimeOnly.FromDateTime(SwedishTime.LocalAt(poll.ClosesAt))));
        return new PollOpened(again, poll.Walk, RunOffOf: null, options, poll.Roll, poll.Rules, closesAt, poll.Replaces);
    }

    /// <summary>
    /// Gets the list of voters as it is now: who is entitled to vote, with the walk's substitutes in the absent ones' place. Who has
    /// declared a conflict of interest in a poll of the walk has it in the next one too.
    /// </summary>
    public static ImmutableArray<RollEntry> RollOf(Partnership partnership, WalkNumber walk) =>
    [
        .. partnership.Members
            .Where(member => member.Has(Duties.Vote))
            .Select(member => EntryOf(partnership, walk, member))
            .Where(entry => !Confirmer.HasConflict(partnership, walk, entry.Member)),
    ];

    /// <summary>Gives the reason why nobody can vote with such a list of voters; nothing when both parties are on it.</summary>
    public static Refusal? RefuseRoll(ImmutableArray<RollEntry> roll)
    {
        foreach (Party party in Enum.GetValues<Party>())
        {
            if (!roll.Any(entry => entry.Party == party))
            {
                return new PartyWithoutVoters(party);
            }
        }

        return null;
    }

    /// <summary>Gives the reason why nobody can choose by such rules; nothing when the group can.</summary>
    public static Refusal? RefuseRules(Partnership partnership, PollRules rules)
    {
        if (rules.ExtensionDays is < 0 or > PollRules.MostDays)
        {
            return new DaysOutOfRange(0, PollRules.MostDays);
        }

        if (rules.RunOffDays is < 1 or > PollRules.MostDays)
        {
            return new DaysOutOfRange(1, PollRules.MostDays);
        }

        bool hasChair = rules.Chair is { } chair && partnership.FindMember(chair) is { } member && member.Has(Duties.Vote);
        return (rules.LastResort == LastResort.CastingVote) == (rules.Chair is not null) && (rules.Chair is null || hasChair) ? null : new ChairNeeded();
    }

    /// <summary>Gives the reason why a poll cannot close at such a time; nothing when it can.</summary>
    public static ClosingTimeOutOfRange? RefuseClosingTime(DateTimeOffset closesAt, Moment moment)
    {
        DateTimeOffset earliest = moment.Now + OpenPoll.Shortest;
        DateTimeOffset latest = moment.Now + OpenPoll.Longest;
        return closesAt >= earliest && closesAt <= latest ? null : new ClosingTimeOutOfRange(earliest, latest);
    }

    public static Partnership Evolve(Partnership partnership, PollRulesSet set) => partnership with { PollRules = set.Rules };

    public static Partnership Evolve(Partnership partnership, SubstitutePutIn put)
    {
        ImmutableArray<Substitution> others = partnership.Substitutions.RemoveAll(other => other.Walk == put.Walk && other.Absent == put.Absent);
        return partnership with
        {
            Substitutions = put.Substitute is { } substitute ? others.Add(new Substitution(put.Walk, put.Absent, substitute)) : others,
        };
    }

    public static Partnership Evolve(Partnership partnership, PollOpened opened, RecordedEvent recorded)
    {
        var poll = new Poll(
            opened.Poll,
            opened.Walk,
            opened.RunOffOf,
            opened.Options,
            opened.Roll,
            opened.Rules,
            recorded.At,
            opened.ClosesAt,
            Result: null)
        {
            OpenedBy = partnership.IsCoordinator(recorded.By) ? recorded.By : null,
            Replaces = opened.Replaces,
            Conflicted = [.. partnership.Polls.Where(earlier => earlier.Walk == opened.Walk).SelectMany(earlier => earlier.Conflicted).DistinctBy(entry => entry.Member)],
            Departed = [.. opened.Roll.Select(entry => entry.Member).Where(voter => partnership.FindMember(voter) is null)],
        };
        return partnership with { Polls = partnership.Polls.Add(poll) };
    }

    public static Partnership Evolve(Partnership partnership, ConflictDeclared declared)
    {
        Poll poll = partnership.FindPoll(declared.Poll)!;
        RollEntry entry = poll.Roll.First(entry => entry.Member == declared.Member);
        return With(partnership, poll, poll with { Roll = poll.Roll.Remove(entry), Conflicted = poll.Conflicted.Add(entry) });
    }

    public static Partnership Evolve(Partnership partnership, PollExtended extended)
    {
        Poll poll = partnership.FindPoll(extended.Poll)!;
        var extension = new PollExtension(poll.ClosesAt, extended.ClosesAt, extended.Reason);
        return With(partnership, poll, poll with { ClosesAt = extended.ClosesAt, Extensions = poll.Extensions.Add(extension) });
    }

    public static Partnership Evolve(Partnership partnership, PollCancelled cancelled)
    {
        Poll poll = partnership.FindPoll(cancelled.Poll)!;
        return With(partnership, poll, poll with { Withdrawn = cancelled.Withdrawn });
    }

    public static Partnership Evolve(Partnership partnership, PollClosed closed)
    {
        Poll poll = partnership.FindPoll(closed.Poll)!;
        return With(partnership, poll, poll with { Result = closed.Result });
    }

    /// <summary>Notes in the open polls that a member was taken off the list: the roll stands, and so does a vote that was cast.</summary>
    public static Partnership Note(Partnership partnership, MemberUnlisted unlisted)
    {
        Partnership noted = partnership;
        foreach (Poll poll in partnership.Polls.Where(poll => !poll.HasEnded && poll.IsOnRoll(unlisted.Member)))
        {
            noted = With(noted, poll, poll with { Departed = poll.Departed.Add(unlisted.Member) });
        }

        return noted;
    }

    /// <summary>Puts a poll in an earlier one's place.</summary>
    public static Partnership With(Partnership partnership, Poll earlier, Poll poll) =>
        partnership with { Polls = partnership.Polls.Replace(earlier, poll) };

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

        if (walk.NoMeasuresBecause is not null)
        {
            return new ClosedWithoutMeasures(number);
        }

        // What was recommended may all have been returned, and a measure may have left its place.
        if (partnership.Recommendations.TryGetValue(number, out Recommendation? recommendation)
            && (recommendation.IsDecided ? Choosing.PlacesLeftOf(partnership, number) == 0 : !recommendation.Proposals.IsEmpty))
        {
            return new AlreadyRecommended(number);
        }

        ImmutableArray<ProposalReference> untriaged =
            [.. partnership.ProposalsOf(number).Where(proposal => proposal.Assessment is null).Select(proposal => proposal.Reference)];
        return untriaged.IsEmpty ? RefuseDecidedElsewhere(partnership, Choosing.CandidatesOf(partnership, number)) : new NotAllTriaged(number, untriaged);
    }

    /// <summary>Gives the reason why one of the candidates is not to be chosen from this walk as well (domain reference 9.5); nothing when all can be.</summary>
    public static SameAsMeasure? RefuseDecidedElsewhere(Partnership partnership, ImmutableArray<ProposalReference> candidates) =>
        candidates.Select(candidate => TriageSlice.SameMeasure(partnership, candidate)).FirstOrDefault(measure => measure is not null) is { } same
            ? new SameAsMeasure(same.Reference)
            : null;

    private static Refusal? RefuseBesideOtherPolls(Partnership partnership, WalkNumber walk)
    {
        // A poll whose time has passed stands in the way too, until its closing is recorded: its result may be clear.
        if (partnership.LatestPollOf(walk) is { HasEnded: false } open)
        {
            return new AnotherPollOpen(walk, open.ClosesAt);
        }

        return Choosing.Of(partnership, walk).Tied.IsEmpty ? null : new TieNotSettled(walk);
    }

    private static RollEntry EntryOf(Partnership partnership, WalkNumber walk, Member member)
    {
        Substitution? put = partnership.Substitutions.FirstOrDefault(put => put.Walk == walk && put.Absent == member.Id);
        return put is not null && partnership.FindMember(put.Substitute) is { } substitute && substitute.Party == member.Party && !substitute.Has(Duties.Vote)
            ? new RollEntry(substitute.Id, substitute.Party, substitute.Title, member.Title)
            : new RollEntry(member.Id, member.Party, member.Title);
    }

    /// <summary>Once, and only where more answers could help: a party of whom everybody has left the roll cannot answer.</summary>
    private static bool IsToBeExtended(Poll poll) =>
        poll.Rules.ExtensionDays > 0
        && poll.RunOffOf is null
        && !poll.Extensions.Any(extension => extension.IsByRule)
        && (!poll.Rules.BothParties || RefuseRoll(poll.Roll) is null);

    /// <summary>Gets the instant so many working days after a day, at a closing's time of day.</summary>
    public static DateTimeOffset AfterWorkingDays(DateTimeOffset from, DateTimeOffset closing, int days) =>
        SwedishTime.InstantOf(WorkingDays.Add(SwedishTime.DayAt(from), days).ToDateTime(TimeOnly.FromDateTime(SwedishTime.LocalAt(closing))));
}
