using System.Text.Json;

namespace PledgeBot.Teams.Invokes;

/// <summary>The body of an answer about a dialog.</summary>
internal sealed record TaskAnswerBody(TaskAnswerTask Task);

/// <summary>What the dialog does next.</summary>
internal sealed record TaskAnswerTask(string Type, JsonElement Value);
