namespace PledgeBot.Teams.Cards;

/// <summary>The widths of a card in Teams.</summary>
public static class CardWidth
{
    /// <summary>As wide as the conversation.</summary>
    public const string Full = "full";
}
