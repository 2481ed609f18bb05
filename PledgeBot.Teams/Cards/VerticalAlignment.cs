namespace PledgeBot.Teams.Cards;

/// <summary>Where content lies from top to bottom.</summary>
public static class VerticalAlignment
{
    /// <summary>At the top.</summary>
    public const string Top = "Top";

    /// <summary>In the middle.</summary>
    public const string Center = "Center";

    /// <summary>At the bottom.</summary>
    public const string Bottom = "Bottom";
}
