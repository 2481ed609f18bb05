using Microsoft.Extensions.Options;

namespace PledgeBot.LocalTeams.Conversations;

/// <summary>The one team: its channel, its members, and each member's personal chat with the bot.</summary>
internal sealed class LocalTeam
{
    private readonly Dictionary<string, LocalMember> _byId;
    private readonly Dictionary<string, LocalMember> _byPersonalChat;

    public LocalTeam(IOptions<LocalTeamsOptions> options)
    {
        Options = options.Value;
        _byId = Options.Members.ToDictionary(m => m.Id, StringComparer.Ordinal);
        foreach (LocalMember member in Options.Members)
        {
            // The connector accepts the object id wherever it accepts the Teams id.
            _byId[member.AadObjectId] = member;
        }

        _byPersonalChat = Options.Members.ToDictionary(PersonalChatOf, StringComparer.Ordinal);
    }

    /// <summary>The team's id, which in Teams is also the id of its General channel.</summary>
    public const string TeamId = "19:local-team@thread.tacv2";

    /// <summary>The channel where the partnership works.</summary>
    public const string ChannelId = "19:local-channel@thread.tacv2";

    public const string AadGroupId = "9f8e7d6c-5b4a-4938-8271-605f4e3d2c1b";

    public LocalTeamsOptions Options { get; }

    public IReadOnlyList<LocalMember> Members => Options.Members;

    public static string PersonalChatOf(LocalMember member) =>
        "a:1" + member.AadObjectId.Replace("-", "", StringComparison.Ordinal);

    /// <summary>Finds a member by Teams id or Entra object id.</summary>
    public LocalMember? FindMember(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    public bool Has(string conversationId) => conversationId == ChannelId || _byPersonalChat.ContainsKey(conversationId);

    public bool CanSee(LocalMember member, string conversationId) =>
        conversationId == ChannelId || _byPersonalChat.GetValueOrDefault(conversationId) == member;

    /// <summary>Who is in a conversation (the bot is never listed, as in Teams); the team's own id counts as a conversation.</summary>
    public IReadOnlyList<LocalMember>? MembersOf(string conversationId) => conversationId switch
    {
        ChannelId or TeamId => Members,
        _ => _byPersonalChat.TryGetValue(conversationId, out LocalMember? member) ? [member] : null,
    };
}
