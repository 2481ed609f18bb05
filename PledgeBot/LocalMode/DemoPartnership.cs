using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.LegalPages;
using PledgeBot.LocalTeams;

namespace PledgeBot.LocalMode;

/// <summary>The demo: Tomelilla's promise of 2020 as it was published, with made-up members, walk and proposals (tomelilla.json).</summary>
internal sealed record DemoPartnership(
    PartnershipId Id,
    DateTimeOffset Now,
    string Municipality,
    string PoliceArea,
    string TeamName,
    string ChannelName,
    ImmutableArray<string> Banner,
    DemoPromise Promise,
    ImmutableArray<DemoMember> Members,
    ImmutableArray<DemoWalk> Walks)
{
    /// <summary>The setting that names a file to play instead of Tomelilla's.</summary>
    public const string FileSetting = "LocalMode:Demo";

    /// <summary>Reads a demo.</summary>
    /// <param name="path">The file, of the same shape as tomelilla.json; nothing for Tomelilla's, which lies in the assembly.</param>
    public static DemoPartnership Load(string? path)
    {
        using Stream file = path is not null
            ? File.OpenRead(path)
            : typeof(DemoPartnership).Assembly.GetManifestResourceStream("PledgeBot.LocalMode.tomelilla.json")
                ?? throw new InvalidOperationException("The demo is missing from the assembly.");
        return JsonSerializer.Deserialize(file, DemoJson.Default.DemoPartnership) ?? throw new JsonException("The demo is empty.");
    }

    /// <summary>Plays the demo into an empty partnership, by the rules: whatever they refuse is a fault in the demo.</summary>
    public void Play(ITurn turn)
    {
        Do(turn, null, Now.AddDays(-90), new FormPartnership(Municipality, PoliceArea, IsDemo: true));
        foreach (DemoMember member in Members)
        {
            Do(turn, null, Now.AddDays(-90), new ListMember(member.Id, member.Party, member.Title, member.Duties));
            turn.Enter(member.ToContact());
        }

        Do(turn, null, At(Promise.SignedOn, 10), Promise.ToCommand());
        MemberId coordinator = Members.First(member => member.Duties.HasFlag(Duties.Coordinate)).Id;
        foreach (DemoWalk walk in Walks)
        {
            Play(turn, walk, coordinator);
        }
    }

    /// <summary>Names who stands behind the demo on the public pages, where the settings name nobody. The mailboxes lead nowhere.</summary>
    public void FillIn(PublicPagesOptions publisher)
    {
        publisher.Municipality ??= Municipality;
        publisher.PoliceArea ??= PoliceArea;
        publisher.ContactMailbox ??= "trygghet@example.se";
        publisher.DataProtectionMailbox ??= "dataskyddsombud@example.se";
    }

    private static void Play(ITurn turn, DemoWalk walk, MemberId coordinator)
    {
        DateTimeOffset planned = SwedishTime.InstantOf(walk.StartsAt.AddDays(-21).Date.AddHours(9));
        Do(turn, coordinator, planned, new PlanWalk(walk.Locality, walk.Route, walk.StartsAt, coordinator));
        WalkNumber number = turn.Partnership.Walks[^1].Number;
        if (walk.Participants.IsDefaultOrEmpty)
        {
            return;
        }

        var day = DateOnly.FromDateTime(walk.StartsAt);
        Do(turn, coordinator, At(day, 21), new CarryOutWalk(number, day, walk.Participants));
        foreach (DemoProposal proposal in walk.Proposals)
        {
            Do(turn, coordinator, At(day.AddDays(1), 9), new RegisterProposal(
                number, proposal.Place, proposal.Category, proposal.Problem, proposal.Suggestion, Photo: null));
            if (proposal.Assessment is { } assessment)
            {
                ProposalReference reference = turn.Partnership.ProposalsOf(number).Last().Reference;
                Do(turn, coordinator, At(day.AddDays(1), 15), new TriageProposal(reference, assessment));
            }
        }
    }

    private static void Do(ITurn turn, MemberId? by, DateTimeOffset at, Command command)
    {
        var moment = new Moment(by, at);
        switch (turn.Partnership.Decide(command, moment))
        {
            case Decision.Accepted accepted:
                turn.Append(accepted.Events, moment);
                Consequences.Schedule(turn, accepted.Events, at);
                break;
            case Decision.Refused refused:
                throw new InvalidOperationException($"The demo's {command.GetType().Name} was refused: {refused.Reason}.");
        }
    }

    private static DateTimeOffset At(DateOnly day, int hour) => SwedishTime.InstantOf(day.ToDateTime(new TimeOnly(hour, 0)));
}

/// <summary>The demo's promise, word for word.</summary>
internal sealed record DemoPromise(
    string Title, ImmutableArray<string> Commitments, DateOnly FirstDay, DateOnly LastDay, DateOnly SignedOn, ImmutableArray<string> Signatories)
{
    /// <summary>Gets the command that gives it.</summary>
    public GivePromise ToCommand() => new(Title, Commitments, new PromisePeriod(FirstDay, LastDay), SignedOn, Signatories);
}

/// <summary>A made-up member.</summary>
internal sealed record DemoMember(Guid Account, string Name, Party Party, string Title, Duties Duties)
{
    /// <summary>Gets the member's identifier: the account's, since the demo has one of each.</summary>
    [JsonIgnore]
    public MemberId Id => new(Account);

    private string ChannelAccount => "29:1-" + Account.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>Gets the member as the stand-in for Teams lists it.</summary>
    public LocalMember ToLocalMember() =>
        new(ChannelAccount, Account.ToString(), Name, $"{Title} · {(Party == Party.Police ? "polisen" : "kommunen")}");

    /// <summary>Gets the member's entry in the directory.</summary>
    public Contact ToContact() => new(Id, Name, Account.ToString(), ChannelAccount);
}

/// <summary>A made-up walk; without participants it is only planned.</summary>
internal sealed record DemoWalk(
    string Locality, string Route, DateTime StartsAt, ImmutableArray<ParticipantCount> Participants, ImmutableArray<DemoProposal> Proposals);

/// <summary>A made-up proposal; without an assessment it waits for one.</summary>
internal sealed record DemoProposal(string Place, Category Category, string Problem, string Suggestion, Assessment? Assessment);

/// <summary>The generated JSON of the demo.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DemoPartnership))]
internal sealed partial class DemoJson : JsonSerializerContext;
