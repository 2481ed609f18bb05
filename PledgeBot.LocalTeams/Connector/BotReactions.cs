using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Conversations;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>The bot's reactions to messages, anybody's. The same reaction twice is one.</summary>
internal static class BotReactions
{
    public static IResult Add(
        string conversationId,
        string activityId,
        string type,
        ConversationStore conversations,
        IOptions<LocalTeamsOptions> options) =>
        React(conversationId, activityId, conversations, reactions => [.. reactions.Remove(Of(type, options)), Of(type, options)]);

    public static IResult Remove(
        string conversationId,
        string activityId,
        string type,
        ConversationStore conversations,
        IOptions<LocalTeamsOptions> options) =>
        React(conversationId, activityId, conversations, reactions => reactions.Remove(Of(type, options)));

    private static IResult React(
        string conversationId,
        string activityId,
        ConversationStore conversations,
        Func<ImmutableArray<Reaction>, ImmutableArray<Reaction>> change)
    {
        var target = ConversationReference.Parse(conversationId);
        return conversations.RefuseWriting(target) is { } refusal ? refusal
            : conversations.Change(activityId, m => m.Conversation == target.Id ? m with { Reactions = change(m.Reactions ?? []) } : null) is null
                ? ConnectorError.ActivityNotFound()
                : TypedResults.Ok();
    }

    private static Reaction Of(string type, IOptions<LocalTeamsOptions> options) => new(type, options.Value.BotId);
}
