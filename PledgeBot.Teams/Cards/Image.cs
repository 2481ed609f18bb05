using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A picture.</summary>
public sealed record Image : CardElement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Image";

    /// <summary>Gets the address: public <c>https</c> without redirects, or a <c>data:</c> address.</summary>
    public required string Url { get; init; }

    /// <summary>Gets what the picture shows, for who cannot see it.</summary>
    public string? AltText { get; init; }

    /// <summary>Gets the size; one of <see cref="ImageSize"/>.</summary>
    public string? Size { get; init; }

    /// <summary>Gets the shape; one of <see cref="ImageStyle"/>.</summary>
    public string? Style { get; init; }

    /// <summary>Gets where the picture lies; one of <see cref="Cards.HorizontalAlignment"/>.</summary>
    public string? HorizontalAlignment { get; init; }

    /// <summary>Gets the width in pixels, such as <c>320px</c>.</summary>
    public string? Width { get; init; }

    /// <summary>Gets the colour behind a transparent picture.</summary>
    public string? BackgroundColor { get; init; }

    /// <summary>Gets what happens when it is pressed.</summary>
    public AdaptiveAction? SelectAction { get; init; }

    /// <summary>Gets what only Teams understands.</summary>
    public MsTeamsImageProperties? MsTeams { get; init; }
}
