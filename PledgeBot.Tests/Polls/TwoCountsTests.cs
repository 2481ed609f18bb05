using System.Collections.Immutable;
using CsCheck;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Recount.Recommendations;
using Counted = PledgeBot.Recount.Polls;
using Decided = PledgeBot.Domain.Decisions;
using Kept = PledgeBot.Recount.Records;

namespace PledgeBot.Tests.Polls;

/// <summary>
/// The bot's count against the one that was written apart from it, which shares no code with it: on random choices, from the ballots of
/// every poll to each recommendation that stands on the way.
/// </summary>
public sealed class TwoCountsTests
{
    private const int Choices = 56_000;
    private const int FewestPolls = 100_000;

    private readonly Dictionary<PollResult, Counted.CheckedPoll> _counted = new(ReferenceEqualityComparer.Instance);

    [Fact]
    public void HundredThousandRandomPolls_FromBallotsToRecommendation_AreCountedAlike()
    {
        int polls = 0;
        Gen.Int.Sample(
            seed =>
            {
                var choice = new RandomChoice(seed);
                choice.Run(new TwoCountsTests().Compare);
                Interlocked.Add(ref polls, choice.Partnership.Polls.Count(poll => poll.Result is not null));
            },
            iter: Choices);

        Assert.True(polls >= FewestPolls, $"There were only {polls} polls.");
    }

    private static string[] Names(ImmutableArray<ProposalReference> references) => [.. references.Select(reference => reference.ToString())];

    private static Counted.Poll Written(Poll poll)
    {
        PollRules rules = poll.Rules;
        PollResult? result = poll.Result;
        return new Counted.Poll(
            poll.Id.ToString(),
            poll.RunOffOf is not null ? Counted.PollKind.RunOff : poll.Replaces is not null ? Counted.PollKind.Replacement : Counted.PollKind.First,
            poll.RunOffOf?.ToString(),
            poll.Replaces?.ToString(),
            rules.Picks,
            new Counted.PollRules(rules.Exactly, rules.MayAbstain, rules.IsSecret, Of(rules.Share), rules.BothParties),
            Names(poll.Options),
            [.. poll.Roll.Select((entry, number) => new Counted.Voter(number, Of(entry.Party)))],
            [.. (result?.Ballots ?? []).Select(ballot => new Counted.Ballot(ballot.Receipt.ToString(), Names(ballot.Picks), NumberOf(ballot.Voter)))],
            [.. (result?.Turnouts ?? []).Select(turnout => new Counted.PartyTurnout(Of(turnout.Party), turnout.Entitled, turnout.Answered))],
            poll.Withdrawn is not null,
            result is null
                ? null
                : new Counted.PollResult(
                    [.. result.Totals.Select(total => new Counted.OptionVotes(total.Option.ToString(), total.Votes))],
                    result.Abstentions,
                    Of(result.Outcome),
                    Names(result.Chosen),
                    Names(result.Tied)));

        int? NumberOf(MemberId? voter)
        {
            for (int number = 0; number < poll.Roll.Length; number++)
            {
                if (poll.Roll[number].Member == voter)
                {
                    return number;
                }
            }

            return null;
        }
    }

    private static Kept.Settlement Written(PollId poll, Settlement settlement) => new(
        settlement.Way switch
        {
            SettlementWay.CastingVote => Kept.SettlementWay.CastingVote,
            SettlementWay.Lots => Kept.SettlementWay.Lots,
            _ => Kept.SettlementWay.Agreement,
        },
        poll.ToString(),
        Names(settlement.Among),
        settlement.Places,
        Names(settlement.Chosen),
        settlement.Seed is { } seed ? Convert.FromHexString(seed) : null);

    private static Counted.Party Of(Party party) => party == Party.Police ? Counted.Party.Police : Counted.Party.Municipality;

    private static Counted.QuorumShare Of(QuorumShare share) => share switch
    {
        QuorumShare.TwoThirds => Counted.QuorumShare.TwoThirds,
        QuorumShare.Everybody => Counted.QuorumShare.Everybody,
        _ => Counted.QuorumShare.MoreThanHalf,
    };

    private static Counted.PollOutcome Of(PollOutcome outcome) => outcome switch
    {
        PollOutcome.Clear => Counted.PollOutcome.Clear,
        PollOutcome.Tie => Counted.PollOutcome.Tie,
        PollOutcome.NoVotes => Counted.PollOutcome.NoVotes,
        _ => Counted.PollOutcome.NotQuorate,
    };

    private static string Told(Poll poll) =>
        $"{(poll.RunOffOf is null ? "Poll" : "Run-off")} among {string.Join(' ', poll.Options)} for {poll.Rules.Picks}, replaces {poll.Replaces}, withdrawn {poll.Withdrawn}: "
        + $"{poll.Result?.Outcome} {string.Join(' ', poll.Result?.Totals.Select(total => total.Votes) ?? [])}, settled {string.Join(' ', poll.Settlement?.Chosen ?? [])}";

    private void Compare(RandomChoice choice, Decided.Recommendation recommendation)
    {
        Partnership partnership = choice.Partnership;
        Counted.CheckedPoll[] polls = [.. partnership.Polls.Select(CountAgain)];
        ImmutableArray<ProposalReference> returned = [.. recommendation.Returned.Select(entry => entry.Reference)];
        (_, IReadOnlyList<string> differences) = RecommendationCheck.Of(
            polls,
            [.. partnership.Polls.Where(poll => poll.Settlement is not null).Select(poll => Written(poll.Id, poll.Settlement!))],
            Names([.. choice.Withdrawn]),
            Names(returned),
            Names([.. choice.Replaced]),
            Names(recommendation.Proposals));

        string[] all = [.. polls.SelectMany(poll => poll.Differences), .. differences];
        if (all.Length > 0)
        {
            string gone = $"Withdrawn {string.Join(' ', choice.Withdrawn)}, returned {string.Join(' ', returned)}, replaced {string.Join(' ', choice.Replaced)}";
            Assert.Fail(string.Join(Environment.NewLine, [.. all, .. partnership.Polls.Select(Told), gone]));
        }
    }

    /// <summary>Counts a poll again, once: later recommendations rest on it too.</summary>
    private Counted.CheckedPoll CountAgain(Poll poll)
    {
        if (poll.Result is not { } result)
        {
            return Counted.PollCheck.Of(Written(poll), poll.Id.ToString());
        }

        if (!_counted.TryGetValue(result, out Counted.CheckedPoll? counted))
        {
            counted = Counted.PollCheck.Of(Written(poll), poll.Id.ToString());
            _counted.Add(result, counted);
        }

        return counted;
    }
}
