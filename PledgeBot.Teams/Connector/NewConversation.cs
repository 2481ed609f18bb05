using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Connector;

/// <summary>The body of a request to start a conversation.</summary>
internal sealed record NewConversation(
    bool IsGroup,
    ChannelAccount? Bot,
    IReadOnlyList<ChannelAccount>? Members,
    string? TenantId,
    TeamsChannelData ChannelData,
    Activity? Activity);
