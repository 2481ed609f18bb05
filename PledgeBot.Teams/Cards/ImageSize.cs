namespace PledgeBot.Teams.Cards;

/// <summary>The sizes of pictures.</summary>
public static class ImageSize
{
    /// <summary>The picture's own, if it fits.</summary>
    public const string Auto = "Auto";

    /// <summary>As wide as the container.</summary>
    public const string Stretch = "Stretch";

    /// <summary>Small.</summary>
    public const string Small = "Small";

    /// <summary>Medium.</summary>
    public const string Medium = "Medium";

    /// <summary>Large.</summary>
    public const string Large = "Large";
}
