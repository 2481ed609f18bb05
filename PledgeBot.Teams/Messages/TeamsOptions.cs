using PledgeBot.Teams.Connector;

namespace PledgeBot.Teams.Messages;

/// <summary>What the host decides about the bot's place in Teams.</summary>
public sealed class TeamsOptions
{
    /// <summary>Gets which connector addresses are believed and called.</summary>
    public required ServiceUrlPolicy ServiceUrls { get; init; }

    /// <summary>Gets the sentence that a member sees when a button's press failed through no fault of theirs.</summary>
    /// <remarks>Is given the activity's locale, such as <c>sv-SE</c>, or null.</remarks>
    public required Func<string?, string> Apology { get; init; }
}
