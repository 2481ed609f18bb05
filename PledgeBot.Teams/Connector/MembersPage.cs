using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Connector;

/// <summary>A page of a conversation's roster.</summary>
internal sealed record MembersPage(IReadOnlyList<ChannelAccount>? Members, string? ContinuationToken);
