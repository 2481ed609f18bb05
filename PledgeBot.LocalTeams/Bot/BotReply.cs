namespace PledgeBot.LocalTeams.Bot;

/// <summary>What came back when an activity was brought to the bot.</summary>
/// <param name="Status">The HTTP status; <c>null</c> when the bot could not be reached, or not in time.</param>
/// <param name="Body">The body; empty when there was none.</param>
/// <param name="IsTooLate">Whether the bot had the activity and had not answered when patience ended.</param>
internal sealed record BotReply(int? Status, string Body, bool IsTooLate = false)
{
    public static BotReply Unreachable { get; } = new(null, "");

    public static BotReply TooLate { get; } = new(null, "", IsTooLate: true);

    public bool IsSuccess => Status is >= 200 and < 300;
}
