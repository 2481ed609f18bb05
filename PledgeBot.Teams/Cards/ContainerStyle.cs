namespace PledgeBot.Teams.Cards;

/// <summary>
/// The backgrounds of containers, columns and cells; the theme decides their shades. Never the only carrier of a meaning.
/// </summary>
public static class ContainerStyle
{
    /// <summary>None.</summary>
    public const string Default = "default";

    /// <summary>Set off from the rest.</summary>
    public const string Emphasis = "emphasis";

    /// <summary>The theme's accent.</summary>
    public const string Accent = "accent";

    /// <summary>All is well.</summary>
    public const string Good = "good";

    /// <summary>Worth a look.</summary>
    public const string Warning = "warning";

    /// <summary>Needs action.</summary>
    public const string Attention = "attention";
}
