namespace PledgeBot.LocalTeams.Chat;

/// <summary>A member as the page lists them.</summary>
internal sealed record MemberView(string Id, string Name, string Label)
{
    public static MemberView Of(LocalMember member) => new(member.Id, member.Name, member.Label);
}
