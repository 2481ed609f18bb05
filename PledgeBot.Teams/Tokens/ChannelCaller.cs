using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Teams.Tokens;

/// <summary>A caller whose token holds. Whether the activity is one that this token may bring is still to be seen.</summary>
/// <param name="serviceUrl">The connector address that the token was issued for.</param>
/// <param name="key">The key that signed it.</param>
/// <param name="serviceUrls">The connector addresses that the bot calls.</param>
/// <param name="allowedTenants">The tenants whose members may reach the bot.</param>
internal sealed class ChannelCaller(
    string serviceUrl, SigningKey key, ServiceUrlPolicy serviceUrls, IReadOnlyCollection<string> allowedTenants) : ICaller
{
    /// <inheritdoc/>
    public CallerRefusal? Refuse(Activity activity)
    {
        if (activity.ChannelId is not { } channel || !key.Endorsements.Contains(channel))
        {
            return CallerRefusal.Endorsement;
        }

        if (!serviceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
        {
            return CallerRefusal.ServiceUrlClaim;
        }

        if (channel != TeamsCloud.ChannelId)
        {
            return CallerRefusal.Channel;
        }

        if (!serviceUrls.Allows(activity.ServiceUrl, out _))
        {
            return CallerRefusal.ServiceUrl;
        }

        return IsOfAllowedTenant(activity) ? null : CallerRefusal.Tenant;
    }

    private bool IsOfAllowedTenant(Activity activity)
    {
        string? ofConversation = activity.Conversation?.TenantId;
        string? ofChannel = activity.ChannelData?.Tenant?.Id;
        return (ofConversation ?? ofChannel) is { } tenant
            && (ofChannel is null || ofChannel.Equals(tenant, StringComparison.OrdinalIgnoreCase))
            && allowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase);
    }
}
