using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A button that opens a web page.</summary>
public sealed record OpenUrlAction : AdaptiveAction
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Action.OpenUrl";

    /// <summary>Gets the page's address.</summary>
    public required string Url { get; init; }
}
