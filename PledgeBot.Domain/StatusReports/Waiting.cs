using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.StatusReports;

/// <summary>Something that waits for somebody.</summary>
public abstract record Waiting
{
    private Waiting()
    {
    }

    /// <summary>A measure is overdue and waits for its responsible unit.</summary>
    public sealed record OverdueMeasure(ProposalReference Reference, string Suggestion, string Responsible, DateOnly Due) : Waiting;

    /// <summary>A recommendation waits for a party's confirmation.</summary>
    public sealed record PartyConfirmation(WalkNumber Walk, Party Party) : Waiting;

    /// <summary>Nobody of a party has a duty that the group cannot do without, and a coordinator is to give it to somebody.</summary>
    public sealed record DutyOf(Party Party, Duties Duty) : Waiting;

    /// <summary>A poll is open and waits for votes; who has answered is told as numbers per party.</summary>
    public sealed record Votes(PollId Poll, WalkNumber Walk, DateTimeOffset ClosesAt, ImmutableArray<Turnout> Turnouts) : Waiting;

    /// <summary>A poll's time has passed, and the closing will be recorded at the next touch.</summary>
    public sealed record PollClosing(PollId Poll, WalkNumber Walk) : Waiting;

    /// <summary>
    /// The polls left something unsettled, and the two who confirm are to agree, or the last resort of the poll's rules is to be used.
    /// </summary>
    public sealed record Settlement(PollId Poll, WalkNumber Walk, PollOutcome Outcome, LastResort Resort) : Waiting;

    /// <summary>
    /// Nothing of the walk can go on by itself: every proposal was assessed and none is a candidate, or what was recommended was returned
    /// and nobody is next in rank. With candidates left a coordinator is to open a poll among them, or to recommend them when there are no
    /// more than places; with none, to close the walk without measures.
    /// </summary>
    public sealed record NothingLeft(WalkNumber Walk, int Candidates) : Waiting;

    /// <summary>Every proposal of a walk is assessed, and a coordinator is to put the candidates to the group.</summary>
    public sealed record Choice(WalkNumber Walk, int Candidates) : Waiting;

    /// <summary>Proposals wait for a coordinator's assessment.</summary>
    public sealed record TriageOf(WalkNumber Walk, int Proposals) : Waiting;

    /// <summary>A walk's day has passed, and its leader is to say how it went.</summary>
    public sealed record WalkReport(WalkNumber Walk, DateOnly Date) : Waiting;
}
