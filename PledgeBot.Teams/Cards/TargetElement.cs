using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>An element that a <see cref="ToggleVisibilityAction"/> shows or hides.</summary>
/// <param name="ElementId">The element's id.</param>
/// <param name="IsVisible">Whether it is shown or hidden; absent to change it each time.</param>
[JsonConverter(typeof(TargetElementConverter))]
public sealed record TargetElement(string ElementId, bool? IsVisible = null)
{
    /// <summary>An element that changes each time.</summary>
    public static implicit operator TargetElement(string elementId) => new(elementId);
}
