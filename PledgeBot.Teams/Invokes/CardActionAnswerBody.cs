using System.Text.Json;

namespace PledgeBot.Teams.Invokes;

/// <summary>The body of an answer to <c>adaptiveCard/action</c>.</summary>
internal sealed record CardActionAnswerBody(int StatusCode, string Type, JsonElement Value);
