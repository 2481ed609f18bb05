namespace PledgeBot.LocalTeams.Chat;

/// <summary>The demo clock's present.</summary>
internal sealed record ClockView(DateTimeOffset Now);
