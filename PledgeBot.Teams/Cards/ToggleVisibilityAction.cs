using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A button that shows or hides elements of its card, without asking the bot.</summary>
public sealed record ToggleVisibilityAction : AdaptiveAction
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Action.ToggleVisibility";

    /// <summary>Gets the elements.</summary>
    public IReadOnlyList<TargetElement> TargetElements { get; init => field = value ?? []; } = [];
}
