namespace PledgeBot.Teams.Cards;

/// <summary>The looks of a choice.</summary>
public static class ChoiceInputStyle
{
    /// <summary>A drop-down list.</summary>
    public const string Compact = "compact";

    /// <summary>Radio buttons or check boxes.</summary>
    public const string Expanded = "expanded";

    /// <summary>A drop-down list that can be searched; one choice only.</summary>
    public const string Filtered = "filtered";
}
