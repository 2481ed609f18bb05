using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Connector;

/// <summary>The channels of a team.</summary>
internal sealed record ChannelsAnswer(IReadOnlyList<ChannelInfo>? Conversations);
