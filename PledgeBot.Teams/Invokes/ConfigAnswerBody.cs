namespace PledgeBot.Teams.Invokes;

/// <summary>The body of an answer about the app's settings.</summary>
internal sealed record ConfigAnswerBody(string ResponseType, ConfigAnswerConfig Config);

/// <summary>What the settings do next.</summary>
internal sealed record ConfigAnswerConfig(string Type, string Value);
