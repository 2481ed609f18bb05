using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Tests.Events;

/// <summary>One event of each kind, the same as its golden file holds.</summary>
internal static class EventSamples
{
    private static readonly WalkNumber Walk = new(1);
    private static readonly ProposalReference Bulb = new(Walk, 3);
    private static readonly ProposalReference Hedge = new(Walk, 12);
    private static readonly MemberId Coordinator = MemberId.Parse("01740e2a5c007000800000000000000a", null);
    private static readonly MemberId Officer = MemberId.Parse("01740e2a5c007000800000000000000b", null);
    private static readonly PollId Poll = PollId.Parse("01746a1f2d807000800000000000000c", null);
    private static readonly PollId RunOff = PollId.Parse("0174a1f0c3807000800000000000000d", null);
    private static readonly PhotoId Photo = PhotoId.Parse("01745fa30b007000800000000000000e", null);
    private static readonly DateTimeOffset Closing = new(2020, 9, 14, 13, 0, 0, TimeSpan.Zero);
    private static readonly MeasurePlan Plan = new("Gata/park", ResponsibleParty.Municipality, new DateOnly(2020, 10, 30));

    /// <summary>Gets the events by their stable names.</summary>
    public static IReadOnlyDictionary<string, PartnershipEvent> All { get; } = new Dictionary<string, PartnershipEvent>(StringComparer.Ordinal)
    {
        ["conflict-declared"] = new ConflictDeclared(Poll, Officer),
        ["decision-recorded"] = new DecisionRecorded(new RecordNumber(2020, 2), Walk, "sha256:9f86d081884c7d65", new RecordNumber(2020, 1)),
        ["diary-number-entered"] = new DiaryNumberEntered(Walk, Party.Police, "A123.456/2020"),
        ["dissent-given"] = new DissentGiven(Walk, Party.Municipality, "Gata/park", "Häcken är viktigare än lampan."),
        ["measure-decided"] = new MeasureDecided(Bulb, Plan),
        ["measure-replaced"] = new MeasureReplaced(Bulb, new DateOnly(2020, 10, 5), "Stolpen står på privat mark."),
        ["measure-replanned"] = new MeasureReplanned(Bulb, new MeasurePlan("Österlens kraft", ResponsibleParty.Joint, new DateOnly(2020, 11, 30))),
        ["measure-status-changed"] = new MeasureStatusChanged(
            Bulb, MeasureStatus.Ongoing, MeasureStatus.Done, new DateOnly(2020, 10, 21), "Besökt i mörker: lampan lyser."),
        ["member-listed"] = new MemberListed(Coordinator, Party.Municipality, "Trygghetssamordnare", Duties.Coordinate | Duties.Vote | Duties.Confirm),
        ["member-unlisted"] = new MemberUnlisted(Officer),
        ["partnership-formed"] = new PartnershipFormed("Tomelilla kommun", "lokalpolisområde Ystad", true),
        ["poll-cancelled"] = new PollCancelled(Poll, Bulb),
        ["poll-closed"] = new PollClosed(
            Poll,
            new PollResult(
                Closing,
                [new OptionTotal(Bulb, 4), new OptionTotal(Hedge, 3)],
                [new Turnout(Party.Municipality, 3, 4), new Turnout(Party.Police, 2, 2)],
                1,
                PollOutcome.Tie,
                [Bulb],
                [Hedge])),
        ["poll-extended"] = new PollExtended(Poll, Closing.AddDays(3), "Halva gruppen är på kurs."),
        ["poll-opened"] = new PollOpened(
            RunOff,
            Walk,
            Poll,
            [Bulb, Hedge],
            [new RollEntry(Coordinator, Party.Municipality, "Trygghetssamordnare"), new RollEntry(Officer, Party.Police, "Kommunpolis")],
            new PollRules(1, true),
            Closing.AddDays(7)),
        ["poll-rules-set"] = new PollRulesSet(
            new PollRules(
                2,
                Exactly: true,
                MayAbstain: false,
                IsSecret: true,
                QuorumShare.TwoThirds,
                BothParties: false,
                ExtensionDays: 5,
                RunOffDays: 1,
                LastResort.CastingVote,
                Coordinator,
                NamesInRecord: true)),
        ["poll-settled"] = new PollSettled(
            RunOff,
            new Settlement(SettlementWay.CastingVote, [Bulb, Hedge], 1, [Hedge], "Trygghetssamordnare", "Där går flest barn till skolan.")),
        ["promise-given"] = new PromiseGiven(
            1,
            "Medborgarlöfte Tomelilla 2020",
            ["Från varje genomförd trygghetsvandring väljs två aktiviteter ut som genomförs under året.", "Oanmälda hembesök fortsätter."],
            new DateOnly(2020, 1, 1),
            new DateOnly(2020, 12, 31),
            new DateOnly(2020, 2, 4),
            ["Kommunstyrelsens ordförande", "Lokalpolisområdeschef"]),
        ["proposal-photo-added"] = new ProposalPhotoAdded(Bulb, Photo),
        ["proposal-registered"] = new ProposalRegistered(
            Hedge,
            "Gångvägen bakom \"Centralgatan\" & torget",
            Category.VegetationAndSightLines,
            "Häcken skymmer sikten <på> båda sidor.",
            "Klipp häcken 😀",
            null),
        ["proposal-returned"] = new ProposalReturned(
            Bulb,
            Party.Police,
            "Lokalpolisområdeschef",
            "Det finns inga pengar i år.",
            new RecordedConfirmation(Officer, new DateOnly(2020, 9, 15), Manner.AtMeeting, "Trygghetssamordnare")),
        ["proposal-triaged"] = new ProposalTriaged(Bulb, new Assessment(TriageClass.Candidate, Plan, "")),
        ["proposal-withdrawn"] = new ProposalWithdrawn(Bulb, "Lampan är redan lagad."),
        ["recommendation-confirmed"] = new RecommendationConfirmed(Walk, Party.Police, "Lokalpolisområdeschef"),
        ["recommendation-made"] = new RecommendationMade(Walk, [Bulb, Hedge], Poll),
        ["record-corrected"] = new RecordCorrected(Walk, new RecordNumber(2020, 1), "Trygghetssamordnare", "Vandringen var den 3 september."),
        ["settlement-proposed"] = new SettlementProposed(RunOff, Party.Municipality, "Säkerhetschef", [Hedge]),
        ["substitute-put-in"] = new SubstitutePutIn(Walk, Officer, Coordinator),
        ["walk-carried-out"] = new WalkCarriedOut(
            Walk,
            new DateOnly(2020, 9, 2),
            [new ParticipantCount(ParticipantGroup.Residents, 12), new ParticipantCount(ParticipantGroup.YoungPeople, 5)]),
        ["walk-closed-without-measures"] = new WalkClosedWithoutMeasures(Walk, "Alla förslag var felanmälningar."),
        ["walk-planned"] = new WalkPlanned(
            Walk, "Smedstorp", "Stationen – Skolgatan – idrottsplatsen", new DateTime(2020, 9, 2, 18, 30, 0, DateTimeKind.Unspecified), Coordinator),
        ["weekly-scheduled"] = new WeeklyScheduled(DayOfWeek.Thursday, new TimeOnly(7, 45)),
        ["weekly-status-posted"] = new WeeklyStatusPosted(new Week(2020, 37)),
    };

    /// <summary>Gets events with what a later release added to their kind, by their stable names, a dot, and what was added.</summary>
    public static IReadOnlyDictionary<string, PartnershipEvent> Grown { get; } = new Dictionary<string, PartnershipEvent>(StringComparer.Ordinal)
    {
        ["decision-recorded.first"] = new DecisionRecorded(new RecordNumber(2020, 1), Walk, "sha256:9f86d081884c7d65"),
        ["measure-replanned.budget"] = new MeasureReplanned(
            Bulb, new MeasurePlan("Österlens kraft", ResponsibleParty.Joint, new DateOnly(2020, 11, 30), "40 000 kronor, driftbudget gata")),
        ["poll-closed.ballots"] = new PollClosed(
            Poll,
            new PollResult(
                Closing,
                [new OptionTotal(Bulb, 2), new OptionTotal(Hedge, 1)],
                [new Turnout(Party.Municipality, 2, 2), new Turnout(Party.Police, 1, 1, ByPhone: 1)],
                1,
                PollOutcome.Clear,
                [Bulb, Hedge],
                [],
                [
                    new CountedBallot(Receipt.Parse("abborre akleja", null), [Bulb], Coordinator),
                    new CountedBallot(Receipt.Parse("akleja abborre", null), [Bulb, Hedge], Officer, new BallotRecording(Coordinator, Manner.ByPhone)),
                    new CountedBallot(Receipt.Parse("akleja alm", null), []),
                ])),
        ["poll-closed.recorded"] = new PollClosed(
            Poll,
            new PollResult(
                Closing,
                [new OptionTotal(Bulb, 4), new OptionTotal(Hedge, 2)],
                [new Turnout(Party.Municipality, 3, 4, AtMeeting: 2), new Turnout(Party.Police, 2, 2, ByPhone: 1)],
                1,
                PollOutcome.Clear,
                [Bulb, Hedge],
                [])),
        ["poll-extended.by-rule"] = new PollExtended(Poll, Closing.AddDays(3)),
        ["poll-opened.replacement"] = new PollOpened(
            Poll,
            Walk,
            null,
            [Bulb, Hedge],
            [new RollEntry(Coordinator, Party.Municipality, "Trygghetssamordnare", "Gata/park"), new RollEntry(Officer, Party.Police, "Kommunpolis")],
            PollRules.Usual with { Picks = 1, IsSecret = true },
            Closing,
            new ProposalReference(Walk, 7)),
        ["poll-rules-set.usual"] = new PollRulesSet(PollRules.Usual),
        ["poll-settled.by-lots"] = new PollSettled(
            RunOff,
            new Settlement(
                SettlementWay.Lots,
                [Bulb, Hedge],
                1,
                [Bulb],
                Seed: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")),
        ["proposal-returned.by-the-member"] = new ProposalReturned(Bulb, Party.Police, "Lokalpolisområdeschef", "Det finns inga pengar i år."),
        ["recommendation-made.replacement"] = new RecommendationMade(Walk, [Hedge], Poll, Bulb),
        ["recommendation-made.without-a-poll"] = new RecommendationMade(Walk, [Hedge], Poll: null),
        ["settlement-proposed.recorded"] = new SettlementProposed(
            RunOff,
            Party.Police,
            "Lokalpolisområdeschef",
            [Hedge],
            new RecordedConfirmation(Officer, new DateOnly(2020, 9, 15), Manner.ByPhone, "Trygghetssamordnare")),
        ["substitute-put-in.taken-out"] = new SubstitutePutIn(Walk, Officer, null),
        ["recommendation-confirmed.recorded"] = new RecommendationConfirmed(
            Walk,
            Party.Police,
            "Lokalpolisområdeschef",
            new RecordedConfirmation(Officer, new DateOnly(2020, 9, 15), Manner.ByPhone, "Trygghetssamordnare")),
    };

    /// <summary>Gets every event that has a golden file, by the file's name.</summary>
    public static IReadOnlyDictionary<string, PartnershipEvent> Golden { get; } =
        All.Concat(Grown).ToDictionary(sample => sample.Key, sample => sample.Value, StringComparer.Ordinal);

    /// <summary>Gets the stable name of the event in a golden file.</summary>
    public static string NameOf(string golden) => golden.Split('.')[0];
}
