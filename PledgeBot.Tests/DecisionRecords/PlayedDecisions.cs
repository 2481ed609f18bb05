using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>Decisions played by the rules from the walk to the two confirmations, one for each way to come to one.</summary>
internal static class PlayedDecisions
{
    private static readonly WalkNumber Walk = new(1);
    private static readonly string Seed = string.Concat(Enumerable.Repeat("0123456789abcdef", Lots.SeedLength / 16));

    /// <summary>Gets them by name.</summary>
    public static IReadOnlyDictionary<string, Func<Story>> All { get; } = new Dictionary<string, Func<Story>>
    {
        ["open"] = Open,
        ["secret"] = Secret,
        ["withoutPoll"] = WithoutPoll,
        ["exactlyTwoAndEverything"] = Everything,
        ["runOff"] = RunOff,
        ["runOffAmongThree"] = RunOffAmongThree,
        ["lots"] = LotsAfterRunOff,
        ["castingVote"] = CastingVote,
        ["agreementOnATie"] = AgreementOnATie,
        ["runOffNotQuorateAgreement"] = RunOffNotQuorate,
        ["notQuorateAgreement"] = () => NotQuorate(1, 3),
        ["notQuorateAgreementOnOne"] = () => NotQuorate(2),
        ["allAbstainedAgreement"] = AllAbstained,
        ["notQuorateNewPoll"] = NotQuorateNewPoll,
        ["returned"] = Returned,
        ["returnedTwiceToARunOff"] = ReturnedToARunOff,
        ["returnedAllAndNewPoll"] = ReturnedAll,
        ["withdrawn"] = Withdrawn,
        ["withdrawnRunOff"] = WithdrawnInRunOff,
        ["replacedByNext"] = ReplacedByNext,
        ["replacedByRunOff"] = ReplacedByRunOff,
        ["replacedByNewPoll"] = ReplacedByNewPoll,
        ["replacedTwice"] = ReplacedTwice,
        ["onlyOneGotVotes"] = OnlyOneGotVotes,
    };

    /// <summary>The record that a story has come to.</summary>
    public static DecisionRecordDraft DraftOf(Story story) =>
        DecisionRecordDraft.Of(story.Partnership, Walk, story.Partnership.NextRecordNumber(story.Now), Contacts(story), story.Now);

    /// <summary>Has the record made, so that a next one follows it.</summary>
    public static void Record(Story story)
    {
        RecordNumber number = story.Partnership.NextRecordNumber(story.Now);
        story.Do(new RecordDecision(Walk, number, DecisionRecordFile.Of(DraftOf(story)).Checksum), by: null);
    }

    /// <summary>Everybody's names, which tell who they are.</summary>
    public static IReadOnlyList<Contact> Contacts(Story story) =>
        [.. A.Members.Select((entry, index) => new Contact(entry.Member, $"Namn {index + 1}", entry.Member.ToString(), null))];

    public static Story Open()
    {
        Story story = A.Story();
        story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(4)), [1, 2], [1, 3], [1], [2, 4], [2], [], [1, 2]);
        story.Confirm(Walk);
        return story;
    }

    /// <summary>Nearly everything that a record can tell of, in one.</summary>
    public static Story Everything()
    {
        Story story = A.Story();
        WalkNumber walk = story.CarryOutWalk();
        string[] suggestions = ["Måla tunneln vit", "Klipp häcken vid skolan", "Sätt upp en bänk", "Fler kvällspass vid stationen", "Belys gångvägen"];
        foreach (string suggestion in suggestions)
        {
            story.Triage(story.Propose(walk, suggestion), A.Candidate() with { Note = "Ryms i årets budget" });
        }

        story.Triage(story.Propose(walk, "Byt lampan"), A.Assessment(TriageClass.FaultReport, "2020-118"));
        story.Triage(story.Propose(walk, "Sänk hastigheten"), A.Assessment(TriageClass.SomeoneElses, "Trafikverket"));
        story.Do(new PutInSubstitute(walk, A.School, A.RescueService), A.Coordinator);
        story.Do(new EnterDiaryNumber(walk, Party.Municipality, "KS 2020/118"), A.Coordinator);
        PollId poll = A.Poll(1);
        PollRules rules = PollRules.Usual with { Exactly = true, NamesInRecord = true, LastResort = LastResort.CastingVote, Chair = A.SafetyManager };
        story.Do(new OpenPoll(poll, walk, rules, story.Now.AddDays(3)), A.Coordinator);
        story.Do(new DeclareConflict(poll, A.SocialServices), A.SocialServices);
        story.Do(new ExtendPoll(poll, story.Now.AddDays(4), "Två var på kurs"), A.Coordinator);
        story.Vote(poll, A.Coordinator, 1, 2);
        story.Vote(poll, A.SafetyManager, 1, 3);
        story.Vote(poll, A.Streets, 2, 3);
        story.Do(new UnlistMember(A.Streets), A.Coordinator);
        story.Vote(poll, A.RescueService);
        story.Vote(poll, A.Officer, 1, 4);
        story.Record(poll, A.Chief, Manner.ByPhone, 3, 2);
        story.Close(poll);
        PollId runOff = story.RunOffOf(poll);
        story.Vote(runOff, A.Coordinator, 2, 3);
        story.Vote(runOff, A.SafetyManager, 1, 3);
        story.Vote(runOff, A.Streets, 2, 3);
        story.Vote(runOff, A.Officer, 1, 2);
        story.Close(runOff);
        story.Do(new GiveDissent(walk, "Belysningen är viktigare än bänken."), A.Officer);
        story.Do(new ReturnProposal(A.Proposal(2), "Häcken är klippt redan.", A.Poll(9)), A.SafetyManager);
        story.Do(new ConfirmRecommendation(walk), A.SafetyManager);
        story.Now = story.Now.AddDays(1);
        story.Do(new RecordConfirmation(walk, A.Chief, DateOnly.FromDateTime(story.Now.DateTime), Manner.ByPhone), A.Coordinator);
        return story;
    }

    /// <summary>The same, corrected after it was recorded.</summary>
    public static Story Corrected()
    {
        Story story = Everything();
        Record(story);
        story.Now = story.Now.AddDays(7);
        story.Do(new EnterDiaryNumber(Walk, Party.Police, "A123.456/2020"), A.Coordinator);
        story.Do(new CorrectRecord(Walk, "Femton deltog, inte tolv."), A.Coordinator);
        return story;
    }

    private static Story Secret()
    {
        Story story = A.Story();
        OpenWith(story, 3, PollRules.Usual with { IsSecret = true });
        story.CloseAfter(A.Poll(1), [1, 2], [1, 3], [1], [2], [], [2, 3], [1]);
        story.Confirm(Walk);
        return story;
    }

    private static Story WithoutPoll()
    {
        Story story = A.Story();
        story.Do(new RecommendWithoutPoll(story.WalkWithCandidates(2)), A.Coordinator);
        story.Confirm(Walk);
        return story;
    }

    private static Story RunOff()
    {
        Story story = A.Story();
        story.CloseAfter(RunOffForTheSecond(story), [2], [2], [2], [3], [3], [2], []);
        story.Confirm(Walk);
        return story;
    }

    private static Story RunOffAmongThree()
    {
        Story story = A.Story();
        OpenWith(story, 3, PollRules.Usual);
        story.CloseAfter(A.Poll(1), [1, 2], [2, 3], [1, 3], [1, 2], [2, 3], [1, 3], []);
        story.CloseAfter(story.RunOffOf(A.Poll(1)), [1, 2], [1, 2], [1, 3], [1, 2], [], [2, 3], [1, 2]);
        story.Confirm(Walk);
        return story;
    }

    private static Story LotsAfterRunOff()
    {
        Story story = TiedRunOff(PollRules.Usual with { LastResort = LastResort.Lots });
        story.Do(new DrawLots(A.Poll(2), Seed), A.Coordinator);
        story.Confirm(Walk);
        return story;
    }

    private static Story CastingVote()
    {
        Story story = TiedRunOff(PollRules.Usual with { LastResort = LastResort.CastingVote, Chair = A.SafetyManager });
        story.Do(new GiveCastingVote(A.Poll(2), [A.Proposal(3)], "Häcken skymmer sikten för barn."), A.SafetyManager);
        story.Confirm(Walk);
        return story;
    }

    private static Story AgreementOnATie()
    {
        Story story = TiedRunOff(PollRules.Usual);
        Agree(story, A.Poll(2), 3);
        story.Confirm(Walk);
        return story;
    }

    private static Story RunOffNotQuorate()
    {
        Story story = A.Story();
        OpenWith(story, 3, PollRules.Usual);
        story.CloseAfter(A.Poll(1), [1, 2], [2, 3], [1, 3], [1, 2], [2, 3], [1, 3], []);
        story.CloseAfter(A.Poll(2), [1, 2]);
        Agree(story, A.Poll(2), 1, 3);
        story.Confirm(Walk);
        return story;
    }

    private static Story NotQuorate(params int[] agreed)
    {
        Story story = A.Story();
        OpenWith(story, 3, PollRules.Usual);
        story.Vote(A.Poll(1), A.Coordinator, 1, 2);
        story.CloseLate(A.Poll(1));
        Agree(story, A.Poll(1), agreed);
        story.Confirm(Walk);
        return story;
    }

    private static Story AllAbstained()
    {
        Story story = A.Story();
        OpenWith(story, 3, PollRules.Usual);
        story.CloseAfter(A.Poll(1), [], [], [], [], [], [], []);
        Agree(story, A.Poll(1), 2, 3);
        story.Confirm(Walk);
        return story;
    }

    private static Story NotQuorateNewPoll()
    {
        Story story = A.Story();
        OpenWith(story, 3, PollRules.Usual with { ExtensionDays = 0 });
        story.Vote(A.Poll(1), A.Coordinator, 1, 2);
        story.Close(A.Poll(1));
        story.CloseAfter(story.OpenPoll(Walk), [2, 3], [2, 3], [1, 3], [3], [2], [2], [1]);
        story.Confirm(Walk);
        return story;
    }

    private static Story Returned()
    {
        Story story = A.Story();
        story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(4)), [1, 2], [1, 3], [1], [2, 4], [2], [3], [1, 2]);
        story.Do(new ConfirmRecommendation(Walk), A.SafetyManager);
        story.Do(new ReturnProposal(A.Proposal(1), "Polisen har inte folk till det.", A.Poll(9)), A.Chief);
        story.Confirm(Walk);
        return story;
    }

    private static Story ReturnedToARunOff()
    {
        Story story = A.Story();
        story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(4)), [1, 2], [1, 3], [1], [2, 4], [2], [], [1, 2]);
        story.Do(new ReturnProposal(A.Proposal(2), "Ryms inte.", A.Poll(2)), A.SafetyManager);
        story.CloseAfter(A.Poll(2), [3], [4], [4], [4], [3], [], [4]);
        story.Confirm(Walk);
        return story;
    }

    private static Story ReturnedAll()
    {
        Story story = A.Story();
        story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(5)), [1, 2], [1, 2], [1], [2], [2], [], [1, 2]);
        story.Do(new ReturnProposal(A.Proposal(1), "Ryms inte.", A.Poll(8)), A.SafetyManager);
        story.Do(new ReturnProposal(A.Proposal(2), "Ryms inte heller.", A.Poll(9)), A.SafetyManager);
        PollId again = story.OpenPoll(Walk);
        story.CloseAfter(again, [3, 4], [3, 4], [5, 4], [3], [4], [5], []);
        story.Confirm(Walk);
        return story;
    }

    private static Story Withdrawn()
    {
        Story story = A.Story();
        OpenWith(story, 4, PollRules.Usual);
        story.Vote(A.Poll(1), A.Coordinator, 1, 2);
        story.Do(new WithdrawProposal(A.Proposal(1), "Tunneln ska rivas.", A.Poll(2)), A.Coordinator);
        story.CloseAfter(A.Poll(2), [2, 3], [2, 3], [4], [2], [3], [], []);
        story.Confirm(Walk);
        return story;
    }

    private static Story WithdrawnInRunOff()
    {
        Story story = A.Story();
        PollId runOff = RunOffForTheSecond(story);
        story.Vote(runOff, A.Coordinator, 2);
        story.Do(new WithdrawProposal(A.Proposal(2), "Ägaren säger nej.", A.Poll(9)), A.Coordinator);
        story.Confirm(Walk);
        return story;
    }

    private static Story ReplacedByNext()
    {
        Story story = A.Story();
        story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(4)), [1, 2], [1, 3], [1], [2, 4], [2], [3], [1, 2]);
        story.Confirm(Walk);
        Record(story);
        Replace(story, 1, byNewPoll: false);
        story.Confirm(Walk);
        return story;
    }

    private static Story ReplacedByRunOff()
    {
        Story story = Open();
        Record(story);
        Replace(story, 2, byNewPoll: false);
        story.CloseAfter(A.Poll(2), [3], [4], [4], [4], [3], [], [4]);
        story.Confirm(Walk);
        return story;
    }

    private static Story ReplacedByNewPoll()
    {
        Story story = Open();
        Record(story);
        Replace(story, 1, byNewPoll: true);
        story.CloseAfter(A.Poll(2), [3], [4], [3], [4], [3], [], [3]);
        story.Confirm(Walk);
        return story;
    }

    private static Story ReplacedTwice()
    {
        Story story = ReplacedByNewPoll();
        Record(story);
        Replace(story, 2, byNewPoll: false);
        story.Confirm(Walk);
        return story;
    }

    private static Story OnlyOneGotVotes()
    {
        Story story = A.Story();
        story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(3)), [1], [1], [1], [1], [1], [1], []);
        story.Confirm(Walk);
        return story;
    }

    private static void OpenWith(Story story, int candidates, PollRules rules) =>
        story.Do(new OpenPoll(A.Poll(1), story.WalkWithCandidates(candidates), rules, story.Now.AddDays(3)), A.Coordinator);

    private static PollId RunOffForTheSecond(Story story, PollRules? rules = null)
    {
        OpenWith(story, 3, rules ?? PollRules.Usual);
        story.CloseAfter(A.Poll(1), [1, 2], [1, 3], [1, 2], [1, 3], [1], [1], [1]);
        return story.RunOffOf(A.Poll(1));
    }

    private static Story TiedRunOff(PollRules rules)
    {
        Story story = A.Story();
        story.CloseAfter(RunOffForTheSecond(story, rules), [2], [3], [2], [3], [2], [3], []);
        return story;
    }

    private static void Agree(Story story, PollId poll, params int[] numbers)
    {
        ProposalReference[] chosen = [.. numbers.Select(number => A.Proposal(number))];
        story.Do(new ProposeSettlement(poll, [.. chosen]), A.SafetyManager);
        story.Do(new ProposeSettlement(poll, [.. chosen]), A.Chief);
    }

    private static void Replace(Story story, int number, bool byNewPoll)
    {
        story.Now = story.Now.AddDays(7);
        story.Do(
            new ReplaceMeasure(A.Proposal(number), "Marken är såld.", byNewPoll, A.Poll(story.Partnership.Polls.Length + 1), story.Now.AddDays(3)), A.Coordinator);
    }

    private static void Record(this Story story, PollId id, MemberId member, Manner manner, params int[] numbers)
    {
        Poll poll = story.Partnership.FindPoll(id)!;
        VoteAnswer answer = poll.Record(
            story.Partnership.FindMember(A.Coordinator)!, member, [.. numbers.Select(number => A.Proposal(number))], manner, story.BoxOf(id), story.Now);
        story.Keep(id, Assert.IsType<VoteAnswer.Counted>(answer).Ballot);
    }

    private static void CloseLate(this Story story, PollId poll)
    {
        story.Now = story.Partnership.FindPoll(poll)!.ClosesAt;
        story.Do(story.Closing(poll), by: null);
        story.Close(poll);
    }
}
