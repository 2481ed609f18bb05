using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A button, or what happens when an element is pressed.</summary>
[JsonConverter(typeof(AdaptiveActionConverter))]
public abstract record AdaptiveAction
{
    /// <summary>Gets a fallback that shows nothing where the action is not understood.</summary>
    public static AdaptiveAction Drop { get; } = new UnknownAction { Json = CardJson.DropValue };

    /// <summary>Gets the action's type on the wire.</summary>
    [JsonPropertyOrder(-1)]
    public abstract string Type { get; }

    /// <summary>Gets the button's id.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the button's words.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the address of the button's icon.</summary>
    public string? IconUrl { get; init; }

    /// <summary>Gets the button's look; one of <see cref="ActionStyle"/>.</summary>
    public string? Style { get; init; }

    /// <summary>Gets where the button is placed; one of <see cref="ActionMode"/>.</summary>
    public string? Mode { get; init; }

    /// <summary>Gets the words shown over the button.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Gets whether the button can be pressed; absent means that it can.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>Gets what is shown where the action is not understood; <see cref="Drop"/> for nothing.</summary>
    public AdaptiveAction? Fallback { get; init; }

    /// <summary>Gets the properties that are not declared.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
