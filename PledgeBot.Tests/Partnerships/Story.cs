using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Tests.Partnerships;

/// <summary>A partnership that things happen to, one command after the other, as turns would do it; with a clock and ballot boxes.</summary>
internal sealed class Story(DateTimeOffset now, PartnershipId? id = null)
{
    private readonly Dictionary<PollId, BallotBox> _boxes = [];

    public DateTimeOffset Now { get; set; } = now;

    public Partnership Partnership { get; private set; } = Partnership.Empty(id ?? new PartnershipId(new Guid(1, 0, 0, new byte[8])));

    /// <summary>Gets everything that has happened, in order.</summary>
    public List<RecordedEvent> Log { get; } = [];

    public StatusReport Report => StatusReport.Of(Partnership, Boxes, Now);

    public WeeklyStatus Week => WeeklyStatus.Of(Partnership, Boxes, Now);

    private Dictionary<PollId, BallotBox> Boxes => Partnership.Polls.ToDictionary(poll => poll.Id, poll => BoxOf(poll.Id));

    /// <summary>Does what a command wants, which must be accepted.</summary>
    public ImmutableArray<PartnershipEvent> Do(Command command, MemberId? by)
    {
        ImmutableArray<PartnershipEvent> events = Assert.IsType<Decision.Accepted>(Partnership.Decide(command, new Moment(by, Now))).Events;
        foreach (PartnershipEvent happened in events)
        {
            Happen(happened, by);
        }

        return events;
    }

    /// <summary>Folds an event in, whether or not a rule would have allowed it.</summary>
    public void Happen(PartnershipEvent happened, MemberId? by = null)
    {
        var recorded = new RecordedEvent(Partnership.Version + 1, Now, by, happened);
        Partnership = Partnership.Evolve(recorded);
        Log.Add(recorded);
    }

    /// <summary>Asks for what must be refused.</summary>
    public Refusal Refusal(Command command, MemberId? by) =>
        Assert.IsType<Decision.Refused>(Partnership.Decide(command, new Moment(by, Now))).Reason;

    public WalkNumber PlanWalk(DateTime? startsAt = null)
    {
        Do(A.PlanWalk(startsAt: startsAt), A.Coordinator);
        return Partnership.Walks[^1].Number;
    }

    public WalkNumber CarryOutWalk(DateOnly? date = null)
    {
        WalkNumber walk = PlanWalk();
        Do(A.CarryOutWalk(walk, date), A.Coordinator);
        return walk;
    }

    public ProposalReference Propose(WalkNumber walk, string suggestion = "Måla tunneln vit")
    {
        // What one walk has decided no other one can choose again.
        string place = walk.Value == 1 ? "Gångtunneln" : $"Gångtunneln vid {walk}";
        Do(A.RegisterProposal(walk, place, suggestion: suggestion), A.RescueService);
        return Partnership.ProposalsOf(walk).Last().Reference;
    }

    public void Triage(ProposalReference reference, Assessment? assessment = null) =>
        Do(new TriageProposal(reference, assessment ?? A.Candidate()), A.Coordinator);

    /// <summary>Carries a walk out and makes candidates of so many proposals.</summary>
    public WalkNumber WalkWithCandidates(int count, DateOnly? due = null)
    {
        WalkNumber walk = CarryOutWalk();
        for (int i = 0; i < count; i++)
        {
            Triage(Propose(walk), A.Candidate(A.Plan(due: due)));
        }

        return walk;
    }

    public PollId OpenPoll(WalkNumber walk, bool exactly = false, DateTimeOffset? closesAt = null) =>
        OpenPoll(walk, new PollRules(PollRules.ChosenPerWalk, exactly), closesAt);

    public PollId OpenPoll(WalkNumber walk, PollRules rules, DateTimeOffset? closesAt = null)
    {
        PollId poll = A.Poll(Partnership.Polls.Length + 1);
        Do(new OpenPoll(poll, walk, rules, closesAt ?? Now.AddDays(3)), A.Coordinator);
        return poll;
    }

    /// <summary>Gets the run-off that opened when a poll closed.</summary>
    public PollId RunOffOf(PollId poll) => Partnership.Polls.Single(other => other.RunOffOf == poll).Id;

    public BallotBox BoxOf(PollId poll) => _boxes.GetValueOrDefault(poll, BallotBox.Empty);

    /// <summary>Gets what closes a poll. A run-off that it opens gets the next number.</summary>
    public ClosePoll Closing(PollId poll) => new(poll, BoxOf(poll), A.Poll(Partnership.Polls.Length + 1));

    /// <summary>Votes for proposals by their numbers on the poll's walk; for none to abstain. The vote must count.</summary>
    public void Vote(PollId id, MemberId member, params int[] numbers)
    {
        Poll poll = Partnership.FindPoll(id)!;
        VoteAnswer answer = poll.Vote(member, [.. numbers.Select(number => new ProposalReference(poll.Walk, number))], Now);
        _boxes[id] = BoxOf(id).With(Assert.IsType<VoteAnswer.Counted>(answer).Ballot);
    }

    /// <summary>Puts a ballot in a poll's box.</summary>
    public void Keep(PollId id, Ballot ballot) => _boxes[id] = BoxOf(id).With(ballot);

    /// <summary>Lets a poll's time pass, and the clock close it.</summary>
    public PollResult Close(PollId id)
    {
        Now = Partnership.FindPoll(id)!.ClosesAt;
        return Assert.IsType<PollClosed>(Do(Closing(id), by: null)[0]).Result;
    }

    /// <summary>Lets so many of the usual voters vote alike, then closes the poll.</summary>
    public PollResult CloseAfter(PollId id, params int[][] ballots)
    {
        for (int i = 0; i < ballots.Length; i++)
        {
            Vote(id, A.Voters[i], ballots[i]);
        }

        return Close(id);
    }

    public void Confirm(WalkNumber walk)
    {
        Do(new ConfirmRecommendation(walk), A.SafetyManager);
        Do(new ConfirmRecommendation(walk), A.Chief);
    }

    /// <summary>Goes the whole way for one proposal, which becomes a measure.</summary>
    public ProposalReference Decide(DateOnly? due = null)
    {
        WalkNumber walk = WalkWithCandidates(1, due);
        Do(new RecommendWithoutPoll(walk), A.Coordinator);
        Confirm(walk);
        return new ProposalReference(walk, 1);
    }
}
