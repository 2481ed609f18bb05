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
    ImmutableArray<DemoWalk> Walks,
    ImmutableArray<DemoTeam> FurtherTeams,
    ImmutableArray<DemoGroupChat> GroupChats)
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

    /// <summary>Puts the partnership's team, the other teams and the group chats into the stand-in.</summary>
    public void FillIn(LocalTeamsOptions options)
    {
        options.TeamName = TeamName;
        options.ChannelName = ChannelName;
        options.Banner.AddRange(Banner);
        options.Members.AddRange(Members.Select(member => member.ToLocalMember()));
        options.FurtherTeams.AddRange((FurtherTeams.IsDefault ? [] : FurtherTeams).Select(team => team.ToLocalTeam()));

        // Of those whom a chat names, a demo with other members may lack some.
        var people = options.Members.Concat(options.FurtherTeams.SelectMany(team => team.Members))
            .ToDictionary(person => person.AadObjectId, StringComparer.Ordinal);
        options.GroupChats.AddRange((GroupChats.IsDefault ? [] : GroupChats)
            .Select(chat => new LocalGroupChat(chat.Key, chat.Name, [.. chat.Members.Select(account => people.GetValueOrDefault(account.ToString())).OfType<LocalMember>()]))
            .Where(chat => chat.Members.Count > 0));
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

    private string ChannelAccount => DemoAccount.InChannel(Account);

    /// <summary>Gets the member as the stand-in for Teams lists it.</summary>
    public LocalMember ToLocalMember() =>
        new(ChannelAccount, Account.ToString(), Name, $"{Title} · {(Party == Party.Police ? "polisen" : "kommunen")}");

    /// <summary>Gets the member's entry in the directory.</summary>
    public Contact ToContact() => new(Id, Name, Account.ToString(), ChannelAccount);
}

/// <summary>A made-up team beside the partnership's own: the bot is not in it until somebody adds it there.</summary>
internal sealed record DemoTeam(string Key, string Name, ImmutableArray<string> Channels, ImmutableArray<DemoPerson> Members)
{
    /// <summary>Gets the team as the stand-in for Teams lists it.</summary>
    public LocalTeam ToLocalTeam() => new(Key, Name, Channels, [.. Members.Select(person => person.ToLocalMember())]);
}

/// <summary>A made-up chat of several members, named by their accounts.</summary>
internal sealed record DemoGroupChat(string Key, string Name, ImmutableArray<Guid> Members);

/// <summary>Somebody made up whom the partnership does not know.</summary>
internal sealed record DemoPerson(Guid Account, string Name, string Label, bool IsGuest = false)
{
    /// <summary>Gets the person as the stand-in for Teams lists them.</summary>
    public LocalMember ToLocalMember() => new(DemoAccount.InChannel(Account), Account.ToString(), Name, Label, IsGuest);
}

/// <summary>Names the demo's accounts.</summary>
internal static class DemoAccount
{
    /// <summary>Gets an account's identifier in the channel.</summary>
    public static string InChannel(Guid account) => "29:1-" + account.ToString("N", CultureInfo.InvariantCulture);
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
