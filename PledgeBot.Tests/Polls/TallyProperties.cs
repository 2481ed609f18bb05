using System.Collections.Immutable;
using CsCheck;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;

namespace PledgeBot.Tests.Polls;

/// <summary>What holds for any poll, any roll of both parties, and any votes, right or wrong.</summary>
public sealed class TallyProperties
{
    private static readonly Gen<Poll> GenPoll =
        Gen.Select(Gen.Int[2, 6], Gen.Int[1, 6], Gen.Int[1, 3], Gen.Int[1, 2], Gen.Bool, A.PollOf);

    // A walk's first poll chooses two.
    private static readonly Gen<Poll> GenPollOfTwo =
        Gen.Select(Gen.Int[2, 6], Gen.Int[1, 6], Gen.Int[1, 3], Gen.Const(PollRules.ChosenPerWalk), Gen.Bool, A.PollOf);

    // Few members and options, so that changing one's mind, picking twice and ties are common rather than rare. A number
    // past the roll or the ballot is somebody, or something, that is not on it.
    private static readonly Gen<(int Member, int[] Picks)[]> GenAttempts =
        Gen.Select(Gen.Int[1, 10], Gen.Int[1, 7].Array[0, 3]).Array[0, 40];

    private static readonly Gen<(Poll Poll, (int Member, int[] Picks)[] Attempts)> GenVoting = Gen.Select(GenPoll, GenAttempts);

    [Fact]
    public void Result_AgreesWithTheObviousCount() =>
        GenVoting.Sample(voting =>
        {
            PollResult result = Close(voting.Poll, Collect(voting.Poll, voting.Attempts));
            var expected = Obvious.Count(voting.Poll, voting.Attempts);

            return result.Totals.Select(total => total.Votes).SequenceEqual(expected.Votes)
                && result.Abstentions == expected.Abstentions
                && result.Outcome == expected.Outcome
                && result.Chosen.Order().SequenceEqual(expected.Chosen)
                && result.Tied.Order().SequenceEqual(expected.Tied);
        });

    [Fact]
    public void Result_OfBallotsInAnotherOrder_IsTheSame() =>
        Gen.Select(GenVoting, Gen.Int).Sample((voting, seed) =>
        {
            Ballot[] ballots = [.. Ballots(voting.Poll, voting.Attempts)];
            Ballot[] shuffled = [.. ballots];
            new Random(seed).Shuffle(shuffled);

            return Facts(Close(voting.Poll, new BallotBox(ballots))) == Facts(Close(voting.Poll, new BallotBox(shuffled)));
        });

    [Fact]
    public void Result_WithWhatWasCastBeforeAMembersLastBallotLeftOut_IsTheSame() =>
        GenVoting.Sample(voting =>
        {
            (int Member, int[])[] counted = [.. voting.Attempts.Where(attempt => Vote(voting.Poll, attempt) is VoteAnswer.Counted)];
            (int Member, int[])[] last = [.. counted.Where((attempt, i) => counted.Skip(i + 1).All(later => later.Member != attempt.Member))];

            return Facts(Close(voting.Poll, Collect(voting.Poll, counted))) == Facts(Close(voting.Poll, Collect(voting.Poll, last)));
        });

    [Fact]
    public void Turnout_IsTheNumberOfMembersOnTheRollWhoAnswered() =>
        GenVoting.Sample(voting =>
        {
            PollResult result = Close(voting.Poll, Collect(voting.Poll, voting.Attempts));
            int answered = voting.Attempts.Where(attempt => Vote(voting.Poll, attempt) is VoteAnswer.Counted).DistinctBy(attempt => attempt.Member).Count();

            return result.Turnouts.Select(turnout => turnout.Party).SequenceEqual([Party.Municipality, Party.Police])
                && result.Turnouts.Sum(turnout => turnout.Answered) == answered
                && result.Turnouts.Sum(turnout => turnout.Entitled) == voting.Poll.Roll.Length
                && result.Totals.Sum(total => total.Votes) <= (answered - result.Abstentions) * voting.Poll.Rules.Picks
                && result.Totals.Sum(total => total.Votes) >= answered - result.Abstentions;
        });

    [Fact]
    public void Tie_IsToldAndNeverResolved() =>
        GenVoting.Sample(voting =>
        {
            PollResult result = Close(voting.Poll, Collect(voting.Poll, voting.Attempts));
            int VotesFor(ProposalReference option) => result.Totals.Single(total => total.Option == option).Votes;
            int remaining = voting.Poll.Rules.Picks - result.Chosen.Length;

            return result.Outcome == PollOutcome.Tie
                ? remaining > 0
                    && result.Tied.Length > remaining
                    && result.Tied.Select(VotesFor).Distinct().Count() == 1
                    && VotesFor(result.Tied[0]) > 0
                    && result.Chosen.All(chosen => VotesFor(chosen) > VotesFor(result.Tied[0]))
                    && !result.Chosen.Intersect(result.Tied).Any()
                : result.Tied.IsEmpty;
        });

    [Fact]
    public void Chosen_StandMostVotesFirstAndEachHasOne() =>
        GenVoting.Sample(voting =>
        {
            PollResult result = Close(voting.Poll, Collect(voting.Poll, voting.Attempts));
            int[] votes = [.. result.Chosen.Select(chosen => result.Totals.Single(total => total.Option == chosen).Votes)];

            return votes.SequenceEqual(votes.OrderDescending())
                && votes.All(vote => vote > 0)
                && (result.Outcome is PollOutcome.Clear or PollOutcome.Tie || votes.Length == 0);
        });

    [Fact]
    public void Quorum_OnceReached_StaysReachedAsMoreAnswer() =>
        GenVoting.Sample(voting =>
        {
            bool[] quorate =
            [
                .. Enumerable.Range(0, voting.Attempts.Length + 1)
                    .Select(count => Close(voting.Poll, Collect(voting.Poll, voting.Attempts[..count])).Outcome != PollOutcome.NotQuorate),
            ];

            return quorate.SkipWhile(reached => !reached).All(reached => reached);
        });

    [Fact]
    public void Recommendation_FollowsAClearResultOnly() =>
        Gen.Select(GenPollOfTwo, GenAttempts).Select((poll, attempts) => (Poll: poll, Attempts: attempts)).Sample(voting =>
        {
            ImmutableArray<PartnershipEvent> events = CloseEvents(voting.Poll, Collect(voting.Poll, voting.Attempts));
            PollResult result = ((PollClosed)events[0]).Result;

            return result.Outcome switch
            {
                PollOutcome.Clear => events is [_, RecommendationMade made] && made.Proposals.SequenceEqual(result.Chosen),
                PollOutcome.Tie => events is [_, PollOpened runOff] && runOff.RunOffOf == voting.Poll.Id && runOff.Options.SequenceEqual(result.Tied),
                _ => events.Length == 1,
            };
        });

    private static VoteAnswer Vote(Poll poll, (int Member, int[] Picks) attempt) =>
        poll.Vote(A.Member(attempt.Member), [.. attempt.Picks.Select(pick => A.Proposal(pick))], A.Noon);

    private static BallotBox Collect(Poll poll, (int Member, int[] Picks)[] attempts) =>
        attempts.Aggregate(BallotBox.Empty, (box, attempt) => Vote(poll, attempt) is VoteAnswer.Counted counted ? box.With(counted.Ballot) : box);

    /// <summary>Gets one ballot for each member who answered.</summary>
    private static IEnumerable<Ballot> Ballots(Poll poll, (int Member, int[] Picks)[] attempts)
    {
        BallotBox box = Collect(poll, attempts);
        return poll.Roll.Select(entry => box.BallotOf(entry.Member)).OfType<Ballot>();
    }

    private static PollResult Close(Poll poll, BallotBox box) => ((PollClosed)CloseEvents(poll, box)[0]).Result;

    private static ImmutableArray<PartnershipEvent> CloseEvents(Poll poll, BallotBox box)
    {
        PartnershipEvent[] before =
        [
            new PartnershipFormed("Tomelilla kommun", "Ystad", IsDemo: true),
            .. poll.Options.Select(option => new ProposalRegistered(option, "Gångtunneln", Category.Lighting, "Mörkt", "Måla tunneln vit", null)),
            .. poll.Options.Select(option => new ProposalTriaged(option, A.Candidate())),
            new PollOpened(poll.Id, poll.Walk, null, poll.Options, poll.Roll, poll.Rules, poll.ClosesAt),
        ];
        Partnership partnership = before.Aggregate(
            Partnership.Empty(new PartnershipId(Guid.Empty)),
            (state, happened) => state.Evolve(new RecordedEvent(state.Version + 1, A.Noon, null, happened)));
        return ((Decision.Accepted)partnership.Decide(new ClosePoll(poll.Id, box, A.Poll(99)), new Moment(null, poll.ClosesAt))).Events;
    }

    private static string Facts(PollResult result) => System.Text.Json.JsonSerializer.Serialize(result);

    /// <summary>The count as one would do it on a whiteboard: slow, and written without the code it is compared with.</summary>
    private sealed record Obvious(int[] Votes, int Abstentions, PollOutcome Outcome, ProposalReference[] Chosen, ProposalReference[] Tied)
    {
        public static Obvious Count(Poll poll, (int Member, int[] Picks)[] attempts)
        {
            var board = new Dictionary<int, int[]>();
            foreach ((int member, int[] picks) in attempts)
            {
                bool onRoll = member <= poll.Roll.Length;
                bool onBallot = picks.All(pick => pick <= poll.Options.Length) && picks.Distinct().Count() == picks.Length;
                bool rightNumber = picks.Length == 0 || (poll.Rules.Exactly ? picks.Length == poll.Rules.Picks : picks.Length <= poll.Rules.Picks);
                if (onRoll && onBallot && rightNumber)
                {
                    board[member] = picks;
                }
            }

            int[] votes = [.. Enumerable.Range(1, poll.Options.Length).Select(option => board.Values.Count(picks => picks.Contains(option)))];
            int abstentions = board.Values.Count(picks => picks.Length == 0);
            bool municipalityAnswered = board.Keys.Any(member => poll.Roll[member - 1].Party == Party.Municipality);
            bool policeAnswered = board.Keys.Any(member => poll.Roll[member - 1].Party == Party.Police);
            if (board.Count <= poll.Roll.Length / 2.0 || !municipalityAnswered || !policeAnswered)
            {
                return new Obvious(votes, abstentions, PollOutcome.NotQuorate, [], []);
            }

            // An option is surely in when at most the other places go to options that have as many votes or more; it is
            // surely out when nobody picked it, or the places go to options that have more; else it shares a place.
            var chosen = new List<ProposalReference>();
            var tied = new List<ProposalReference>();
            for (int option = 0; option < votes.Length; option++)
            {
                int atLeastAsMany = votes.Where((other, i) => i != option && other >= votes[option]).Count();
                int more = votes.Count(other => other > votes[option]);
                if (votes[option] > 0 && atLeastAsMany < poll.Rules.Picks)
                {
                    chosen.Add(poll.Options[option]);
                }
                else if (votes[option] > 0 && more < poll.Rules.Picks)
                {
                    tied.Add(poll.Options[option]);
                }
            }

            PollOutcome outcome = votes.All(vote => vote == 0) ? PollOutcome.NoVotes : tied.Count > 0 ? PollOutcome.Tie : PollOutcome.Clear;
            return new Obvious(votes, abstentions, outcome, [.. chosen], [.. tied]);
        }
    }
}
