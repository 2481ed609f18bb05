using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>Pictures side by side.</summary>
public sealed record ImageSet : CardElement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "ImageSet";

    /// <summary>Gets the pictures.</summary>
    public IReadOnlyList<Image> Images { get; init => field = value ?? []; } = [];

    /// <summary>Gets the size of each; one of <see cref="Cards.ImageSize"/>.</summary>
    public string? ImageSize { get; init; }
}
