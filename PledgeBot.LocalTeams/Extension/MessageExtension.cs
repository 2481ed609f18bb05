using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Chat;
using PledgeBot.LocalTeams.Conversations;

namespace PledgeBot.LocalTeams.Extension;

/// <summary>The app's message extension. It belongs to the member rather than to the place, and so works where the app is not added too.</summary>
internal sealed class MessageExtension(
    ConversationStore conversations,
    BotActivities activities,
    BotTurns bot,
    MessagePayload payload,
    IOptions<LocalTeamsOptions> options)
{
    private const int ResultsPerPage = 25;

    /// <summary>Searches. Gives <c>null</c> when the app has no such search, or the member is not there.</summary>
    public async Task<InvokeAnswer?> SearchAsync(LocalMember member, ExtensionQuery query, CancellationToken cancellationToken)
    {
        var place = new ConversationReference(query.Conversation, query.Thread);
        if (Find(query.CommandId, ExtensionCommandType.Query) is not { } command || query.Skip < 0 || !CanUse(member, place))
        {
            return null;
        }

        IEnumerable<(string Name, string Value)> parameters = query.Parameters is { } typed
            ? command.Parameters.Where(p => typed.ContainsKey(p.Name)).Select(p => (p.Name, typed[p.Name]?.ToString() ?? ""))
            : [("initialRun", "true")];
        JsonObject invoke = Invoke("composeExtension/query", member, place, new JsonObject
        {
            ["commandId"] = command.Id,
            ["parameters"] = new JsonArray([.. parameters.Select(p => (JsonNode)new JsonObject { ["name"] = p.Name, ["value"] = p.Value })]),
            ["queryOptions"] = new JsonObject { ["skip"] = query.Skip, ["count"] = ResultsPerPage },
        });
        return await bot.AskAsync(invoke, InvokeAnswer.OfSearch, cancellationToken);
    }

    /// <summary>Asks for the card of a result whose preview has only a value.</summary>
    public async Task<InvokeAnswer?> SelectAsync(LocalMember member, ExtensionSelection selection, CancellationToken cancellationToken)
    {
        var place = new ConversationReference(selection.Conversation, selection.Thread);
        return CanUse(member, place)
            ? await bot.AskAsync(
                Invoke("composeExtension/selectItem", member, place, selection.Value.DeepClone().AsObject()),
                InvokeAnswer.OfExtension,
                cancellationToken)
            : null;
    }

    /// <summary>Asks for an action's dialog.</summary>
    public Task<InvokeAnswer?> FetchAsync(LocalMember member, ExtensionTask task, CancellationToken cancellationToken) =>
        AskAsync("composeExtension/fetchTask", member, task, (value, message) =>
        {
            value["context"] = Theme.Context(task.Theme);
            if (message is not null)
            {
                value["messagePayload"] = payload.Of(message);
            }
        }, cancellationToken);

    /// <summary>Submits an action's dialog.</summary>
    public Task<InvokeAnswer?> SubmitAsync(LocalMember member, ExtensionTask task, CancellationToken cancellationToken) =>
        AskAsync("composeExtension/submitAction", member, task, (value, _) =>
        {
            value["context"] = Theme.Context(task.Theme);
            value["data"] = PressedAction.Merge(task.Data, task.Inputs);
        }, cancellationToken);

    private async Task<InvokeAnswer?> AskAsync(
        string name,
        LocalMember member,
        ExtensionTask task,
        Action<JsonObject, StoredActivity?> write,
        CancellationToken cancellationToken)
    {
        StoredActivity? message = null;
        var place = new ConversationReference(task.Conversation, task.Thread);
        if (task.ActivityId is not null)
        {
            if (conversations.Find(task.ActivityId) is not { IsRemoved: false } found)
            {
                return null;
            }

            message = found;
            place = found.Reference;
        }

        ExtensionContext context = message is null ? ExtensionContext.Compose : ExtensionContext.Message;
        if (Find(task.CommandId, ExtensionCommandType.Action) is not { } command || !command.Contexts.Contains(context) || !CanUse(member, place))
        {
            return null;
        }

        var value = new JsonObject { ["commandId"] = command.Id, ["commandContext"] = message is null ? "compose" : "message" };
        write(value, message);
        return await bot.AskAsync(Invoke(name, member, place, value), InvokeAnswer.OfExtension, cancellationToken);
    }

    private ExtensionCommand? Find(string id, ExtensionCommandType type) =>
        options.Value.ExtensionCommands.FirstOrDefault(c => c.Id == id && c.Type == type);

    private bool CanUse(LocalMember member, ConversationReference place) =>
        conversations.Places.CanSee(member, place.Id) && conversations.Has(place);

    private JsonObject Invoke(string name, LocalMember member, ConversationReference place, JsonObject value)
    {
        JsonObject invoke = activities.Make("invoke", id: null, member, place);
        invoke["name"] = name;
        invoke["value"] = value;
        return invoke;
    }
}
