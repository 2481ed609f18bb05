using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Questions;

/// <summary>Where a member is in a dialog, as it is remembered between turns. A member has one, the latest.</summary>
/// <remarks>It is as large as its answers at the most, and each question bounds its own.</remarks>
/// <param name="Dialog">The dialog's name.</param>
/// <param name="Subject">What it is about, settled.</param>
/// <param name="Run">Tells this dialog from the member's earlier ones, whose cards are still in the chat.</param>
/// <param name="Revision">Counts the moves, so that a card of an earlier step changes nothing.</param>
/// <param name="At">When the last move was made.</param>
/// <param name="Answers">The answers so far.</param>
/// <param name="Question">The question that waits for an answer; nothing while the answers are checked, and when it has ended.</param>
/// <param name="Returns">Whether an answer leads straight back to where something is missing, or to the check of the answers.</param>
/// <param name="Ended">What was said at the end; nothing while it goes on.</param>
internal sealed record DialogState(
    string Dialog,
    string Subject,
    Guid Run,
    int Revision,
    DateTimeOffset At,
    ImmutableDictionary<string, string> Answers,
    string? Question,
    bool Returns,
    string? Ended)
{
    /// <summary>Names what is remembered about a member's dialog.</summary>
    public static MemoryKey KeyOf(MemberId member) => new("dialog", member.ToString());

    /// <summary>Reads what was remembered; nothing if the member has had no dialog.</summary>
    public static DialogState? Read(string? remembered) =>
        remembered is null ? null : JsonSerializer.Deserialize(remembered, QuestionsJson.Default.DialogState);

    /// <summary>Writes what is to be remembered.</summary>
    public string Write() => JsonSerializer.Serialize(this, QuestionsJson.Default.DialogState);
}

/// <summary>The generated JSON of dialogs half way.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DialogState))]
internal sealed partial class QuestionsJson : JsonSerializerContext;
