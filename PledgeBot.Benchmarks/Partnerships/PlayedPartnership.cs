using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
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

namespace PledgeBot.Benchmarks.Partnerships;

/// <summary>
/// A partnership of nine that lives through years: each has a promise and twenty walks, each walk seven proposals, a poll, two
/// confirmations and two measures that are carried out. Every step is a command that the rules accepted.
/// </summary>
internal sealed class PlayedPartnership
{
    private const int Candidates = 7;
    private const int WalksInYear = 20;

    private static readonly ImmutableArray<ListMember> List =
    [
        new(Member(1), Party.Municipality, "Trygghetssamordnare", Duties.Coordinate | Duties.Vote),
        new(Member(2), Party.Municipality, "Säkerhetschef", Duties.Vote | Duties.Confirm),
        new(Member(3), Party.Municipality, "Gata/park", Duties.Vote),
        new(Member(4), Party.Municipality, "Skola", Duties.Vote),
        new(Member(5), Party.Municipality, "Socialtjänst", Duties.Vote),
        new(Member(6), Party.Municipality, "Räddningstjänst", Duties.Vote),
        new(Member(7), Party.Municipality, "Kommunikatör", Duties.Vote),
        new(Member(8), Party.Police, "Kommunpolis", Duties.Coordinate | Duties.Vote),
        new(Member(9), Party.Police, "Lokalpolisområdeschef", Duties.Vote | Duties.Confirm),
    ];

    private static readonly MemberId Coordinator = List[0].Member;

    private readonly List<RecordedEvent> _log = [];
    private DateTimeOffset _weeklyStatus;

    /// <summary>Forms the partnership and lists its members.</summary>
    public PlayedPartnership()
    {
        Now = SwedishTime.InstantOf(new DateTime(2020, 1, 1, 9, 0, 0));
        Do(new FormPartnership("Tomelilla kommun", "lokalpolisområde Ystad", IsDemo: true), by: null);
        foreach (ListMember entry in List)
        {
            Do(entry, by: null);
        }

        _weeklyStatus = WeeklySchedule.Default.NextAfter(Now);
        GivePromise(2020);
    }

    /// <summary>Gets the present.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Gets the state.</summary>
    public Partnership Partnership { get; private set; } = Partnership.Empty(new PartnershipId(Guid.NewGuid()));

    /// <summary>Gets all that has happened, in order.</summary>
    public IReadOnlyList<RecordedEvent> Log => _log;

    /// <summary>Gets the members as the directory knows them.</summary>
    public static ImmutableArray<Contact> Contacts =>
        [.. List.Select(entry => new Contact(entry.Member, entry.Title, entry.Member.Value.ToString(), "29:1-" + entry.Member.Value.ToString("N")))];

    /// <summary>Lives on until so many events have happened.</summary>
    public void PlayUntil(int events)
    {
        while (_log.Count < events)
        {
            PlayWalk();
        }
    }

    /// <summary>Has a walk carried out, and a poll of its seven candidates opened.</summary>
    public Poll OpenPoll()
    {
        if (Partnership.Walks.Length % WalksInYear == 0 && Partnership.Walks.Length > 0)
        {
            GivePromise(2020 + (Partnership.Walks.Length / WalksInYear));
        }

        Do(new PlanWalk("Brösarp", "Genomfarten och affären", SwedishTime.LocalAt(Now).AddDays(7), Coordinator), Coordinator);
        Wait(8);
        WalkNumber walk = Partnership.Walks[^1].Number;
        Do(new CarryOutWalk(walk, SwedishTime.DayAt(Now), [new(ParticipantGroup.Residents, 12), new(ParticipantGroup.Police, 1)]), Coordinator);
        for (int number = 1; number <= Candidates; number++)
        {
            Do(
                new RegisterProposal(
                    walk,
                    "Gångtunneln under järnvägen",
                    Category.Lighting,
                    "Mörkt på kvällarna, två lampor är trasiga",
                    "Måla tunneln vit och byt till starkare lampor",
                    Photo: null),
                List[number].Member);
        }

        Wait(1);
        var plan = new MeasurePlan("Gata/park", ResponsibleParty.Joint, new DateOnly(SwedishTime.DayAt(Now).Year, 12, 31));
        for (int number = 1; number <= Candidates; number++)
        {
            Do(new TriageProposal(new ProposalReference(walk, number), new Assessment(TriageClass.Candidate, plan, "")), Coordinator);
        }

        Do(new OpenPoll(PollId.New(Now), walk, new PollRules(PollRules.ChosenPerWalk, Exactly: true), Now.AddDays(3)), Coordinator);
        return Partnership.Polls[^1];
    }

    /// <summary>Lets all but the last member vote: the poll stays open.</summary>
    public BallotBox VoteAllButOne(Poll poll) => new(List[..^1].Select(entry => Ballot(poll, entry.Member)));

    private static MemberId Member(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private void PlayWalk()
    {
        Poll poll = OpenPoll();
        BallotBox box = VoteAllButOne(poll);
        Wait(3);
        Do(new ClosePoll(poll.Id, box, PollId.New(Now)), by: null);
        foreach (ListMember entry in List.Where(entry => entry.Duties.HasFlag(Duties.Confirm)))
        {
            Do(new ConfirmRecommendation(poll.Walk), entry.Member);
        }

        foreach (ProposalReference measure in Partnership.Recommendations[poll.Walk].Proposals)
        {
            Do(new ChangeMeasureStatus(measure, MeasureStatus.Planned, Date: null, ""), List[2].Member);
            Do(new ChangeMeasureStatus(measure, MeasureStatus.Ongoing, Date: null, ""), List[2].Member);
            Wait(1);
            Do(new ChangeMeasureStatus(measure, MeasureStatus.Done, Date: null, "Kontrollerat på plats efter mörkrets inbrott"), List[2].Member);
        }
    }

    private void GivePromise(int year)
    {
        var first = new DateOnly(year, 1, 1);
        DateTimeOffset start = SwedishTime.InstantOf(first.ToDateTime(new TimeOnly(9, 0)));
        WaitUntil(start);
        var period = new PromisePeriod(first, new DateOnly(year, 12, 31));
        Do(new GivePromise("Medborgarlöfte", ["Välja två aktiviteter från varje vandring"], period, first, ["Ordförande", "Chef"]), by: null);
    }

    private void Wait(int days) => WaitUntil(Now.AddDays(days));

    /// <summary>Lets time pass; the weekly status is posted when its time comes.</summary>
    private void WaitUntil(DateTimeOffset until)
    {
        for (; _weeklyStatus <= until; _weeklyStatus = WeeklySchedule.Default.NextAfter(_weeklyStatus))
        {
            Now = _weeklyStatus;
            Do(new PostWeeklyStatus(), by: null);
        }

        Now = until;
    }

    private Ballot Ballot(Poll poll, MemberId member) =>
        poll.Vote(member, [new(poll.Walk, 1), new(poll.Walk, 2)], Now) is VoteAnswer.Counted counted
            ? counted.Ballot
            : throw new InvalidOperationException("The vote was refused.");

    private void Do(Command command, MemberId? by)
    {
        var moment = new Moment(by, Now);
        if (Partnership.Decide(command, moment) is not Decision.Accepted accepted)
        {
            throw new InvalidOperationException($"The command {command.GetType().Name} was refused.");
        }

        foreach (PartnershipEvent happened in accepted.Events)
        {
            var recorded = new RecordedEvent(Partnership.Version + 1, moment.Now, moment.By, happened);
            Partnership = Partnership.Evolve(recorded);
            _log.Add(recorded);
        }
    }
}
