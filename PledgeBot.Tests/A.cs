using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests;

/// <summary>Makes valid things, so that a test states only the facts it is about.</summary>
internal static class A
{
    /// <summary>Noon in Sweden on Monday 7 September 2020, in the promise's period.</summary>
    public static readonly DateTimeOffset Noon = new(2020, 9, 7, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The day of <see cref="Noon"/>.</summary>
    public static readonly DateOnly Today = new(2020, 9, 7);

    /// <summary>The days of the promise.</summary>
    public static readonly PromisePeriod Period = new(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31));

    /// <summary>Coordinates and votes, for the municipality.</summary>
    public static readonly MemberId Coordinator = Member(1);

    /// <summary>Votes and confirms, for the municipality.</summary>
    public static readonly MemberId SafetyManager = Member(2);

    /// <summary>Votes, for the municipality; so do the school and the social services.</summary>
    public static readonly MemberId Streets = Member(3);

    /// <summary>Votes, for the municipality.</summary>
    public static readonly MemberId School = Member(4);

    /// <summary>Votes, for the municipality.</summary>
    public static readonly MemberId SocialServices = Member(5);

    /// <summary>Has no duties.</summary>
    public static readonly MemberId RescueService = Member(6);

    /// <summary>Has no duties.</summary>
    public static readonly MemberId Communicator = Member(7);

    /// <summary>Coordinates and votes, for the police.</summary>
    public static readonly MemberId Officer = Member(8);

    /// <summary>Votes and confirms, for the police.</summary>
    public static readonly MemberId Chief = Member(9);

    /// <summary>Is not on the list.</summary>
    public static readonly MemberId Stranger = Member(99);

    /// <summary>The list of members: seven from the municipality, two from the police.</summary>
    public static readonly ImmutableArray<ListMember> Members =
    [
        new(Coordinator, Party.Municipality, "Trygghetssamordnare", Duties.Coordinate | Duties.Vote),
        new(SafetyManager, Party.Municipality, "Säkerhetschef", Duties.Vote | Duties.Confirm),
        new(Streets, Party.Municipality, "Gata/park", Duties.Vote),
        new(School, Party.Municipality, "Skola", Duties.Vote),
        new(SocialServices, Party.Municipality, "Socialtjänst", Duties.Vote),
        new(RescueService, Party.Municipality, "Räddningstjänst", Duties.None),
        new(Communicator, Party.Municipality, "Kommunikatör", Duties.None),
        new(Officer, Party.Police, "Kommunpolis", Duties.Coordinate | Duties.Vote),
        new(Chief, Party.Police, "Lokalpolisområdeschef", Duties.Vote | Duties.Confirm),
    ];

    /// <summary>Those of <see cref="Members"/> who are entitled to vote.</summary>
    public static readonly ImmutableArray<MemberId> Voters =
        [.. Members.Where(entry => entry.Duties.HasFlag(Duties.Vote)).Select(entry => entry.Member)];

    public static MemberId Member(int number) => new(Guid(number));

    public static PollId Poll(int number) => new(Guid(1000 + number));

    public static PhotoId Photo(int number) => new(Guid(2000 + number));

    public static ProposalReference Proposal(int number, int walk = 1) => new(new WalkNumber(walk), number);

    public static FormPartnership FormPartnership() => new("Tomelilla kommun", "lokalpolisområde Ystad", IsDemo: true);

    public static GivePromise GivePromise(PromisePeriod? period = null) =>
        new("Medborgarlöfte 2020", ["Välja två aktiviteter", "Fortsätta med hembesök"], period ?? Period, new DateOnly(2020, 6, 3), ["Ordförande", "Chef"]);

    public static PlanWalk PlanWalk(string locality = "Tomelilla", string route = "Stationen", DateTime? startsAt = null, MemberId? leader = null) =>
        new(locality, route, startsAt ?? new DateTime(2020, 9, 3, 18, 0, 0), leader ?? Streets);

    public static CarryOutWalk CarryOutWalk(WalkNumber walk, DateOnly? date = null, params ImmutableArray<ParticipantCount> participants) =>
        new(walk, date ?? new DateOnly(2020, 9, 3), participants.IsEmpty ? [new ParticipantCount(ParticipantGroup.Residents, 12)] : participants);

    public static RegisterProposal RegisterProposal(
        WalkNumber walk,
        string place = "Gångtunneln",
        string problem = "Mörkt",
        string suggestion = "Måla tunneln vit",
        PhotoId? photo = null) =>
        new(walk, place, Category.Lighting, problem, suggestion, photo);

    public static MeasurePlan Plan(string responsible = "Gata/park", DateOnly? due = null) =>
        new(responsible, ResponsibleParty.Municipality, due ?? new DateOnly(2020, 11, 30));

    public static Assessment Candidate(MeasurePlan? plan = null) => new(TriageClass.Candidate, plan ?? Plan(), "");

    public static Assessment Assessment(TriageClass of, string note = "") => new(of, of == TriageClass.Candidate ? Plan() : null, note);

    /// <summary>A poll of its own, outside any partnership, with some voters from the municipality and some from the police.</summary>
    public static Poll PollOf(int options = 4, int municipality = 5, int police = 2, int picks = 2, bool exactly = false) => new(
        Poll(1),
        new WalkNumber(1),
        RunOffOf: null,
        [.. Enumerable.Range(1, options).Select(number => Proposal(number))],
        [
            .. Enumerable.Range(1, municipality).Select(number => new RollEntry(Member(number), Party.Municipality, "Tjänsteperson")),
            .. Enumerable.Range(municipality + 1, police).Select(number => new RollEntry(Member(number), Party.Police, "Polis")),
        ],
        new PollRules(picks, exactly),
        Noon,
        Noon.AddDays(3),
        Result: null);

    /// <summary>A formed partnership with a promise and the usual members, to which things can happen.</summary>
    public static Story Story()
    {
        var story = new Story(Noon);
        story.Do(FormPartnership(), by: null);
        story.Do(GivePromise(), by: null);
        foreach (ListMember entry in Members)
        {
            story.Do(entry, by: null);
        }

        return story;
    }

    private static Guid Guid(int number) => new(number, 0, 0, new byte[8]);
}
