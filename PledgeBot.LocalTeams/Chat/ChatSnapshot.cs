using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PledgeBot.LocalTeams.Conversations;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>What a member sees at one moment.</summary>
internal static class ChatSnapshot
{
    public static IResult Read(string? member, LocalTeam team, ConversationStore conversations, IServiceProvider services)
    {
        if (team.FindMember(member) is not { } me)
        {
            return TypedResults.NotFound();
        }

        (long revision, IReadOnlyList<StoredActivity> activities) = conversations.Snapshot(me);
        return TypedResults.Json(
            new ChatState
            {
                Revision = revision,
                TeamName = team.Options.TeamName,
                Channel = new(LocalTeam.ChannelId, team.Options.ChannelName),
                Personal = new(LocalTeam.PersonalChatOf(me), team.Options.BotName),
                Bot = new(team.Options.BotId, team.Options.BotName),
                Me = MemberView.Of(me),
                Members = [.. team.Members.Select(MemberView.Of)],
                Banner = team.Options.Banner,
                Clock = services.GetService<ILocalClock>()?.Now,
                Activities = activities,
            },
            LocalTeamsJson.Default.ChatState);
    }
}
