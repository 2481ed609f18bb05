namespace PledgeBot.Teams.Cards;

/// <summary>The looks of buttons.</summary>
public static class ActionStyle
{
    /// <summary>An ordinary button.</summary>
    public const string Default = "default";

    /// <summary>The main choice.</summary>
    public const string Positive = "positive";

    /// <summary>Takes something away.</summary>
    public const string Destructive = "destructive";
}
