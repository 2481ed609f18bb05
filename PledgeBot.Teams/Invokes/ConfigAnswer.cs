using System.Text.Json;

namespace PledgeBot.Teams.Invokes;

/// <summary>Makes the answer to <c>config/fetch</c> and <c>config/submit</c>, the app's own settings in a team or chat.</summary>
public static class ConfigAnswer
{
    /// <summary>Answers with a sentence.</summary>
    public static InvokeResponse Message(string message) => new(
        200,
        JsonSerializer.SerializeToElement(
            new ConfigAnswerBody("config", new ConfigAnswerConfig("message", message)), Envelopes.Wire.ConfigAnswerBody));
}
