namespace PledgeBot.Teams.Cards;

/// <summary>The roles of text.</summary>
public static class TextStyle
{
    /// <summary>Running text.</summary>
    public const string Default = "default";

    /// <summary>A heading, announced as such by a screen reader.</summary>
    public const string Heading = "heading";

    /// <summary>The heading of a table column.</summary>
    public const string ColumnHeader = "columnHeader";
}
