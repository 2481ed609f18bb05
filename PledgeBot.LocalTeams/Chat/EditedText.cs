namespace PledgeBot.LocalTeams.Chat;

/// <summary>The new text of a member's message.</summary>
/// <param name="Text">1 to 14,000 characters.</param>
internal sealed record EditedText(string Text);
