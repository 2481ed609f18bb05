using System.Text.Json;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Teams.Invokes;

/// <summary>Makes the answers to <c>adaptiveCard/action</c>.</summary>
/// <remarks>The HTTP status is always 200; the real one stands in the body.</remarks>
public static class CardActionAnswer
{
    /// <summary>Replaces the card, for the one who asked.</summary>
    public static InvokeResponse Card(AdaptiveCard card) => Answer(200, AttachmentContentTypes.AdaptiveCard, CardJson.Write(card));

    /// <summary>Shows a sentence, to the one who asked.</summary>
    public static InvokeResponse Message(string message) =>
        Answer(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToElement(message, TeamsJson.Wire.String));

    /// <summary>Says that the request failed.</summary>
    /// <param name="statusCode">The status in the body, from 400 to 599.</param>
    /// <param name="code">A stable name for the failure.</param>
    /// <param name="message">A sentence for the member.</param>
    /// <remarks>
    /// The client shows an error in red as something that went wrong. What a member can put right ("choose exactly two") is answered
    /// with a card or a message.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 400 to 599.</exception>
    public static InvokeResponse Error(int statusCode, string code, string message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        JsonElement error = JsonSerializer.SerializeToElement(new InvokeError(code, message), Envelopes.Wire.InvokeError);
        return Answer(statusCode, "application/vnd.microsoft.error", error);
    }

    private static InvokeResponse Answer(int statusCode, string type, JsonElement value) =>
        new(200, JsonSerializer.SerializeToElement(new CardActionAnswerBody(statusCode, type, value), Envelopes.Wire.CardActionAnswerBody));
}
