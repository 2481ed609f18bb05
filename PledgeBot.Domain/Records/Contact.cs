using PledgeBot.Domain.Members;

namespace PledgeBot.Domain.Records;

/// <summary>How a member is known outside: the only place where a name stands.</summary>
/// <param name="Member">The member.</param>
/// <param name="Name">The name as the channel shows it; at most 200 characters.</param>
/// <param name="DirectoryId">The account's object identifier in the organisation's directory; at most 100 characters.</param>
/// <param name="ChannelAccountId">The account's identifier in the channel, which mentions and views need; at most 200 characters.</param>
public sealed record Contact(MemberId Member, string Name, string DirectoryId, string ChannelAccountId);
