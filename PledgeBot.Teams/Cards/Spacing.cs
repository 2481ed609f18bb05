namespace PledgeBot.Teams.Cards;

/// <summary>The distances to the element above.</summary>
public static class Spacing
{
    /// <summary>None.</summary>
    public const string None = "None";

    /// <summary>Small.</summary>
    public const string Small = "Small";

    /// <summary>The normal distance.</summary>
    public const string Default = "Default";

    /// <summary>Medium.</summary>
    public const string Medium = "Medium";

    /// <summary>Large.</summary>
    public const string Large = "Large";

    /// <summary>Very large.</summary>
    public const string ExtraLarge = "ExtraLarge";

    /// <summary>The same as the container's padding.</summary>
    public const string Padding = "Padding";
}
