using PledgeBot.Domain.Members;

namespace PledgeBot.Domain.Records;

/// <summary>How a member is known outside. Names stand here and in the <see cref="Roster"/>, and nowhere else.</summary>
/// <param name="Member">The member.</param>
/// <param name="Name">The name as the channel shows it, or as the coordinator wrote it; at most <see cref="LongestName"/> characters.</param>
/// <param name="DirectoryId">
/// The account's object identifier in the organisation's directory, at most 100 characters; nothing for somebody without an
/// account, who takes part by phone.
/// </param>
/// <param name="ChannelAccountId">
/// The account's identifier in the channel, which mentions and views need, at most 200 characters; nothing without an account.
/// </param>
public sealed record Contact(MemberId Member, string Name, string? DirectoryId, string? ChannelAccountId)
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 200;

    /// <summary>Gets whether the account was missing when the team's roster was last read: it no longer gets in.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Tells whether an account is this member's, and gets in. No account is nobody's.</summary>
    public bool Admits(string? directoryId) => directoryId is not null && directoryId == DirectoryId && !HasLeft;
}
