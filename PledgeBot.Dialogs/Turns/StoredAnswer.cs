using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Keeps the answer to a request, so that the same request gets the same answer.</summary>
internal static class StoredAnswer
{
    /// <summary>Writes an answer; nothing if there was none.</summary>
    public static string? Write(InvokeResponse? answer) =>
        answer is null ? null : JsonSerializer.Serialize(answer, StoredAnswerJson.Default.InvokeResponse);

    /// <summary>Reads an answer; nothing if there was none.</summary>
    public static InvokeResponse? Read(string? stored) =>
        stored is null ? null : JsonSerializer.Deserialize(stored, StoredAnswerJson.Default.InvokeResponse);
}

/// <summary>The generated JSON of stored answers.</summary>
[JsonSerializable(typeof(InvokeResponse))]
internal sealed partial class StoredAnswerJson : JsonSerializerContext;
