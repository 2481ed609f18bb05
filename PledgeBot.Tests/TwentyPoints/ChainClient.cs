namespace PledgeBot.Tests.TwentyPoints;

/// <summary>What kind of Teams client a group uses.</summary>
public enum ChainClient
{
    /// <summary>One that asks for its member's own view of a card before it is pressed.</summary>
    Newest,

    /// <summary>One that never asks, so that its member presses the card that everybody gets.</summary>
    WithoutRefresh,

    /// <summary>One that knows no <c>Action.Execute</c>, and falls back on <c>Action.Submit</c>.</summary>
    Older,
}
