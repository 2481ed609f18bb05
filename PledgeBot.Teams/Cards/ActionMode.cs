namespace PledgeBot.Teams.Cards;

/// <summary>Where a button is placed.</summary>
public static class ActionMode
{
    /// <summary>Beside the others.</summary>
    public const string Primary = "primary";

    /// <summary>In the overflow menu.</summary>
    public const string Secondary = "secondary";
}
