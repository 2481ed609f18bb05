using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Places;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>What a member sees at one moment.</summary>
internal static class ChatSnapshot
{
    public static IResult Read(string? member, ConversationStore conversations, IOptions<LocalTeamsOptions> options, IServiceProvider services)
    {
        LocalTeamsOptions local = options.Value;
        if (conversations.Places.FindMember(member) is not { } me)
        {
            return TypedResults.NotFound();
        }

        (long revision, LocalPlaces places, IReadOnlyList<StoredActivity> activities) = conversations.Snapshot(me);
        return TypedResults.Json(
            new ChatState
            {
                Revision = revision,
                Channel = FirstChannel(places, me),
                Personal = new(LocalPlaces.PersonalChatOf(me), local.BotName),
                Places = [.. places.All.Where(p => p.Members.Contains(me.Id)).Select(p => PlaceView.Of(p, places))],
                Bot = new(local.BotId, local.BotName),
                Me = MemberView.Of(me),
                Members = [.. local.Members.Select(MemberView.Of)],
                Everybody = [.. places.Everybody.Select(MemberView.Of)],
                Commands = local.ExtensionCommands,
                SupportsFiles = local.SupportsFiles,
                Banner = local.Banner,
                Clock = services.GetService<ILocalClock>()?.Now,
                Activities = activities,
            },
            LocalTeamsJson.Default.ChatState);
    }

    private static NamedThing? FirstChannel(LocalPlaces places, LocalMember me)
    {
        Place? team = places.All.FirstOrDefault(p => p is { Kind: PlaceKind.Team, IsDeleted: false } && p.Members.Contains(me.Id));
        TeamChannel? channel = team?.Channels.FirstOrDefault(c => c is { Name: not null, IsDeleted: false });
        return channel is null ? null : new(channel.Id, channel.Name!);
    }
}
