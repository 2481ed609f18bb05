namespace PledgeBot.LocalTeams.Bot;

/// <summary>What came back when an activity was brought to the bot.</summary>
/// <param name="Status">The HTTP status; <c>null</c> when the bot could not be reached in time.</param>
/// <param name="Body">The body; empty when there was none.</param>
internal sealed record BotReply(int? Status, string Body)
{
    public static BotReply Unreachable { get; } = new(null, "");

    public bool IsSuccess => Status is >= 200 and < 300;
}
