using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A button whose press is answered with a card or a message: the request <c>adaptiveCard/action</c>.</summary>
public sealed record ExecuteAction : AdaptiveAction
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Action.Execute";

    /// <summary>Gets what is asked for. Without it Teams never sends the press, whatever the schema says.</summary>
    public required string Verb { get; init; }

    /// <summary>
    /// Gets what goes with the press; the inputs' values are added to it. It comes back from the client: ids to look up, never facts.
    /// </summary>
    public JsonObject? Data { get; init; }

    /// <summary>Gets which inputs go with the press; one of <see cref="Cards.AssociatedInputs"/>.</summary>
    public string? AssociatedInputs { get; init; }

    /// <summary>The same button, which an older client shows as a <see cref="SubmitAction"/> with the verb in <c>data.verb</c>.</summary>
    public ExecuteAction WithSubmitFallback() => this with
    {
        Fallback = new SubmitAction
        {
            Title = Title,
            Style = Style,
            Tooltip = Tooltip,
            AssociatedInputs = AssociatedInputs,
            Data = SubmitAction.WithVerb(Data, Verb),
        },
    };
}
