using System.Text.Json;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Tests.Turns;

/// <summary>What the bot answered to one message or press.</summary>
/// <param name="Text">The sentence; nothing if it was a card.</param>
/// <param name="Shown">The card; nothing if it was a sentence.</param>
/// <param name="Replaced">The card that takes the pressed one's place for everybody who reads the chat later; nothing for none.</param>
internal sealed record Said(string? Text, AdaptiveCard? Shown, AdaptiveCard? Replaced)
{
    /// <summary>Gets the card, which there must be.</summary>
    public AdaptiveCard Card => Shown ?? throw new InvalidOperationException($"There is no card, but: {Text}");

    /// <summary>Gets every word of the answer.</summary>
    public string Words => Text ?? CardJson.WriteString(Card);

    public static Said Read(InvokeResponse? answer, IReadOnlyList<SendWork> sent)
    {
        AdaptiveCard? replaced = sent.Where(message => message.Replaces is not null).Select(CardIn).SingleOrDefault();
        SendWork? message = sent.SingleOrDefault(message => message.Replaces is null);
        if (answer?.Body is not { } body)
        {
            return new Said(message?.Activity.Text, message is null ? null : CardIn(message), replaced);
        }

        // A form's answer lies in "task"; a button's is the body itself.
        JsonElement answered = body.TryGetProperty("task", out JsonElement task) ? task : body;
        JsonElement value = answered.GetProperty("value");
        if (value.TryGetText("code", out string? code))
        {
            throw new InvalidOperationException($"The answer is an error: {code}");
        }

        return value.ValueKind == JsonValueKind.String
            ? new Said(value.GetString(), null, replaced)
            : new Said(null, CardJson.Read(value.TryGetProperty("card", out JsonElement card) ? card.GetProperty("content") : value), replaced);
    }

    private static AdaptiveCard? CardIn(SendWork message) =>
        message.Activity.Attachments is [{ Content: { } content }] ? CardJson.Read(content) : null;
}
