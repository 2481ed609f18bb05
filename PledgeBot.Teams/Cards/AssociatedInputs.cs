namespace PledgeBot.Teams.Cards;

/// <summary>Which inputs go with a press.</summary>
public static class AssociatedInputs
{
    /// <summary>All of the card's inputs, checked first; the default.</summary>
    public const string Auto = "auto";

    /// <summary>None, and nothing is checked: for buttons such as cancel.</summary>
    public const string None = "none";
}
