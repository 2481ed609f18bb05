namespace PledgeBot.Teams.Cards;

/// <summary>The colours of text; the theme decides their shades. Never the only carrier of a meaning.</summary>
public static class TextColor
{
    /// <summary>As the body.</summary>
    public const string Default = "Default";

    /// <summary>Dark.</summary>
    public const string Dark = "Dark";

    /// <summary>Light.</summary>
    public const string Light = "Light";

    /// <summary>The theme's accent.</summary>
    public const string Accent = "Accent";

    /// <summary>All is well.</summary>
    public const string Good = "Good";

    /// <summary>Worth a look.</summary>
    public const string Warning = "Warning";

    /// <summary>Needs action.</summary>
    public const string Attention = "Attention";
}
