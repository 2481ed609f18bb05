namespace PledgeBot.Teams.Cards;

/// <summary>A question in a card. Its value comes back under its <see cref="CardElement.Id"/> with the press of a button.</summary>
/// <remarks>What the client checks is a courtesy: whoever receives the value checks it again.</remarks>
public abstract record CardInput : CardElement
{
    /// <summary>Gets the question, which a screen reader announces.</summary>
    public string? Label { get; init; }

    /// <summary>Gets whether the client demands an answer.</summary>
    public bool? IsRequired { get; init; }

    /// <summary>Gets what the client says when the answer is missing or wrong.</summary>
    public string? ErrorMessage { get; init; }
}
