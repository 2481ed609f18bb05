using System.Collections.Immutable;

namespace PledgeBot.LocalTeams.Places;

/// <summary>Everybody, and every place they can be in, as of one moment. Changing a place makes another of these.</summary>
internal sealed class LocalPlaces
{
    /// <summary>The first team's id.</summary>
    public const string FirstTeamId = "19:local-team@thread.tacv2";

    /// <summary>The channel where the first team's partnership works.</summary>
    public const string FirstChannelId = "19:local-channel@thread.tacv2";

    private readonly ImmutableDictionary<string, LocalMember> _people;
    private readonly ImmutableArray<Place> _all;
    private readonly ImmutableDictionary<string, Place> _byConversation;

    private LocalPlaces(ImmutableArray<LocalMember> everybody, ImmutableDictionary<string, LocalMember> people, ImmutableArray<Place> all)
    {
        Everybody = everybody;
        _people = people;
        _all = all;
        _byConversation = all
            .Where(p => !p.IsDeleted)
            .SelectMany(p => p.Conversations().Select(id => KeyValuePair.Create(id, p)))
            .ToImmutableDictionary(StringComparer.Ordinal);
    }

    /// <summary>Everybody a visitor can be, the first team's members first.</summary>
    public ImmutableArray<LocalMember> Everybody { get; }

    /// <summary>Every place, deleted teams included: teams, group chats, personal chats.</summary>
    public IReadOnlyList<Place> All => _all;

    /// <summary>The places as the options describe them.</summary>
    public static LocalPlaces Of(LocalTeamsOptions options)
    {
        ImmutableArray<LocalMember> everybody =
        [
            .. options.Members
                .Concat(options.FurtherTeams.SelectMany(t => t.Members))
                .Concat(options.GroupChats.SelectMany(c => c.Members))
                .DistinctBy(m => m.Id, StringComparer.Ordinal),
        ];
        var people = everybody.ToImmutableDictionary(m => m.Id, StringComparer.Ordinal)
            // The connector accepts the object id wherever it accepts the Teams id.
            .AddRange(everybody.Select(m => KeyValuePair.Create(m.AadObjectId, m)));
        return new(everybody, people,
        [
            First(options),
            .. options.FurtherTeams.Select(Team),
            .. options.GroupChats.Select(GroupChat),
            .. everybody.Select(m => Personal(m, options)),
        ]);
    }

    public static string PersonalChatOf(LocalMember member) =>
        "a:1" + member.AadObjectId.Replace("-", "", StringComparison.Ordinal);

    /// <summary>The same with one place replaced.</summary>
    public LocalPlaces With(Place changed) => new(Everybody, _people, [.. _all.Select(p => p.Id == changed.Id ? changed : p)]);

    /// <summary>Finds somebody by Teams id or Entra object id.</summary>
    public LocalMember? FindMember(string? id) => id is null ? null : _people.GetValueOrDefault(id);

    /// <summary>Finds a place by its own id, a deleted team too.</summary>
    public Place? FindPlace(string? id) => _all.FirstOrDefault(p => p.Id == id);

    /// <summary>Finds the place that a conversation is in; <c>null</c> when the team or the channel is deleted.</summary>
    public Place? Find(string conversation) => _byConversation.GetValueOrDefault(conversation);

    /// <summary>Whether a conversation is a channel, whose messages are in threads.</summary>
    public bool HasThreads(string conversation) => Find(conversation) is { Kind: PlaceKind.Team };

    public bool CanSee(LocalMember member, string conversation) => Find(conversation) is { } place && place.Members.Contains(member.Id);

    /// <summary>The members of a place, in the order they came.</summary>
    public IReadOnlyList<LocalMember> MembersOf(Place place) => [.. place.Members.Select(FindMember).OfType<LocalMember>()];

    /// <summary>Whether the bot may write in a place and hears what is said to it there.</summary>
    public bool HasBot(Place place) => place.App == AppState.Present
        || (place is { Kind: PlaceKind.Personal, App: AppState.Absent }
            && _all.Any(p => p is { Kind: PlaceKind.Team, App: AppState.Present, IsDeleted: false } && p.Members.Contains(place.Members[0])));

    private static Place First(LocalTeamsOptions options) => new()
    {
        Id = FirstTeamId,
        Kind = PlaceKind.Team,
        Name = options.TeamName,
        Members = [.. options.Members.Select(m => m.Id)],
        Channels = [new(FirstTeamId, null), new(FirstChannelId, options.ChannelName)],
        App = options.HasApp ? AppState.Present : AppState.Absent,
        SelectedChannel = FirstChannelId,
    };

    private static Place Team(LocalTeam team)
    {
        string id = $"19:local-{team.Key}@thread.tacv2";
        return new()
        {
            Id = id,
            Kind = PlaceKind.Team,
            Name = team.Name,
            Members = [.. team.Members.Select(m => m.Id)],
            Channels = [new(id, null), .. team.Channels.Select((name, n) => new TeamChannel($"19:local-{team.Key}-{n + 1}@thread.tacv2", name))],
            App = team.HasApp ? AppState.Present : AppState.Absent,
            SelectedChannel = id,
        };
    }

    private static Place GroupChat(LocalGroupChat chat) => new()
    {
        Id = $"19:local-{chat.Key}@thread.v2",
        Kind = PlaceKind.GroupChat,
        Name = chat.Name,
        Members = [.. chat.Members.Select(m => m.Id)],
        App = chat.HasApp ? AppState.Present : AppState.Absent,
    };

    // Whoever is in a team that has the app from the start has added it for themselves too.
    private static Place Personal(LocalMember member, LocalTeamsOptions options) => new()
    {
        Id = PersonalChatOf(member),
        Kind = PlaceKind.Personal,
        Name = options.BotName,
        Members = [member.Id],
        App = (options.HasApp && options.Members.Contains(member)) || options.FurtherTeams.Any(t => t.HasApp && t.Members.Contains(member))
            ? AppState.Present
            : AppState.Absent,
    };
}
