namespace PledgeBot.Teams.Cards;

/// <summary>The sizes of text.</summary>
public static class TextSize
{
    /// <summary>Smaller than the body.</summary>
    public const string Small = "Small";

    /// <summary>The body.</summary>
    public const string Default = "Default";

    /// <summary>A little larger than the body.</summary>
    public const string Medium = "Medium";

    /// <summary>A heading.</summary>
    public const string Large = "Large";

    /// <summary>A large figure.</summary>
    public const string ExtraLarge = "ExtraLarge";
}
