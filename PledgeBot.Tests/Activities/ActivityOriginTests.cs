using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Activities;

public sealed class ActivityOriginTests
{
    [Theory]
    [InlineData("personal", null, true, false)]
    [InlineData("Personal", null, true, false)]
    [InlineData("groupChat", null, false, false)]
    [InlineData("channel", "19:team", false, true)]
    [InlineData("channel", null, false, true)]
    [InlineData(null, "19:team", false, true)]
    [InlineData(null, "", false, false)]
    [InlineData(null, null, false, false)]
    public void Scope_IsReadFromTheConversationAndTheTeam(string? type, string? team, bool isPersonal, bool isInChannel)
    {
        var activity = new Activity
        {
            Conversation = new ConversationAccount { ConversationType = type },
            ChannelData = new TeamsChannelData { Team = new TeamInfo { Id = team } },
        };

        Assert.Equal((isPersonal, isInChannel), (activity.IsPersonal(), activity.IsInChannel()));
    }

    [Fact]
    public void Scope_OfNothingAtAll_IsNone()
    {
        var activity = new Activity();

        Assert.False(activity.IsPersonal() || activity.IsInChannel() || activity.MentionsBot() || activity.IsFromBot() || activity.IsFromComposeBox());
        Assert.Null(activity.TeamId());
        Assert.Null(activity.HostTenantId());
    }

    [Theory]
    [InlineData("host", "other", "host")]
    [InlineData(null, "other", "other")]
    [InlineData("", "other", "other")]
    [InlineData(null, null, null)]
    public void HostTenantId_IsTheConversationsBeforeAnyOther(string? conversation, string? channelData, string? expected)
    {
        var activity = new Activity
        {
            From = new ChannelAccount { TenantId = "the guest's own" },
            Conversation = new ConversationAccount { TenantId = conversation },
            ChannelData = new TeamsChannelData { Tenant = new TenantInfo { Id = channelData } },
        };

        Assert.Equal(expected, activity.HostTenantId());
    }

    [Theory]
    [InlineData("28:other", null, true)]
    [InlineData("29:person", null, false)]
    [InlineData("29:person", "bot", true)]
    [InlineData("29:person", "user", false)]
    [InlineData("bot-id", null, true)]
    [InlineData(null, null, false)]
    public void IsFromBot_ByIdAndRole(string? id, string? role, bool expected) => Assert.Equal(
        expected,
        new Activity { From = new ChannelAccount { Id = id, Role = role }, Recipient = new ChannelAccount { Id = "bot-id" } }.IsFromBot());
}
