using System.Collections.Concurrent;
using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.Replicas;

/// <summary>
/// Two hundred members vote and change their minds at two bots over the same records, through HTTP, while the poll's time passes.
/// </summary>
public sealed class CrowdedPollTests
{
    private const int Members = 200;
    private const int Rounds = 3;
    private const int AtOnce = 32;

    private static readonly ImmutableArray<MemberId> Crowd = [.. Enumerable.Range(1001, Members).Select(A.Member)];

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Vote_OfTwoHundredAtTwoReplicasWithTheClosingInTheMiddle_IsCountedAsItWasAnswered(bool isSecret, int seed)
    {
        await using TemporaryRecords records = await TemporaryRecords.CreateAsync();
        (PartnershipId id, Poll poll) = await OpenAsync(records, isSecret);
        await using Replica first = await Replica.StartAsync(records, A.Noon);
        await using Replica second = await Replica.StartAsync(records, A.Noon);
        Replica[] replicas = [first, second];
        var random = new Random(seed);
        var standing = new ConcurrentDictionary<MemberId, string[]>();
        int refused = 0;

        for (int round = 0; round < Rounds; round++)
        {
            // Every fourth member clicks twice at once in the second round, on two clients that reach different bots.
            Attempt[] attempts =
            [
                .. Crowd.OrderBy(_ => random.Next()).Select((member, place) => round == 1 && place % 4 == 0
                    ? new Attempt(member, [PickTwo(random), PickTwo(random)], replicas)
                    : new Attempt(member, [PickTwo(random)], [replicas[random.Next(2)]])),
            ];
            int begun = 0;
            bool closesNow = round == 1;
            await Parallel.ForEachAsync(
                attempts,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
                async (attempt, _) =>
                {
                    if (Interlocked.Increment(ref begun) == Members / 2 && closesNow)
                    {
                        // The two clocks need not show the same at the same instant.
                        first.Bot.Time.SetUtcNow(poll.ClosesAt);
                        await Task.Yield();
                        second.Bot.Time.SetUtcNow(poll.ClosesAt);
                    }

                    string[] answers = await Task.WhenAll(attempt.Picks.Zip(attempt.At, (picks, replica) => replica.VoteAsync(attempt.Member, poll.Id, picks)));
                    string[] counted = [.. attempt.Picks.Where((picks, index) => WasCounted(answers[index], picks))];
                    if (counted.Length > 0)
                    {
                        standing[attempt.Member] = counted;
                    }

                    Interlocked.Add(ref refused, attempt.Picks.Length - counted.Length);
                });
        }

        // The whole last round came too late, and some of the second.
        Assert.InRange(refused, Members + 1, (2 * Members) + (Members / 4));
        Partnership after = await records.Partnerships.ReadAsync(id, TestContext.Current.CancellationToken);
        PollResult result = after.FindPoll(poll.Id)!.Result!;
        Assert.Equal(poll.ClosesAt, result.ClosedAt);
        Assert.Equal(standing.Count, result.Ballots.Length);
        Assert.Equal(standing.Count, result.Turnouts.Sum(turnout => turnout.Answered));
        Assert.All(result.Totals, total => Assert.Equal(result.Ballots.Count(ballot => ballot.Picks.Contains(total.Option)), total.Votes));
        Assert.Equal(result.Ballots.Length, result.Ballots.Select(ballot => ballot.Receipt).Distinct().Count());
        if (isSecret)
        {
            Assert.All(result.Ballots, ballot => Assert.Null(ballot.Voter));
            AssertSameMany(standing, result);
        }
        else
        {
            Assert.All(result.Ballots, ballot => Assert.Contains(Text(ballot.Picks), standing[ballot.Voter!.Value]));
        }

        Assert.Empty(first.Bot.Log.All);
        Assert.Empty(second.Bot.Log.All);
    }

    /// <summary>In a secret poll nobody can say whose a ballot is, but those whose last vote is certain give the least of each kind.</summary>
    private static void AssertSameMany(ConcurrentDictionary<MemberId, string[]> standing, PollResult result)
    {
        ILookup<string, CountedBallot> counted = result.Ballots.ToLookup(ballot => Text(ballot.Picks));
        foreach (IGrouping<string, string> certain in standing.Values.Where(stood => stood.Length == 1).Select(stood => stood[0]).GroupBy(picks => picks))
        {
            int possible = standing.Values.Count(stood => stood.Length > 1 && stood.Contains(certain.Key));
            Assert.InRange(counted[certain.Key].Count(), certain.Count(), certain.Count() + possible);
        }
    }

    private static bool WasCounted(string answer, string picks)
    {
        bool counted = answer.Contains("Du har valt 2 av 2", StringComparison.Ordinal) && answer.Contains($"\"value\":\"{picks}\"", StringComparison.Ordinal);
        Assert.True(counted || answer.Contains("stäng", StringComparison.Ordinal) || answer.Contains("Resultat", StringComparison.Ordinal), answer);
        return counted;
    }

    private static string PickTwo(Random random)
    {
        int[] two = [.. Enumerable.Range(1, 6).OrderBy(_ => random.Next()).Take(2).Order()];
        return Text([A.Proposal(two[0]), A.Proposal(two[1])]);
    }

    private static string Text(ImmutableArray<ProposalReference> picks) => string.Join(',', picks);

    private static async Task<(PartnershipId Id, Poll Poll)> OpenAsync(TemporaryRecords records, bool isSecret)
    {
        Story story = A.Story();
        foreach (MemberId member in Crowd)
        {
            Party party = member.Value.ToByteArray()[^1] % 4 == 0 ? Party.Police : Party.Municipality;
            story.Do(new ListMember(member, party, "Medlem", Duties.Vote), by: null);
        }

        WalkNumber walk = story.WalkWithCandidates(6);
        var rules = new PollRules(PollRules.ChosenPerWalk, Exactly: true, IsSecret: isSecret);
        story.Do(new OpenPoll(A.Poll(1), walk, rules, story.Now.AddDays(3)), A.Coordinator);
        PartnershipId id = story.Partnership.Id;
        await records.Directory.EnterAsync(Place.Of(id), TestContext.Current.CancellationToken);
        await records.Partnerships.TurnAsync(id, turn =>
        {
            foreach (RecordedEvent recorded in story.Log)
            {
                turn.Append([recorded.Event], new Moment(recorded.By, recorded.At));
            }

            foreach (MemberId member in Crowd)
            {
                turn.Enter(ChannelPerson.Of(member).ToContact(member));
            }
        });
        return (id, story.Partnership.Polls[^1]);
    }

    /// <summary>What one member tries in a round: a vote, or two at once.</summary>
    private sealed record Attempt(MemberId Member, string[] Picks, Replica[] At);
}
