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

/// <summary>The bot's count against the one that was written apart from it, for those who do not believe the bot.</summary>
public sealed class TwoCountsTests
{
    private const int Choices = 70_000;
    private const int FewestPolls = 100_000;

    [Fact]
    public void HundredThousandRandomPolls_FromBallotsToRecommendation_AreCountedAlike()
    {
        int polls = 0;
        Gen.Int.Sample(
            seed =>
            {
                var choice = new RandomChoice(seed);
                choice.Run(Compare);
                Interlocked.Add(ref polls, choice.Partnership.Polls.Count(poll => poll.Result is not null));
            },
            iter: Choices);

        Assert.True(polls >= FewestPolls, $"There were only {polls} polls.");
    }

    private static void Compare(RandomChoice choice, Decided.Recommendation recommendation)
    {
        Partnership partnership = choice.Partnership;
        ImmutableArray<Counted.CheckedPoll> polls = [.. partnership.Polls.Select((poll, i) => Counted.PollCheck.Of(Written(poll), $"{i + 1}"))];
        (Recommendation? counted, IReadOnlyList<string> differences) = RecommendationCheck.Of(
            polls,
            [.. partnership.Polls.Where(poll => poll.Settlement is not null).Select(Settled)],
            Names(choice.Withdrawn),
            Names(recommendation.Returned.Select(returned => returned.Reference)),
            Names(choice.Replaced),
            Names(recommendation.Proposals));

        string[] all = [.. polls.SelectMany(poll => poll.Differences), .. differences];
        if (all.Length > 0)
        {
            Assert.Fail(string.Join(Environment.NewLine, [.. all, .. partnership.Polls.Select(Story), $"Returned {string.Join(' ', Names(recommendation.Returned.Select(r => r.Reference)))}", $"Withdrawn {string.Join(' ', choice.Withdrawn)}", $"Replaced {string.Join(' ', choice.Replaced)}", $"Recommended {string.Join(' ', recommendation.Proposals)}, recount {string.Join(' ', counted?.Options ?? [])}"]));
        }
    }

    private static string Story(Poll poll) =>
        $"Poll {poll.Rules.Picks} of {string.Join(' ', poll.Options)} runoff {poll.RunOffOf is not null} replaces {poll.Replaces} withdrawn {poll.Withdrawn}: {poll.Result?.Outcome} {string.Join(' ', poll.Result?.Totals.Select(t => t.Votes) ?? [])} settled {poll.Settlement?.Way} {string.Join(' ', poll.Settlement?.Among ?? [])} -> {string.Join(' ', poll.Settlement?.Chosen ?? [])}";

    private static Counted.Poll Written(Poll poll)
    {
        var numbers = poll.Roll.Select((entry, i) => (entry.Member, i)).ToDictionary(voter => voter.Member, voter => voter.i);
        PollRules rules = poll.Rules;
        return new Counted.Poll(
            poll.Id.ToString(),
            poll.RunOffOf is not null ? Counted.PollKind.RunOff : poll.Replaces is not null ? Counted.PollKind.Replacement : Counted.PollKind.First,
            poll.RunOffOf?.ToString(),
            poll.Replaces?.ToString(),
            rules.Picks,
            new Counted.PollRules(rules.Exactly, rules.MayAbstain, rules.IsSecret, Enum.Parse<Counted.QuorumShare>(rules.Share.ToString()), rules.BothParties),
            Names(poll.Options),
            [.. poll.Roll.Select(entry => new Counted.Voter(numbers[entry.Member], Enum.Parse<Counted.Party>(entry.Party.ToString())))],
            [.. (poll.Result?.Ballots ?? []).Select(ballot => new Counted.Ballot(ballot.Receipt.ToString(), Names(ballot.Picks), NumberOf(ballot.Voter)))],
            [.. (poll.Result?.Turnouts ?? Unanswered(poll)).Select(of => new Counted.PartyTurnout(Enum.Parse<Counted.Party>(of.Party.ToString()), of.Entitled, of.Answered))],
            poll.Withdrawn is not null,
            poll.Result is { } result ? Stated(result) : null);

        int? NumberOf(MemberId? voter) => voter is { } known ? numbers[known] : null;
    }

    private static ImmutableArray<Turnout> Unanswered(Poll poll) => [.. Enum.GetValues<Party>().Select(party => BallotBox.Empty.TurnoutOf(party, poll))];

    private static Counted.PollResult Stated(PollResult result) => new(
        [.. result.Totals.Select(total => new Counted.OptionVotes(total.Option.ToString(), total.Votes))],
        result.Abstentions,
        Enum.Parse<Counted.PollOutcome>(result.Outcome.ToString()),
        Names(result.Chosen),
        Names(result.Tied));

    private static Kept.Settlement Settled(Poll poll) => new(
        Enum.Parse<Kept.SettlementWay>(poll.Settlement!.Way.ToString()),
        poll.Id.ToString(),
        Names(poll.Settlement.Among),
        poll.Settlement.Places,
        Names(poll.Settlement.Chosen),
        poll.Settlement.Seed is { } seed ? Convert.FromHexString(seed) : null);

    private static string[] Names(IEnumerable<ProposalReference> references) => [.. references.Select(reference => reference.ToString())];
}
