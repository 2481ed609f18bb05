using System.Text.Json;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Teams.Invokes;

/// <summary>Makes the answers to <c>task/fetch</c> and <c>task/submit</c>.</summary>
public static class TaskAnswer
{
    /// <summary>Shows a card in the dialog: the first, the next, or the same with what was wrong.</summary>
    /// <param name="title">The dialog's title.</param>
    /// <param name="card">The card.</param>
    /// <param name="width"><c>small</c>, <c>medium</c> or <c>large</c>.</param>
    /// <param name="height"><c>small</c>, <c>medium</c> or <c>large</c>.</param>
    public static InvokeResponse Continue(string title, AdaptiveCard card, string width = "medium", string height = "large") =>
        Answer("continue", JsonSerializer.SerializeToElement(
            new TaskContinuation(title, width, height, Attachment.Of(card)),
            Envelopes.Wire.TaskContinuation));

    /// <summary>Closes the dialog with a sentence.</summary>
    public static InvokeResponse Message(string message) =>
        Answer("message", JsonSerializer.SerializeToElement(message, TeamsJson.Wire.String));

    /// <summary>Closes the dialog; an answer to <c>task/submit</c> only.</summary>
    public static InvokeResponse Close() => InvokeResponse.Ok;

    private static InvokeResponse Answer(string type, JsonElement value) =>
        new(200, JsonSerializer.SerializeToElement(new TaskAnswerBody(new TaskAnswerTask(type, value)), Envelopes.Wire.TaskAnswerBody));
}
