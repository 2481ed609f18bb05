using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Polls;

/// <summary>The rules of domain reference 9.1 and the cases of 9.5, one test for each, named as they are there.</summary>
public sealed class Section9Tests
{
    private static readonly WalkNumber Walk = new(1);

    private static readonly Dictionary<string, Action<Story>> Rules = new(StringComparer.Ordinal)
    {
        ["1 Who votes: a roll frozen at opening, each of one party, substitutes before opening"] = story =>
        {
            story.WalkWithCandidates(3);
            story.Do(new PutInSubstitute(Walk, A.Streets, A.RescueService), A.Coordinator);
            PollId poll = story.OpenPoll(Walk);
            story.Do(A.Members[2] with { Duties = Duties.None, Title = "Annat" }, A.Coordinator);
            story.Do(A.Members[6] with { Duties = Duties.Vote }, A.Coordinator);

            ImmutableArray<RollEntry> roll = story.Partnership.FindPoll(poll)!.Roll;
            Assert.Equal(7, roll.Length);
            Assert.Contains(new RollEntry(A.RescueService, Party.Municipality, "Räddningstjänst", "Gata/park"), roll);
            Assert.DoesNotContain(roll, entry => entry.Member == A.Streets || entry.Member == A.Communicator);
            Assert.Equal(new RollIsFrozen(Walk), story.Refusal(new PutInSubstitute(Walk, A.School, A.Communicator), A.Coordinator));
        },
        ["2 Ballot: at most two different ones, at least one, or abstaining; exactly two as a setting"] = story =>
        {
            PollId id = story.OpenPoll(story.WalkWithCandidates(3));
            Poll poll = story.Partnership.FindPoll(id)!;
            Poll exactly = poll with { Rules = poll.Rules with { Exactly = true } };
            Poll always = poll with { Rules = poll.Rules with { MayAbstain = false } };

            Assert.Null(poll.RefusePicks([A.Proposal(1)]));
            Assert.Null(poll.RefusePicks([A.Proposal(3), A.Proposal(1)]));
            Assert.Null(poll.RefusePicks([]));
            Assert.Equal(new TooManyPicks(3, 2), poll.RefusePicks([A.Proposal(1), A.Proposal(2), A.Proposal(3)]));
            Assert.Equal(new PickedTwice(A.Proposal(1)), poll.RefusePicks([A.Proposal(1), A.Proposal(1)]));
            Assert.IsType<NotOnBallot>(poll.RefusePicks([A.Proposal(4)]));
            Assert.Equal(new TooFewPicks(1, 2), exactly.RefusePicks([A.Proposal(1)]));
            Assert.Null(exactly.RefusePicks([]));
            Assert.Equal(new MayNotAbstain(), always.RefusePicks([]));
        },
        ["3 Quorum: more than half of the roll, abstaining counts, and at least one of each party"] = story =>
        {
            Assert.Equal(PollOutcome.NoVotes, Outcome(A.Story(), ([], 3), (null, 2), ([], 1), (null, 1)));
            Assert.Equal(PollOutcome.NotQuorate, Outcome(A.Story(), ([1], 2), (null, 3), ([1], 1), (null, 1)));
            Assert.Equal(PollOutcome.NotQuorate, Outcome(A.Story(), ([1], 5), (null, 2)));
        },
        ["4 Result: the two with most votes, members alike"] = story =>
        {
            PollResult result = story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(4)), [4, 2], [4, 2], [4], [2, 1], [3], [1], []);

            Assert.Equal([2, 3, 1, 3], [.. result.Totals.Select(total => total.Votes)]);
            Assert.Equal([A.Proposal(2), A.Proposal(4)], Recommended(story));
        },
        ["5 Tie at the border: those above are chosen, one run-off among the tied, two working days, same roll"] = story =>
        {
            PollId first = story.OpenPoll(story.WalkWithCandidates(3), closesAt: new DateTimeOffset(2020, 9, 11, 13, 0, 0, TimeSpan.Zero));
            story.CloseAfter(first, [1, 2], [1, 3], [1, 2], [1, 3], [], [], []);

            Poll runOff = story.Partnership.LatestPollOf(Walk)!;
            Assert.Equal(first, runOff.RunOffOf);
            Assert.Equal([A.Proposal(2), A.Proposal(3)], runOff.Options);
            Assert.Equal((1, true), (runOff.Rules.Picks, runOff.Rules.Exactly));
            Assert.Equal(new DateTimeOffset(2020, 9, 15, 13, 0, 0, TimeSpan.Zero), runOff.ClosesAt);
            Assert.Equal(story.Partnership.FindPoll(first)!.Roll, runOff.Roll.AsEnumerable());

            story.CloseAfter(runOff.Id, [3], [3], [3], [2], [], [], []);
            Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommended(story));
        },
        ["6 Still tied: the two who confirm agree"] = story =>
        {
            PollId runOff = TieAfterRunOff(story, PollRules.Usual);

            story.Do(new ProposeSettlement(runOff, [A.Proposal(3)]), A.SafetyManager);
            story.Do(new ProposeSettlement(runOff, [A.Proposal(2)]), A.Chief);
            Assert.Empty(story.Partnership.Recommendations);
            Assert.Equal(new NotTheLastResort(LastResort.Lots), story.Refusal(new DrawLots(runOff, new string('a', 64)), A.Coordinator));
            story.Do(new ProposeSettlement(runOff, [A.Proposal(2)]), A.SafetyManager);

            Assert.Equal([A.Proposal(1), A.Proposal(2)], Recommended(story));
            Assert.Equal(SettlementWay.Agreement, story.Partnership.FindPoll(runOff)!.Settlement!.Way);
        },
        ["6 Still tied: the chair's casting vote, with a written reason"] = story =>
        {
            PollId runOff = TieAfterRunOff(story, PollRules.Usual with { LastResort = LastResort.CastingVote, Chair = A.Streets });

            Assert.Equal(new TextMissing(TextField.CastingReason), story.Refusal(new GiveCastingVote(runOff, [A.Proposal(3)], ""), A.Streets));
            story.Do(new GiveCastingVote(runOff, [A.Proposal(3)], "Där bor flest"), A.Streets);

            Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommended(story));
            Settlement settlement = story.Partnership.FindPoll(runOff)!.Settlement!;
            Assert.Equal(("Gata/park", "Där bor flest"), (settlement.Title, settlement.Reason));
        },
        ["6 Still tied: lots as the last resort, which anybody can draw again"] = story =>
        {
            PollId runOff = TieAfterRunOff(story, PollRules.Usual with { LastResort = LastResort.Lots });
            string seed = new('7', 64);

            story.Do(new DrawLots(runOff, seed), A.Officer);

            ImmutableArray<ProposalReference> drawn = Lots.Draw(seed, [A.Proposal(2), A.Proposal(3)], 1);
            Assert.Equal([A.Proposal(1), .. drawn], Recommended(story));
            Assert.Equal(seed, story.Partnership.FindPoll(runOff)!.Settlement!.Seed);
            Assert.Equal(new NothingToSettle(), story.Refusal(new DrawLots(runOff, new string('8', 64)), A.Officer));
        },
        ["7 Confirmation: one of each party confirms, or returns with a reason and the next in rank is recommended"] = story =>
        {
            story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(4)), [1, 2], [1, 2], [1, 3], [1, 3], [2, 3], [2, 4], []);
            Assert.Equal([A.Proposal(1), A.Proposal(2)], Recommended(story));
            story.Do(new ConfirmRecommendation(Walk), A.SafetyManager);

            story.Do(new ReturnProposal(A.Proposal(2), "Inga pengar i år", A.Poll(99)), A.Chief);

            Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommended(story));
            Assert.Empty(story.Partnership.Recommendations[Walk].Confirmations);
            Assert.Equal("Inga pengar i år", Assert.Single(story.Partnership.Recommendations[Walk].Returned).Reason);
            Assert.Single(story.Partnership.Polls);
            story.Confirm(Walk);
            Assert.Equal([A.Proposal(1), A.Proposal(3)], story.Partnership.Measures.Keys);
        },
        ["8 Changes until close: the last saved vote counts, and nothing of an earlier one is kept"] = story =>
        {
            PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
            story.Vote(poll, A.Chief, 3);

            PollResult result = story.CloseAfter(poll, [1, 2], [1, 2], [1, 2], [], [], [], [1]);

            Assert.Equal([4, 3, 0], [.. result.Totals.Select(total => total.Votes)]);
            Assert.Equal(7, result.Ballots.Length);
            Assert.DoesNotContain(result.Ballots, ballot => ballot.Picks.Contains(A.Proposal(3)));
        },
        ["9 Visibility while open: turnout per party, and nothing that depends on the tally"] = story =>
        {
            PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
            story.Vote(poll, A.Streets, 1, 2);
            StatusReport before = story.Report;
            story.Vote(poll, A.Streets, 3);

            Assert.Equal(before.Waiting.OfType<Waiting.Votes>().Single().Turnouts, story.Report.Waiting.OfType<Waiting.Votes>().Single().Turnouts.AsEnumerable());
            Assert.Equal([new Turnout(Party.Municipality, 1, 5), new Turnout(Party.Police, 0, 2)], story.Report.Waiting.OfType<Waiting.Votes>().Single().Turnouts);
            Assert.Null(story.Partnership.FindPoll(poll)!.Result);
        },
        ["10 Closing: early only when everybody has answered, extended only by the owner with a reason before closing"] = story =>
        {
            PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
            foreach (MemberId voter in A.Voters[1..])
            {
                story.Vote(poll, voter, 1, 2);
            }

            Assert.Equal(new TooEarlyToClose(A.Noon.AddDays(3), 1), story.Refusal(story.Closing(poll), A.Coordinator));
            Assert.Equal(new NotThePollsOwner(), story.Refusal(new ExtendPoll(poll, A.Noon.AddDays(4), "Sportlov"), A.Officer));
            Assert.Equal(new TextMissing(TextField.ExtensionReason), story.Refusal(new ExtendPoll(poll, A.Noon.AddDays(4), ""), A.Coordinator));
            story.Do(new ExtendPoll(poll, A.Noon.AddDays(4), "Sportlov"), A.Coordinator);
            Assert.Equal([new PollExtension(A.Noon.AddDays(3), A.Noon.AddDays(4), "Sportlov")], story.Partnership.FindPoll(poll)!.Extensions);

            story.Vote(poll, A.Voters[0], 1);
            story.Do(story.Closing(poll), by: null);
            Assert.Equal(A.Noon, story.Partnership.FindPoll(poll)!.Result!.ClosedAt);
        },
        ["11 No quorum at closing: extended once by the rules, then not quorate and to those who confirm"] = story =>
        {
            PollId poll = story.OpenPoll(story.WalkWithCandidates(3), PollRules.Usual, new DateTimeOffset(2020, 9, 10, 13, 0, 0, TimeSpan.Zero));
            story.Vote(poll, A.Chief, 1);
            story.Now = story.Partnership.FindPoll(poll)!.ClosesAt.AddMinutes(20);
            story.Do(story.Closing(poll), by: null);

            Poll extended = story.Partnership.FindPoll(poll)!;
            Assert.True(Assert.Single(extended.Extensions).IsByRule);
            Assert.Equal(new DateTimeOffset(2020, 9, 15, 13, 0, 0, TimeSpan.Zero), extended.ClosesAt);
            Assert.True(extended.IsOpenAt(story.Now));

            Assert.Equal(PollOutcome.NotQuorate, story.Close(poll).Outcome);
            story.Do(new ProposeSettlement(poll, [A.Proposal(2)]), A.Chief);
            story.Do(new ProposeSettlement(poll, [A.Proposal(2)]), A.SafetyManager);
            Assert.Equal([A.Proposal(2)], Recommended(story));
        },
    };

    private static readonly Dictionary<string, Action<Story>> Cases = new(StringComparer.Ordinal)
    {
        ["0 eligible proposals"] = story =>
        {
            story.Triage(story.Propose(story.CarryOutWalk()), A.Assessment(TriageClass.FaultReport));
            Assert.Equal(new TooFewCandidates(Walk, 0), story.Refusal(Opening(), A.Coordinator));
            Assert.Equal(new TooFewCandidates(Walk, 0), story.Refusal(new RecommendWithoutPoll(Walk), A.Coordinator));
            Assert.Equal([new Waiting.NothingLeft(Walk, 0)], story.Report.Waiting);

            story.Do(new CloseWithoutMeasures(Walk, "Det enda förslaget var en felanmälan"), A.Coordinator);

            Assert.Equal("Det enda förslaget var en felanmälan", story.Partnership.FindWalk(Walk)!.NoMeasuresBecause);
            Assert.Empty(story.Report.Waiting);
            Assert.Empty(story.Do(new CloseWithoutMeasures(Walk, "Något annat"), A.Coordinator));
        },
        ["1 eligible"] = story =>
        {
            story.WalkWithCandidates(1);
            Assert.Equal(new TooFewCandidates(Walk, 1), story.Refusal(Opening(), A.Coordinator));

            story.Do(new RecommendWithoutPoll(Walk), A.Coordinator);

            Assert.Equal([A.Proposal(1)], Recommended(story));
            Assert.Null(story.Partnership.Recommendations[Walk].Poll);
        },
        ["2 eligible"] = story =>
        {
            story.WalkWithCandidates(2);
            Story demanding = A.Story();
            demanding.WalkWithCandidates(2);

            story.Do(new RecommendWithoutPoll(Walk), A.Coordinator);
            demanding.CloseAfter(demanding.OpenPoll(Walk), [2], [2], [2, 1], [2], [], [], []);

            Assert.Equal([A.Proposal(1), A.Proposal(2)], Recommended(story));
            Assert.Equal([A.Proposal(2), A.Proposal(1)], Recommended(demanding));
            Assert.Equal(new TooFewCandidates(Walk, 2), Refused(Opening(exactly: true)));

            static Refusal Refused(OpenPoll opening)
            {
                Story other = A.Story();
                other.WalkWithCandidates(2);
                return other.Refusal(opening, A.Coordinator);
            }
        },
        ["3-way tie for both places"] = story =>
        {
            PollResult result = story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(4)), [1, 2], [2, 3], [3, 1], [4], [], [], []);

            Assert.Equal(PollOutcome.Tie, result.Outcome);
            Poll runOff = story.Partnership.LatestPollOf(Walk)!;
            Assert.Equal([A.Proposal(1), A.Proposal(2), A.Proposal(3)], runOff.Options);
            Assert.Equal(2, runOff.Rules.Picks);
        },
        ["A clear, B = C"] = story =>
        {
            PollResult result = story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(3)), [1, 2], [1, 3], [1], [], [], [], []);

            Assert.Equal([A.Proposal(1)], result.Chosen);
            Poll runOff = story.Partnership.LatestPollOf(Walk)!;
            Assert.Equal([A.Proposal(2), A.Proposal(3)], runOff.Options);
            Assert.Equal(1, runOff.Rules.Picks);
        },
        ["A = B clear top, others behind"] = story =>
        {
            story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(4)), [1, 2], [1, 2], [3], [4], [], [], []);

            Assert.Equal([A.Proposal(1), A.Proposal(2)], Recommended(story));
            Assert.Single(story.Partnership.Polls);
        },
        ["All abstain"] = story =>
        {
            PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
            Assert.Equal(PollOutcome.NoVotes, story.CloseAfter(poll, [], [], [], [], [], [], []).Outcome);
            Assert.Equal([new Waiting.Settlement(poll, Walk, PollOutcome.NoVotes, LastResort.Agreement)], story.Report.Waiting);

            story.Do(new ProposeSettlement(poll, [A.Proposal(3), A.Proposal(1)]), A.Chief);
            story.Do(new ProposeSettlement(poll, [A.Proposal(1), A.Proposal(3)]), A.SafetyManager);

            Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommended(story));
        },
        ["Everybody picks the same two"] = story =>
        {
            story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(5)), [2, 4], [4, 2], [2, 4], [4, 2], [2, 4], [2, 4], [2, 4]);

            Assert.Equal([A.Proposal(2), A.Proposal(4)], Recommended(story));
        },
        ["All votes from one party"] = story =>
        {
            PollId poll = story.OpenPoll(story.WalkWithCandidates(3));

            Assert.Equal(PollOutcome.NotQuorate, story.CloseAfter(poll, [1, 2], [1, 2], [1, 2], [1, 2], [1, 2]).Outcome);
            Assert.Empty(story.Partnership.Recommendations);
        },
        ["Member removed or account disabled while open"] = story =>
        {
            PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
            story.Vote(poll, A.Streets, 3);
            story.Do(new UnlistMember(A.Streets), A.Coordinator);
            story.Do(new UnlistMember(A.School), A.Coordinator);

            Poll open = story.Partnership.FindPoll(poll)!;
            Assert.Equal(7, open.Roll.Length);
            Assert.Equal([A.Streets, A.School], open.Departed);
            PollResult result = story.Close(poll);
            Assert.Equal(1, result.Totals[2].Votes);
            Assert.Equal(5, result.Turnouts[0].Entitled);
        },
        ["Member added while open"] = story =>
        {
            PollId id = story.OpenPoll(story.WalkWithCandidates(3));
            story.Do(A.Members[5] with { Duties = Duties.Vote }, A.Coordinator);

            Assert.Equal(new VoteAnswer.Refused(new NotOnRoll()), story.Partnership.FindPoll(id)!.Vote(A.RescueService, [A.Proposal(1)], story.Now));
        },
        ["Proposal withdrawn while open"] = story =>
        {
            PollId poll = story.OpenPoll(story.WalkWithCandidates(4));
            story.Vote(poll, A.Streets, 1, 2);
            story.Now = A.Noon.AddDays(1);

            story.Do(new WithdrawProposal(A.Proposal(1), "Vägen byggs om", A.Poll(2)), A.Officer);

            Poll broken = story.Partnership.FindPoll(poll)!;
            Assert.Equal(A.Proposal(1), broken.Withdrawn);
            Assert.Null(broken.Result);
            Assert.Equal(new PollWasCancelled(A.Proposal(1)), Assert.IsType<VoteAnswer.Refused>(broken.Vote(A.Streets, [], story.Now)).Reason);
            Poll again = story.Partnership.LatestPollOf(Walk)!;
            Assert.Equal([A.Proposal(2), A.Proposal(3), A.Proposal(4)], again.Options);
            Assert.Equal(broken.Roll, again.Roll.AsEnumerable());
            Assert.Equal(broken.Rules, again.Rules);
            Assert.Equal(A.Noon.AddDays(4), again.ClosesAt);
            Assert.False(story.BoxOf(again.Id).HasAnswered(A.Streets));
        },
        ["Two clicks at the same time, old card in another channel, phone offline"] = story =>
        {
            PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
            story.Vote(poll, A.Streets, 1);
            story.Vote(poll, A.Streets, 2);
            Assert.Equal([A.Proposal(2)], story.BoxOf(poll).BallotOf(A.Streets)!.Picks);

            PollResult result = story.Close(poll);
            Assert.Equal([0, 1, 0], [.. result.Totals.Select(total => total.Votes)]);
            Assert.Equal(
                new VoteAnswer.Refused(new PollIsClosed(A.Noon.AddDays(3))), story.Partnership.FindPoll(poll)!.Vote(A.Streets, [A.Proposal(1)], A.Noon.AddDays(1)));
        },
        ["Vote arrives the same second as closing"] = story =>
        {
            PollId id = story.OpenPoll(story.WalkWithCandidates(3));
            Poll poll = story.Partnership.FindPoll(id)!;

            Assert.IsType<VoteAnswer.Counted>(poll.Vote(A.Streets, [A.Proposal(1)], poll.ClosesAt.AddTicks(-1)));
            Assert.Equal(new VoteAnswer.Refused(new PollIsClosed(poll.ClosesAt)), poll.Vote(A.Streets, [A.Proposal(1)], poll.ClosesAt));
        },
        ["DST change, summer leave"] = story =>
        {
            // Closes at 15.00 on Friday 23 October; the clocks go back on Sunday, and the extension ends at 15.00 on Wednesday.
            story.Now = new DateTimeOffset(2020, 10, 19, 10, 0, 0, TimeSpan.Zero);
            PollId poll = story.OpenPoll(story.WalkWithCandidates(3), PollRules.Usual, new DateTimeOffset(2020, 10, 23, 13, 0, 0, TimeSpan.Zero));
            story.Now = story.Partnership.FindPoll(poll)!.ClosesAt;
            story.Do(story.Closing(poll), by: null);

            DateTimeOffset extended = story.Partnership.FindPoll(poll)!.ClosesAt;
            Assert.Equal(new DateTimeOffset(2020, 10, 28, 14, 0, 0, TimeSpan.Zero), extended);
            Assert.Equal(new DateTime(2020, 10, 28, 15, 0, 0), SwedishTime.LocalAt(extended));
            Assert.True(SummerLeave.Contains(new DateOnly(2020, 7, 6)));
            Assert.True(SummerLeave.Contains(new DateOnly(2020, 8, 2)));
            Assert.False(SummerLeave.Contains(new DateOnly(2020, 7, 5)));
        },
        ["Run-off also not quorate"] = story =>
        {
            PollId first = story.OpenPoll(story.WalkWithCandidates(3), PollRules.Usual with { LastResort = LastResort.Lots });
            story.CloseAfter(first, [1, 2], [1, 3], [1], [], [], [], []);
            PollId runOff = story.RunOffOf(first);

            Assert.Equal(PollOutcome.NotQuorate, story.CloseAfter(runOff, [2]).Outcome);

            Assert.Empty(story.Partnership.FindPoll(runOff)!.Extensions);
            Assert.Equal([new Waiting.Settlement(runOff, Walk, PollOutcome.NotQuorate, LastResort.Agreement)], story.Report.Waiting);
            Assert.Equal(new NotTheLastResort(LastResort.Lots), story.Refusal(new DrawLots(runOff, new string('0', 64)), A.Coordinator));
            story.Do(new ProposeSettlement(runOff, [A.Proposal(3)]), A.Chief);
            story.Do(new ProposeSettlement(runOff, [A.Proposal(3)]), A.SafetyManager);
            Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommended(story));
        },
        ["Chosen activity later impossible"] = story =>
        {
            story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(4)), [1, 2], [1, 2], [1, 3], [], [], [], []);
            story.Confirm(Walk);

            story.Do(new ReplaceMeasure(A.Proposal(2), "Marken såldes", ByNewPoll: false, A.Poll(99), story.Now.AddDays(9)), A.Coordinator);

            Measure replaced = story.Partnership.Measures[A.Proposal(2)];
            Assert.Equal((MeasureStatus.Replaced, "Marken såldes"), (replaced.Status, replaced.Closure!.Note));
            Assert.Equal([A.Proposal(3)], Recommended(story));
            Assert.Equal(A.Proposal(2), story.Partnership.Recommendations[Walk].Replaces);
            Assert.DoesNotContain(A.Proposal(3), story.Partnership.Measures.Keys);
            story.Confirm(Walk);
            Assert.Equal(MeasureStatus.Chosen, story.Partnership.Measures[A.Proposal(3)].Status);
            Assert.Equal(A.Proposal(2), story.Partnership.Measures[A.Proposal(3)].Replaces);

            story.Now = story.Now.AddDays(30);
            Assert.Equal(
                new NobodyNextInRank(Walk, 1),
                story.Refusal(new ReplaceMeasure(A.Proposal(3), "För dyrt", ByNewPoll: false, A.Poll(99), story.Now.AddDays(9)), A.Coordinator));
        },
        ["Same proposal on two walks"] = story =>
        {
            story.CarryOutWalk();
            WalkNumber second = story.CarryOutWalk();
            foreach (WalkNumber walk in (WalkNumber[])[Walk, second])
            {
                story.Do(A.RegisterProposal(walk), A.Streets);
                story.Triage(new ProposalReference(walk, 1));
                story.Do(new RecommendWithoutPoll(walk), A.Coordinator);
            }

            story.Confirm(Walk);
            story.Do(new ConfirmRecommendation(second), A.Chief);
            Assert.Equal(new SameAsMeasure(A.Proposal(1)), story.Refusal(new ConfirmRecommendation(second), A.SafetyManager));

            WalkNumber third = story.CarryOutWalk();
            story.Do(A.RegisterProposal(third), A.Streets);
            Assert.Equal(
                new SameAsMeasure(A.Proposal(1)), story.Refusal(new TriageProposal(new ProposalReference(third, 1), A.Candidate()), A.Coordinator));
        },
    };

    public static TheoryData<string> RuleNames => [.. Rules.Keys];

    public static TheoryData<string> CaseNames => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule(string name) => Rules[name](A.Story());

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Case(string name) => Cases[name](A.Story());

    private static ImmutableArray<ProposalReference> Recommended(Story story) => story.Partnership.Recommendations[Walk].Proposals;

    private static OpenPoll Opening(bool exactly = false) => new(A.Poll(50), Walk, new PollRules(2, exactly), A.Noon.AddDays(10));

    /// <summary>Closes a poll in which so many of the usual voters, in their order, answer alike; nothing is no answer.</summary>
    private static PollOutcome Outcome(Story story, params (int[]? Picks, int Voters)[] answers)
    {
        PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
        IEnumerable<int[]?> each = answers.SelectMany(answer => Enumerable.Repeat(answer.Picks, answer.Voters));
        foreach ((MemberId voter, int[]? picks) in A.Voters.Zip(each))
        {
            if (picks is not null)
            {
                story.Vote(poll, voter, picks);
            }
        }

        return story.Close(poll).Outcome;
    }

    /// <summary>Ends a poll and its run-off with number 1 chosen, and 2 and 3 equal; gives the run-off.</summary>
    private static PollId TieAfterRunOff(Story story, PollRules rules)
    {
        PollId poll = story.OpenPoll(story.WalkWithCandidates(3), rules);
        story.CloseAfter(poll, [1, 2], [1, 3], [1, 2], [1, 3], [], [], []);
        PollId runOff = story.RunOffOf(poll);
        Assert.Equal(PollOutcome.Tie, story.CloseAfter(runOff, [2], [3], [], [], [], [], []).Outcome);
        return runOff;
    }
}
