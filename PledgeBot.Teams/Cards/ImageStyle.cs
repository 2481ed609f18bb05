namespace PledgeBot.Teams.Cards;

/// <summary>The shapes of pictures.</summary>
public static class ImageStyle
{
    /// <summary>As it is.</summary>
    public const string Default = "Default";

    /// <summary>Cropped to a circle.</summary>
    public const string Person = "Person";
}
