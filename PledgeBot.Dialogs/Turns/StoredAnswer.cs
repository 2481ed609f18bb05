using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Keeps what a request was answered, so that the same request gets the same answer.</summary>
/// <remarks>
/// Of a member's own view of a card only the subject is kept, and the card is drawn anew: a view of a poll holds the member's
/// picks, and picks that were changed since must not be found anywhere.
/// </remarks>
/// <param name="Response">The answer, word for word.</param>
/// <param name="View">The subject whose view was the answer.</param>
internal sealed record StoredAnswer(InvokeResponse? Response, string? View)
{
    /// <summary>Writes an answer; nothing if there was none.</summary>
    public static string? Write(TurnAnswer answer) => answer switch
    {
        { View: { } view } => JsonSerializer.Serialize(new StoredAnswer(null, view.ToString()), StoredAnswerJson.Default.StoredAnswer),
        { Response: { } response } => JsonSerializer.Serialize(new StoredAnswer(response, null), StoredAnswerJson.Default.StoredAnswer),
        _ => null,
    };

    /// <summary>Reads an answer.</summary>
    public static TurnAnswer Read(string? stored)
    {
        StoredAnswer? answer = stored is null ? null : JsonSerializer.Deserialize(stored, StoredAnswerJson.Default.StoredAnswer);
        return new TurnAnswer(answer?.Response, CardSubject.Parse(answer?.View));
    }
}

/// <summary>The generated JSON of stored answers.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredAnswer))]
internal sealed partial class StoredAnswerJson : JsonSerializerContext;
