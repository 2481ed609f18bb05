using System.Collections.Immutable;
using PledgeBot.Dialogs.Photos;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Photos;

namespace PledgeBot.Tests.Gallery;

/// <summary>The points of the work at which cards look different.</summary>
internal static class GalleryStates
{
    // More than Teams refreshes a card for.
    private const int ManyMembers = 70;

    // A walk whose list of proposals no card has room for.
    private const int ManyProposals = 60;

    private const int ManyMeasures = 35;

    private static readonly string[] ForEverybody = ["inte inrättad", "utan löfte", "omröstning med röster", "lämnat tillbaka", "åtgärder i alla lägen"];

    private static readonly string[] ForBothLanguages = ["planerad vandring", "tre kandidater", "lika röstetal", "gruppens förslag", "ersatt åtgärd", "allt lämnat tillbaka", "att komma överens om", "att avgöra med utslagsröst", "att avgöra med lott"];

    private enum Stage
    {
        Assessed,
        Voting,
        Decided,
        Ended,
    }

    /// <summary>Gets the states, each made anew.</summary>
    public static IEnumerable<GalleryState> All() =>
    [
        Of("inte inrättad", _ => { }, new Story(A.Noon)),
        Of("utan löfte", _ => { }, WithoutPromise()),
        Of("två medborgarlöften", _ => { }) with { Audience = GalleryAudience.Everybody, Another = Elsewhere() },
        Of("nytt löfte", _ => { }),
        Of("före perioden", story => story.Now = At(new DateTime(2019, 12, 16, 10, 0, 0))),
        Of("sista veckorna", story => story.Now = At(new DateTime(2020, 12, 14, 10, 0, 0))),
        Of("sista dagen", story => story.Now = At(new DateTime(2020, 12, 31, 10, 0, 0))),
        Of("efter perioden", story => story.Now = At(new DateTime(2021, 1, 15, 10, 0, 0))),
        Of("planerad vandring", story => story.PlanWalk(new DateTime(2020, 9, 20, 18, 0, 0))),
        Of("vandring i dag", story => story.PlanWalk(new DateTime(2020, 9, 7, 9, 0, 0))),
        Of("utan förslag", story => story.CarryOutWalk()),
        Proposed(),
        Of("alla bedömningar", AssessEveryWay),
        Of("en åtgärd", story => story.Decide()),
        Of("en kandidat", story => story.WalkWithCandidates(1)),
        Of("tre kandidater", story => story.WalkWithCandidates(3)),
        Of("omröstning utan röster", story => story.OpenPoll(story.WalkWithCandidates(9), exactly: true)),
        Of("omröstning med röster", story => Vote(story, story.OpenPoll(story.WalkWithCandidates(4)))),
        Of("stängningstiden har passerat", LetTheTimePass),
        Of("för få röstade", story => story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(3)), [1, 2])),
        ByPhone(),
        Of("alla avstod", story => story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(3)), [], [], [], [], [], [], [])),
        Of("lika röstetal", story => Tie(story)),
        Of("lika om den andra platsen", story => TieForTheSecond(story)),
        Of("skiljeomröstning", story => story.RunOffOf(Tie(story))),
        Of("skiljeomröstning utan avgörande", story => story.CloseAfter(story.RunOffOf(Tie(story)), [1, 2], [2, 3], [1, 3], [1, 2], [2, 3], [1, 3], [])),
        Of("skiljeomröstning om en plats", story => story.RunOffOf(TieForTheSecond(story))),
        Of("sluten omröstning", VoteInSecret),
        Of("avbruten omröstning", story => Withdraw(story, candidates: 4)),
        Of("avbruten utan ny omröstning", story => Withdraw(story, candidates: 3)),
        Of("förslag att rösta om i mängd", story => Vote(story, PollAboutMany(story))),
        Of("resultat av förslag i mängd", story => story.CloseAfter(Vote(story, PollAboutMany(story)), [1, 2], [1, 2], [1, 2], [1, 2], [1], [1], [1])),
        Of("att komma överens om", story => TieTwice(story, PollRules.Usual)),
        Of("att avgöra med utslagsröst", story => TieTwice(story, PollRules.Usual with { LastResort = LastResort.CastingVote, Chair = A.Coordinator })),
        Of("att avgöra med lott", story => TieTwice(story, PollRules.Usual with { LastResort = LastResort.Lots })),
        Of("en part har valt", story => Settle(story, A.Officer)),
        Of("parterna är överens", story => Settle(story, A.Officer, A.SafetyManager)),
        Of("avgjort med utslagsröst", GiveCastingVote),
        Of("avgjort med lott", story => story.Do(
            new DrawLots(TieTwice(story, PollRules.Usual with { LastResort = LastResort.Lots }), new string('a', Lots.SeedLength)), A.Coordinator)),
        Of("gruppens förslag", story => Recommend(story)),
        Of("bekräftat av kommunen", story => story.Do(new ConfirmRecommendation(Recommend(story)), A.SafetyManager)),
        Of("ingen som kan bekräfta", RecommendWithNobodyToConfirm),
        Of("beslutat", story => story.Confirm(Recommend(story))),
        Of("protokoll", MakeRecords),
        Of("lämnat tillbaka", story => Return(story, Recommend(story))),
        Of("lika om vad som är näst på tur", ReturnBeforeATie),
        Of("allt lämnat tillbaka", ReturnEverything),
        Of("avslutad utan åtgärder", CloseWithoutMeasures),
        Of("ersatt åtgärd", Replace),
        Of("åtgärder i alla lägen", ActEveryWay),
        Of("många vandringar och åtgärder", PlayManyWalks),
        Of("veckan efter", LetAWeekPass),
        Of("många förslag", ProposeMuch),
        Of("många ledamöter", PollAndRecommend, WithManyMembers()),
        .. ((GalleryWords[])[GalleryWords.Longest, GalleryWords.Unbroken, GalleryWords.Nasty])
            .SelectMany(words => Enum.GetValues<Stage>().Select(stage => Written(words, stage))),
    ];

    private static GalleryState Of(string name, Action<Story> play, Story? story = null)
    {
        story ??= A.Story();
        play(story);
        return new GalleryState(name, story) { Audience = AudienceOf(name) };
    }

    private static GalleryAudience AudienceOf(string name) =>
        ForEverybody.Contains(name) ? GalleryAudience.Everybody
        : ForBothLanguages.Contains(name) ? GalleryAudience.BothLanguages
        : GalleryAudience.OneCoordinator;

    private static Story WithoutPromise()
    {
        var story = new Story(A.Noon);
        story.Do(A.FormPartnership() with { IsDemo = false, Founder = new Founder(Party.Municipality, "Trygghetssamordnare") }, A.Coordinator);
        foreach (ListMember entry in A.Members)
        {
            story.Do(entry, by: null);
        }

        return story;
    }

    private static Story WithManyMembers()
    {
        Story story = A.Story();
        for (int i = 0; i < ManyMembers; i++)
        {
            Party party = i % 2 == 0 ? Party.Municipality : Party.Police;
            story.Do(new ListMember(A.Member(200 + i), party, $"Ledamot {i}", Duties.Vote | Duties.Confirm), by: null);
        }

        return story;
    }

    private static Story Elsewhere()
    {
        var story = new Story(A.Noon, new PartnershipId(new Guid(2, 0, 0, new byte[8])));
        story.Do(new FormPartnership("Sjöbo kommun", "lokalpolisområde Ystad", IsDemo: false), by: null);
        foreach (ListMember entry in A.Members)
        {
            story.Do(entry, by: null);
        }

        return story;
    }

    /// <summary>Some take part by phone; what they say is recorded for them.</summary>
    private static GalleryState ByPhone()
    {
        Story story = A.Story();
        Recommend(story);
        story.OpenPoll(story.WalkWithCandidates(3));
        return new GalleryState("några per telefon", story) { Audience = GalleryAudience.Everybody, ByPhone = [A.Officer, A.Chief] };
    }

    private static GalleryState Proposed()
    {
        Story story = A.Story();
        WalkNumber walk = story.CarryOutWalk();
        Photo photo = Developed(A.Photo(1), Pictures.Noise(640));
        story.Do(A.RegisterProposal(walk, photo: photo.Id), A.RescueService);
        story.Propose(walk, "Klipp häcken");
        story.Triage(story.Propose(walk, "Byt lampan"), A.Assessment(TriageClass.FaultReport, "2020-118"));
        return new GalleryState("förslag att bedöma", story) { Audience = GalleryAudience.Everybody, Photos = [photo] };
    }

    private static Photo Developed(PhotoId id, byte[] picture)
    {
        Developed.Pictures pictures = Assert.IsType<Developed.Pictures>(new PhotoStudio().Develop(picture));
        return new Photo(id, pictures.Picture, pictures.Thumbnail);
    }

    private static void AssessEveryWay(Story story)
    {
        WalkNumber walk = story.CarryOutWalk();
        foreach (TriageClass of in Enum.GetValues<TriageClass>())
        {
            story.Triage(story.Propose(walk), A.Assessment(of, of == TriageClass.Candidate ? "" : "Trafikverket"));
        }
    }

    private static PollId Vote(Story story, PollId poll)
    {
        story.Vote(poll, A.Coordinator, 1, 2);
        story.Vote(poll, A.Streets, 2);
        story.Vote(poll, A.Officer);
        return poll;
    }

    private static void VoteInSecret(Story story)
    {
        PollId poll = A.Poll(1);
        story.Do(new OpenPoll(poll, story.WalkWithCandidates(4), PollRules.Usual with { IsSecret = true, MayAbstain = false }, A.Noon.AddDays(3)), A.Coordinator);
        story.Vote(poll, A.Coordinator, 1, 2);
        story.Do(new DeclareConflict(poll, A.School), A.School);
        story.Do(new ExtendPoll(poll, A.Noon.AddDays(7), "Två av oss är på kurs i veckan"), A.Coordinator);
    }

    private static void Withdraw(Story story, int candidates)
    {
        Vote(story, story.OpenPoll(story.WalkWithCandidates(candidates)));
        story.Do(new WithdrawProposal(A.Proposal(3), "Fastigheten är såld", A.Poll(2)), A.Coordinator);
    }

    private static PollId PollAboutMany(Story story)
    {
        ProposeMuch(story);
        return story.OpenPoll(story.Partnership.Walks[^1].Number);
    }

    /// <summary>Leaves a tie after the run-off; the coordinator may confirm too.</summary>
    private static PollId TieTwice(Story story, PollRules rules)
    {
        story.Do(new ListMember(A.Coordinator, Party.Municipality, "Trygghetssamordnare", Duties.Coordinate | Duties.Vote | Duties.Confirm), by: null);
        WalkNumber walk = story.WalkWithCandidates(3);
        PollId poll = A.Poll(story.Partnership.Polls.Length + 1);
        story.Do(new OpenPoll(poll, walk, rules, story.Now.AddDays(3)), A.Coordinator);
        story.CloseAfter(poll, [1, 2], [1, 3], [1, 2], [1, 3], [1], [1], [1]);
        PollId runOff = story.RunOffOf(poll);
        story.CloseAfter(runOff, [2], [3], [2], [3], [], [], []);
        return runOff;
    }

    private static void Settle(Story story, MemberId recorder, params MemberId[] others)
    {
        PollId poll = TieTwice(story, PollRules.Usual);
        var told = new Told(A.Chief, Domain.Calendar.SwedishTime.DayAt(story.Now), Manner.ByPhone);
        story.Do(new ProposeSettlement(poll, [A.Proposal(2)], told), recorder);
        foreach (MemberId other in others)
        {
            story.Do(new ProposeSettlement(poll, [A.Proposal(2)]), other);
        }
    }

    private static void GiveCastingVote(Story story)
    {
        PollId poll = TieTwice(story, PollRules.Usual with { LastResort = LastResort.CastingVote, Chair = A.SafetyManager });
        story.Do(new GiveCastingVote(poll, [A.Proposal(3)], "Fler barn går där"), A.SafetyManager);
    }

    private static void LetTheTimePass(Story story)
    {
        PollId poll = Vote(story, story.OpenPoll(story.WalkWithCandidates(3)));
        story.Now = story.Partnership.FindPoll(poll)!.ClosesAt;
    }

    private static PollId Tie(Story story)
    {
        PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
        story.CloseAfter(poll, [1, 2], [2, 3], [1, 3], [1, 2], [2, 3], [1, 3], []);
        return poll;
    }

    private static PollId TieForTheSecond(Story story)
    {
        PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
        story.CloseAfter(poll, [1, 2], [1, 3], [1, 2], [1, 3], [1], [1], [1]);
        return poll;
    }

    private static void MakeRecords(Story story)
    {
        WalkNumber walk = Recommend(story);
        story.Do(new EnterDiaryNumber(walk, Party.Municipality, "KS 2020/118"), A.Coordinator);
        story.Do(new EnterDiaryNumber(walk, Party.Police, "A123.456/2020"), A.Coordinator);
        story.Confirm(walk);
        story.Do(new RecordDecision(walk, new RecordNumber(2020, 1), new string('a', 64)), by: null);
        story.Do(new CorrectRecord(walk, "Det var tolv deltagare."), A.Coordinator);
        story.Do(new RecordDecision(walk, new RecordNumber(2020, 2), new string('b', 64)), by: null);
    }

    private static void LetAWeekPass(Story story)
    {
        story.CarryOutWalk();
        story.Do(new PostWeeklyStatus(), by: null);
        story.PlanWalk(new DateTime(2020, 9, 10, 18, 0, 0));
        story.Do(new PostWeeklyStatus(), by: null);
        story.Now = story.Now.AddDays(7);
    }

    private static void ProposeMuch(Story story)
    {
        WalkNumber walk = story.CarryOutWalk();
        for (int i = 0; i < ManyProposals; i++)
        {
            string place = GalleryWords.Longest.Text(RegisterProposal.LongestPlace);
            story.Do(A.RegisterProposal(walk, place, suggestion: GalleryWords.Longest.Text(RegisterProposal.LongestSuggestion)), A.RescueService);
            story.Triage(story.Partnership.ProposalsOf(walk).Last().Reference);
        }
    }

    private static WalkNumber Recommend(Story story)
    {
        WalkNumber walk = story.WalkWithCandidates(3);
        story.CloseAfter(story.OpenPoll(walk), [1, 2], [1, 2], [1, 2], [1, 2], [1, 3], [1], []);
        return walk;
    }

    private static void Return(Story story, WalkNumber walk)
    {
        story.Do(new ConfirmRecommendation(walk), A.SafetyManager);
        story.Do(new ReturnProposal(new ProposalReference(walk, 2), "Ingen bemanning", A.Poll(50), new Told(A.Chief, A.Today.AddDays(3), Manner.ByPhone)), A.Coordinator);
        story.Do(new GiveDissent(walk, "Skolvägen borde gå före"), A.School);
        story.Do(new EnterDiaryNumber(walk, Party.Municipality, "KS 2020/118"), A.Coordinator);
    }

    private static void ReturnBeforeATie(Story story)
    {
        WalkNumber walk = story.WalkWithCandidates(4);
        story.CloseAfter(story.OpenPoll(walk), [1, 2], [1, 2], [1, 2], [1, 3], [1, 4], [2], []);
        story.Do(new ReturnProposal(new ProposalReference(walk, 2), "Ingen bemanning", A.Poll(50)), A.Chief);
    }

    private static void ReturnEverything(Story story)
    {
        WalkNumber walk = story.WalkWithCandidates(1);
        story.Do(new RecommendWithoutPoll(walk), A.Coordinator);
        story.Do(new ReturnProposal(new ProposalReference(walk, 1), "Platsen är kyrkans", A.Poll(50)), A.Chief);
    }

    private static void CloseWithoutMeasures(Story story)
    {
        ReturnEverything(story);
        story.Do(new CloseWithoutMeasures(story.Partnership.Walks[^1].Number, "Kyrkan bygger själv"), A.Coordinator);
    }

    /// <summary>Replaces a measure of which there is a record. The measure beside it stands, to be replaced too once this is decided.</summary>
    private static void Replace(Story story)
    {
        WalkNumber walk = story.WalkWithCandidates(5);
        story.CloseAfter(story.OpenPoll(walk), [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);
        story.Confirm(walk);
        story.Do(new RecordDecision(walk, story.Partnership.NextRecordNumber(story.Now), new string('a', 64)), by: null);
        story.Do(new ReplaceMeasure(new ProposalReference(walk, 2), "Marken är såld", ByNewPoll: false, A.Poll(50), story.Now.AddDays(7)), A.Coordinator);

        // Another walk, where there is still something to replace with, and a record to correct.
        WalkNumber other = story.WalkWithCandidates(5);
        story.CloseAfter(story.OpenPoll(other), [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);
        story.Confirm(other);
        story.Do(new RecordDecision(other, story.Partnership.NextRecordNumber(story.Now), new string('b', 64)), by: null);
    }

    private static void PollAndRecommend(Story story)
    {
        story.OpenPoll(story.WalkWithCandidates(3));
        story.Do(new RecommendWithoutPoll(story.WalkWithCandidates(1)), A.Coordinator);
    }

    private static void RecommendWithNobodyToConfirm(Story story)
    {
        Recommend(story);
        story.Do(new ListMember(A.Chief, Party.Police, "Lokalpolisområdeschef", Duties.Vote), by: null);
    }

    private static void ActEveryWay(Story story)
    {
        ProposalReference[] measures = [.. Enumerable.Range(0, 7).Select(i => story.Decide(due: A.Today.AddDays(7 * (i + 1))))];
        story.Do(new ChangeMeasureStatus(measures[1], MeasureStatus.Planned, null, ""), A.Streets);
        story.Do(new ChangeMeasureStatus(measures[2], MeasureStatus.Ongoing, null, ""), A.Streets);
        story.Do(new ChangeMeasureStatus(measures[3], MeasureStatus.Done, A.Today, "Vi gick dit en kväll"), A.Streets);
        story.Do(new ChangeMeasureStatus(measures[4], MeasureStatus.WillNotBeDone, null, "Markägaren sade nej"), A.Coordinator);
        story.Do(new ReplanMeasure(measures[5], A.Plan("Samhällsbyggnad", A.Today.AddDays(20))), A.Coordinator);

        // The first, in its first state, is late by then; the next is due that day.
        story.Now = story.Now.AddDays(14);
        story.PlanWalk(new DateTime(2020, 9, 28, 18, 0, 0));
    }

    private static void PlayManyWalks(Story story)
    {
        for (int i = 0; i < ManyMeasures; i++)
        {
            story.Decide(due: A.Today.AddDays(i));
        }

        story.Now = story.Now.AddDays(ManyMeasures / 2);
    }

    /// <summary>Plays the work with every text as long as its field takes.</summary>
    private static GalleryState Written(GalleryWords words, Stage upTo)
    {
        string name = $"{words.Name}: {upTo}";
        var story = new Story(A.Noon);
        story.Do(new FormPartnership(words.Text(FormPartnership.LongestName), words.Text(FormPartnership.LongestName), IsDemo: true), by: null);
        story.Do(
            new GivePromise(
                words.Text(GivePromise.LongestTitle),
                [.. Enumerable.Repeat(words.Text(GivePromise.LongestCommitment), GivePromise.MostCommitments)],
                A.Period,
                new DateOnly(2020, 6, 3),
                [.. Enumerable.Repeat(words.Text(GivePromise.LongestSignatory), GivePromise.MostSignatories)]),
            by: null);
        foreach ((ListMember entry, int i) in A.Members.Select((entry, i) => (entry, i)))
        {
            story.Do(entry with { Title = $"{i}{words.Text(ListMember.LongestTitle - 1)}" }, by: null);
        }

        Photo photo = Developed(A.Photo(1), Pictures.RedAndBlue(200, 800));
        story.Do(A.PlanWalk(words.Text(PlanWalk.LongestLocality), words.Text(PlanWalk.LongestRoute)), A.Coordinator);
        WalkNumber walk = story.Partnership.Walks[^1].Number;
        ImmutableArray<ParticipantCount> everybody = [.. Enum.GetValues<ParticipantGroup>().Select(group => new ParticipantCount(group, CarryOutWalk.MostInGroup))];
        story.Do(A.CarryOutWalk(walk, participants: everybody), A.Coordinator);
        var plan = new MeasurePlan(words.Text(MeasurePlan.LongestResponsible), ResponsibleParty.Joint, A.Today.AddDays(5), words.Text(MeasurePlan.LongestBudget));
        for (int i = 0; i < 9; i++)
        {
            story.Do(
                new RegisterProposal(
                    walk,
                    words.Text(RegisterProposal.LongestPlace),
                    Category.RecklessDriving,
                    words.Text(RegisterProposal.LongestProblem),
                    words.Text(RegisterProposal.LongestSuggestion),
                    i == 0 ? photo.Id : null),
                A.RescueService);
            ProposalReference reference = story.Partnership.ProposalsOf(walk).Last().Reference;
            story.Triage(reference, i == 8
                ? new Assessment(TriageClass.SomeoneElses, null, words.Text(TriageProposal.LongestNote))
                : new Assessment(TriageClass.Candidate, plan, words.Text(TriageProposal.LongestNote)));
        }

        GalleryState state = new(name, story) { Audience = upTo == Stage.Ended ? GalleryAudience.BothLanguages : GalleryAudience.OneCoordinator, Words = words.Name, Photos = [photo] };
        if (upTo == Stage.Assessed)
        {
            return state;
        }

        PollId poll = story.OpenPoll(walk);
        story.Vote(poll, A.Coordinator, 1, 2);
        if (upTo == Stage.Voting)
        {
            return state;
        }

        story.CloseAfter(poll, [1, 2], [1, 2], [1, 2], [1, 4], [1, 4], [3], []);
        story.Do(new ReturnProposal(new ProposalReference(walk, 2), words.Text(ReturnProposal.LongestReason), A.Poll(50)), A.Chief);
        foreach (MemberId voter in A.Voters)
        {
            story.Do(new GiveDissent(walk, words.Text(GiveDissent.LongestText)), voter);
        }

        story.Do(new EnterDiaryNumber(walk, Party.Police, words.Text(EnterDiaryNumber.LongestNumber)), A.Coordinator);
        story.Confirm(walk);
        if (upTo == Stage.Decided)
        {
            return state;
        }

        story.Do(new ChangeMeasureStatus(new ProposalReference(walk, 1), MeasureStatus.Done, null, words.Text(ChangeMeasureStatus.LongestNote)), A.Streets);
        story.Do(new ChangeMeasureStatus(new ProposalReference(walk, 4), MeasureStatus.WillNotBeDone, null, words.Text(ChangeMeasureStatus.LongestNote)), A.Streets);
        return state;
    }

    private static DateTimeOffset At(DateTime local) => Domain.Calendar.SwedishTime.InstantOf(local);
}
