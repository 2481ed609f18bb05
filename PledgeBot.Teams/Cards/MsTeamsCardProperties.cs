using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Cards;

/// <summary>What only Teams understands about a card.</summary>
public sealed record MsTeamsCardProperties
{
    /// <summary>Gets the width; one of <see cref="CardWidth"/>, absent for the normal one.</summary>
    public string? Width { get; init; }

    /// <summary>Gets the mentions whose text occurs in the card.</summary>
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>Gets the properties that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
