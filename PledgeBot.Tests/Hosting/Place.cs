using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Hosting;

/// <summary>Where the partnership of the tests meets, in ids of the shapes that Teams gives.</summary>
internal static class Place
{
    public const string Tenant = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/" + Tenant + "/";
    public const string Bot = "28:7b9f0c1e-2a34-4c56-8d78-9e0f1a2b3c4d";
    public const string Team = "19:teamroot@thread.tacv2";
    public const string Group = "9f8e7d6c-1111-4222-8333-000000000001";
    public const string Channel = "19:trygghet7Qk@thread.tacv2";
    public const string GroupChat = "19:samverkan8Zx@thread.v2";

    /// <summary>Gets the personal chat with an account.</summary>
    public static string PersonalChatOf(string account) => "a:1" + account[3..];

    /// <summary>Gets the place as the partnership's records keep it.</summary>
    /// <param name="partnership">The partnership.</param>
    /// <param name="team">The team, if it is another one; its channel is then another one too.</param>
    public static MeetingPlace Of(PartnershipId partnership, string team = Team) => ChannelPlace.Of(
        partnership, Tenant, team, new ConversationReference(ServiceUrl, team == Team ? Channel : team, Bot, Tenant, ConversationTypes.Channel));
}
