namespace PledgeBot.Teams.Cards;

/// <summary>Where content lies from side to side.</summary>
public static class HorizontalAlignment
{
    /// <summary>To the left.</summary>
    public const string Left = "Left";

    /// <summary>In the middle.</summary>
    public const string Center = "Center";

    /// <summary>To the right.</summary>
    public const string Right = "Right";
}
