namespace PledgeBot.Teams.Connector.Calls;

/// <summary>So many calls in so long a time, wherever that time begins.</summary>
/// <param name="Calls">The most calls; at least one.</param>
/// <param name="Length">The time.</param>
internal readonly record struct RateWindow(int Calls, TimeSpan Length);
