using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>How a card is replaced, when it is shown, with the viewer's own.</summary>
/// <remarks>Always give the ids: what Teams does without them depends on the size of the conversation.</remarks>
public sealed record CardRefresh
{
    /// <summary>The most members that Teams refreshes a card for.</summary>
    public const int MostUsers = 60;

    /// <summary>
    /// Gets the action that the client sends by itself. Put only stable keys in its data: after an edit the old data can come.
    /// </summary>
    public required ExecuteAction Action { get; init; }

    /// <summary>Gets the ids (<c>29:…</c>) of the members whose clients do so, at most <see cref="MostUsers"/>; empty for nobody.</summary>
    public IReadOnlyList<string>? UserIds { get; init; }

    /// <summary>Gets the properties that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
