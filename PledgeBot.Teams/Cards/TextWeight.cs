namespace PledgeBot.Teams.Cards;

/// <summary>The weights of text.</summary>
public static class TextWeight
{
    /// <summary>Light.</summary>
    public const string Lighter = "Lighter";

    /// <summary>Normal.</summary>
    public const string Default = "Default";

    /// <summary>Bold.</summary>
    public const string Bolder = "Bolder";
}
