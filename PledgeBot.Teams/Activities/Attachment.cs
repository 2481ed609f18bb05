using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Teams.Activities;

/// <summary>A card or a file that goes with a message.</summary>
public sealed class Attachment
{
    /// <summary>
    /// Gets or sets the kind; see <see cref="AttachmentContentTypes"/>. What users send is declared loosely: look at the bytes.
    /// </summary>
    public string? ContentType { get; set; }

    /// <summary>Gets or sets where the content can be fetched.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>Gets or sets the content itself: an object for cards, a string for HTML.</summary>
    public JsonElement? Content { get; set; }

    /// <summary>Gets or sets the file's name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the fields that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>Wraps a card.</summary>
    public static Attachment Of(AdaptiveCard card) =>
        new() { ContentType = AttachmentContentTypes.AdaptiveCard, Content = CardJson.Write(card) };
}
