using System.Collections.Concurrent;
using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Polls;

/// <summary>
/// One walk's choice as it may go: random rules, roll and ballots, then whatever can follow, from conflicts of interest and withdrawals
/// to settlements, returns and replaced measures. Few voters and options, so that ties are common rather than rare.
/// </summary>
internal sealed class RandomChoice
{
    private const int MostSteps = 14;
    private static readonly WalkNumber Walk = new(1);
    private static readonly MemberId[] Confirmers = [A.SafetyManager, A.Chief];
    private static readonly ConcurrentDictionary<(int Candidates, int Voters, int Police), Partnership> Begun = new();

    private readonly Random _random;
    private readonly int _firstReceipt;
    private readonly Dictionary<PollId, BallotBox> _boxes = [];
    private DateTimeOffset _now = A.Noon;

    public RandomChoice(int seed)
    {
        _random = new Random(seed);
        _firstReceipt = _random.Next(Receipt.Count);
        int voters = _random.Next(2, 13);
        Partnership = Begun.GetOrAdd((_random.Next(3, 9), voters, _random.Next(1, voters)), Begin);
    }

    public Partnership Partnership { get; private set; }

    /// <summary>Gets the measures that were replaced, in that order.</summary>
    public List<ProposalReference> Replaced { get; } = [];

    /// <summary>Gets what was withdrawn, in that order.</summary>
    public List<ProposalReference> Withdrawn { get; } = [];

    private Poll? Latest => Partnership.LatestPollOf(Walk);

    private Recommendation? Recommendation => Partnership.Recommendations.GetValueOrDefault(Walk);

    private PollId NextPoll => A.Poll(Partnership.Polls.Length + 1);

    /// <summary>Goes the whole way.</summary>
    /// <param name="check">Called wherever the group's recommendation stands.</param>
    public void Run(Action<RandomChoice, Recommendation> check)
    {
        Must(Opening(), A.Coordinator);
        for (int step = 0; step < MostSteps; step++)
        {
            if (Latest is { HasEnded: false } open)
            {
                Hold(open);
            }
            else if (Partnership.UnsettledOf(Walk) is { } unsettled)
            {
                Settle(unsettled);
            }
            else if (Recommendation is { IsDecided: false, Proposals.IsEmpty: false } standing)
            {
                check(this, standing);
                if (!GoOn(standing))
                {
                    return;
                }
            }
            else if (Partnership.CandidatesOf(Walk).IsEmpty || !TryPutToGroup())
            {
                return;
            }
        }
    }

    private static Partnership Begin((int Candidates, int Voters, int Police) group)
    {
        var story = new Story(A.Noon);
        story.Do(A.FormPartnership(), by: null);
        story.Do(A.GivePromise(), by: null);
        story.Do(A.Members[0] with { Duties = Duties.Coordinate }, by: null);
        story.Do(A.Members[1] with { Duties = Duties.Confirm }, by: null);
        story.Do(A.Members[8] with { Duties = Duties.Confirm }, by: null);
        story.Do(A.PlanWalk(leader: A.Coordinator), A.Coordinator);
        story.Do(A.CarryOutWalk(Walk), A.Coordinator);
        for (int number = 1; number <= group.Candidates; number++)
        {
            story.Do(A.RegisterProposal(Walk), A.Coordinator);
            story.Triage(A.Proposal(number));
        }

        for (int i = 0; i < group.Voters; i++)
        {
            story.Do(new ListMember(A.Member(100 + i), i < group.Police ? Party.Police : Party.Municipality, "Ledamot", Duties.Vote), by: null);
        }

        return story.Partnership;
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T OneOf<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private OpenPoll Opening()
    {
        LastResort resort = OneOf(Enum.GetValues<LastResort>());
        var rules = new PollRules(
            PollRules.ChosenPerWalk,
            Exactly: Chance(40),
            MayAbstain: Chance(80),
            IsSecret: Chance(30),
            OneOf(Enum.GetValues<QuorumShare>()),
            BothParties: Chance(70),
            ExtensionDays: Chance(50) ? 0 : 3,
            LastResort: resort,
            Chair: resort == LastResort.CastingVote ? A.Member(100) : null);
        return new OpenPoll(NextPoll, Walk, rules, _now.AddDays(3));
    }

    /// <summary>Lets the members vote, and the poll close; or has a candidate withdrawn first.</summary>
    private void Hold(Poll poll)
    {
        if (Chance(6) && TryWithdraw())
        {
            return;
        }

        Vote(poll, Chance(70) ? 90 : 45);
        for (int i = 0; i < 2 && Chance(8); i++)
        {
            RollEntry entry = OneOf(poll.Roll);
            Try(new DeclareConflict(poll.Id, entry.Member), A.Coordinator);
        }

        _now = poll.ClosesAt;
        Must(new ClosePoll(poll.Id, _boxes[poll.Id], NextPoll), by: null);
    }

    private void Vote(Poll poll, int turnout)
    {
        BallotBox box = _boxes.GetValueOrDefault(poll.Id, BallotBox.Empty);
        List<Ballot> ballots = [.. poll.Roll.Select(entry => box.BallotOf(entry.Member)).OfType<Ballot>()];

        // The votes gather on some of the options, or on none: then there are more that nobody picks.
        int wanted = _random.Next(1, poll.Options.Length + 1);
        for (int i = 0; i < poll.Roll.Length; i++)
        {
            if (!Chance(turnout))
            {
                continue;
            }

            int most = Math.Min(poll.Rules.Picks, poll.Options.Length);
            int picks = poll.Rules.MayAbstain && Chance(15) ? 0 : poll.Rules.Exactly ? most : _random.Next(1, most + 1);
            HashSet<ProposalReference> picked = [];
            while (picked.Count < picks)
            {
                picked.Add(poll.Options[_random.Next(Math.Max(wanted, picks))]);
            }

            // A vote that the poll refuses is none; one by the same member replaces the earlier one.
            MemberId member = poll.Roll[i].Member;
            if (poll.Vote(member, [.. picked], _now) is VoteAnswer.Counted counted)
            {
                int number = Partnership.Members.IndexOf(Partnership.FindMember(member)!);
                ballots.Add(counted.Ballot with { Receipt = Receipt.Numbered((_firstReceipt + (97 * number)) % Receipt.Count) });
            }
        }

        _boxes[poll.Id] = new BallotBox(ballots);
    }

    private void Settle(Unsettled unsettled)
    {
        PollId poll = unsettled.Poll.Id;
        if (!unsettled.IsTie && Chance(20) && Try(Opening(), A.Coordinator))
        {
            return;
        }

        if (Chance(5) && TryWithdraw())
        {
            return;
        }

        ProposalReference[] among = [.. unsettled.Among];
        _random.Shuffle(among);
        ImmutableArray<ProposalReference> chosen = [.. among.Take(_random.Next(unsettled.Fewest, unsettled.Most + 1))];
        bool settled = unsettled.IsTie && unsettled.Poll.Rules.LastResort switch
        {
            LastResort.CastingVote => Try(new GiveCastingVote(poll, chosen, "Flest bor där"), unsettled.Poll.Rules.Chair),
            LastResort.Lots => Try(new DrawLots(poll, Convert.ToHexStringLower(Bytes(Lots.SeedLength / 2))), A.Coordinator),
            _ => false,
        };
        foreach (MemberId confirmer in settled ? [] : Confirmers)
        {
            Must(new ProposeSettlement(poll, chosen), confirmer);
        }
    }

    /// <summary>Lets something become of a recommendation that stands; tells whether anything did.</summary>
    private bool GoOn(Recommendation standing)
    {
        int chance = _random.Next(100);
        if (chance < 38)
        {
            Must(new ReturnProposal(OneOf(standing.Proposals), "Inga pengar", NextPoll), OneOf(Confirmers));
            return true;
        }

        if (chance < 44)
        {
            return TryWithdraw();
        }

        if (chance < 80)
        {
            Must(new ConfirmRecommendation(Walk), A.Chief);
            Must(new ConfirmRecommendation(Walk), A.SafetyManager);
            return TryReplace();
        }

        return false;
    }

    private bool TryReplace()
    {
        ProposalReference measure = OneOf([.. Partnership.Measures.Values.Where(measure => measure.IsOpen).Select(measure => measure.Reference)]);
        bool byNewPoll = Chance(50);
        if (!Try(new ReplaceMeasure(measure, "Marken såldes", byNewPoll, NextPoll, _now.AddDays(3)), A.Coordinator))
        {
            return false;
        }

        Replaced.Add(measure);
        return true;
    }

    private bool TryWithdraw()
    {
        ImmutableArray<ProposalReference> candidates = [.. Partnership.CandidatesOf(Walk).Except(Recommendation is { IsDecided: false } standing ? standing.Proposals : [])];
        if (candidates.IsEmpty)
        {
            return false;
        }

        ProposalReference withdrawn = OneOf(candidates);
        Must(new WithdrawProposal(withdrawn, "Byggs om", NextPoll), A.Coordinator);
        Withdrawn.Add(withdrawn);
        return true;
    }

    private bool TryPutToGroup() => Try(new RecommendWithoutPoll(Walk), A.Coordinator) || Try(Opening(), A.Coordinator);

    private byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private void Must(Command command, MemberId? by) => Assert.True(Try(command, by), $"{command.GetType().Name} was refused.");

    private bool Try(Command command, MemberId? by)
    {
        if (Partnership.Decide(command, new Moment(by, _now)) is not Decision.Accepted accepted)
        {
            return false;
        }

        foreach (PartnershipEvent happened in accepted.Events)
        {
            Happen(happened, by);
        }

        return true;
    }

    private void Happen(PartnershipEvent happened, MemberId? by) =>
        Partnership = Partnership.Evolve(new RecordedEvent(Partnership.Version + 1, _now, by, happened));
}
