namespace PledgeBot.LocalTeams.Chat;

/// <summary>A member as the page lists them.</summary>
internal sealed record MemberView(string Id, string AadObjectId, string Name, string Label, bool IsGuest)
{
    public static MemberView Of(LocalMember member) => new(member.Id, member.AadObjectId, member.Name, member.Label, member.IsGuest);
}
