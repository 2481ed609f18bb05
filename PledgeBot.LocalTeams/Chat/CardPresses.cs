using System.Text.Json.Nodes;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>Presses on cards and in dialogs, as Teams brings them to the bot; where the app is not, it brings none.</summary>
internal sealed class CardPresses(ConversationStore conversations, BotActivities activities, BotTurns bot, MemberMessages messages)
{
    /// <summary>An Action.Execute, or a card's refresh. One without a verb never leaves the client.</summary>
    public async Task<InvokeAnswer> ExecuteAsync(LocalMember member, StoredActivity card, PressedAction press, CancellationToken cancellationToken)
    {
        if (!HasBot(card))
        {
            return InvokeAnswer.Forbidden;
        }

        if (string.IsNullOrEmpty(press.Verb))
        {
            return InvokeAnswer.NotSent;
        }

        JsonObject invoke = Invoke("adaptiveCard/action", member, card);
        invoke["replyToId"] = card.Id;
        var action = new JsonObject { ["type"] = "Action.Execute" };
        SetIfAny(action, "id", press.Id);
        SetIfAny(action, "title", press.Title);
        action["verb"] = press.Verb;
        action["data"] = press.MergedData();
        invoke["value"] = new JsonObject { ["action"] = action, ["trigger"] = press.Trigger == "automatic" ? "automatic" : "manual" };
        return await bot.AskAsync(invoke, InvokeAnswer.OfCardAction, cancellationToken);
    }

    /// <summary>An Action.Submit on a card: what it becomes is decided by the <c>msteams</c> part of its data.</summary>
    public async Task<InvokeAnswer> SubmitAsync(LocalMember member, StoredActivity card, PressedAction press, CancellationToken cancellationToken)
    {
        JsonObject data = press.MergedData();
        JsonObject? teams = data.Child("msteams");
        string? kind = teams.Text("type");
        if (!HasBot(card))
        {
            return kind == "task/fetch" ? InvokeAnswer.AddApp : InvokeAnswer.Forbidden;
        }

        return kind switch
        {
            "task/fetch" => await FetchDialogAsync(member, card, data, press.Theme, cancellationToken),
            "messageBack" => InvokeAnswer.OfDelivery(await MessageBackAsync(member, card, data, teams!, cancellationToken)),
            "imBack" when teams.Text("value") is { Length: > 0 } text =>
                InvokeAnswer.OfDelivery(await messages.PostForCardAsync(member, card, text, text, value: null, cancellationToken)),
            _ => InvokeAnswer.OfDelivery(await bot.TellAsync(Silent(member, card, text: null, data), cancellationToken)),
        };
    }

    /// <summary>A press inside a dialog. Teams does not say which message the dialog was opened from.</summary>
    public async Task<InvokeAnswer> SubmitDialogAsync(LocalMember member, StoredActivity openedFrom, PressedAction press, CancellationToken cancellationToken)
    {
        if (!HasBot(openedFrom))
        {
            return InvokeAnswer.Forbidden;
        }

        JsonObject invoke = Invoke("task/submit", member, openedFrom);
        invoke["value"] = DialogValue(press.MergedData(), press.Theme);
        return await bot.AskAsync(invoke, InvokeAnswer.OfDialog, cancellationToken);
    }

    private async Task<InvokeAnswer> FetchDialogAsync(
        LocalMember member,
        StoredActivity card,
        JsonObject data,
        string? theme,
        CancellationToken cancellationToken)
    {
        JsonObject invoke = Invoke("task/fetch", member, card);
        invoke["replyToId"] = card.Id;
        invoke["value"] = DialogValue(data, theme);
        return await bot.AskAsync(invoke, InvokeAnswer.OfDialog, cancellationToken);
    }

    private Task<BotReply> MessageBackAsync(
        LocalMember member,
        StoredActivity card,
        JsonObject data,
        JsonObject teams,
        CancellationToken cancellationToken)
    {
        data.Remove("msteams");
        JsonNode? value = teams["value"]?.DeepClone();
        if (value is JsonObject properties)
        {
            foreach ((string name, JsonNode? input) in data)
            {
                properties[name] = input?.DeepClone();
            }
        }

        value ??= data;
        string? text = teams.Text("text");
        return teams.Text("displayText") is { Length: > 0 } shown
            ? messages.PostForCardAsync(member, card, shown, text, value, cancellationToken)
            : bot.TellAsync(Silent(member, card, text, value), cancellationToken);
    }

    private bool HasBot(StoredActivity card) =>
        conversations.Places.Find(card.Conversation) is { } place && conversations.Places.HasBot(place);

    private JsonObject Silent(LocalMember member, StoredActivity card, string? text, JsonNode value)
    {
        JsonObject message = activities.Make("message", id: null, member, card.Reference);
        SetIfAny(message, "text", text);
        message["replyToId"] = card.Id;
        message["value"] = value;
        message.Child("channelData")!["source"] = new JsonObject { ["name"] = "message" };
        return message;
    }

    private JsonObject Invoke(string name, LocalMember member, StoredActivity card)
    {
        JsonObject invoke = activities.Make("invoke", id: null, member, card.Reference);
        invoke["name"] = name;
        invoke.Child("channelData")!["source"] = new JsonObject { ["name"] = "message" };
        return invoke;
    }

    private static JsonObject DialogValue(JsonObject data, string? theme) => new() { ["data"] = data, ["context"] = Theme.Context(theme) };

    private static void SetIfAny(JsonObject target, string name, string? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }
}
