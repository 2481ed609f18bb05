using System.Text.Json;

namespace PledgeBot.Teams.Cards;

/// <summary>An element of a type that is not modelled, kept as it came.</summary>
public sealed record UnknownElement : CardElement
{
    /// <summary>Gets the element whole.</summary>
    public required JsonElement Json { get; init; }

    /// <inheritdoc/>
    public override string Type =>
        Json.ValueKind == JsonValueKind.Object
        && Json.TryGetProperty("type", out JsonElement type)
        && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : "";
}
