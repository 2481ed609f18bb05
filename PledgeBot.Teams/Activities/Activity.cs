using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Teams.Activities;

/// <summary>One unit of the Activity protocol: a message, an event or a request, in either direction.</summary>
/// <remarks>
/// Everything but <see cref="Type"/> may be missing on the wire. Fields that are not declared here survive a round trip in
/// <see cref="Extra"/>; fields without a value are not written.
/// </remarks>
public sealed class Activity
{
    /// <summary>Gets or sets the type; one of <see cref="ActivityTypes"/>, or one that the receiver does not know and ignores.</summary>
    public string Type { get; set; } = "";

    /// <summary>Gets or sets the id: the message's id for messages, an opaque <c>f:…</c> value for events and requests.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets when the channel received the activity; written in UTC.</summary>
    [JsonConverter(typeof(UtcTimestampConverter))]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>Gets or sets when the sender sent it, with the sender's offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>Gets or sets the sender's time zone, as an IANA name.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Gets or sets the sender's language, such as <c>sv-SE</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>Gets or sets the address of the connector that answers should be sent to.</summary>
    /// <remarks>Comes from outside: every call to it passes <see cref="Connector.ServiceUrlPolicy"/>.</remarks>
    public string? ServiceUrl { get; set; }

    /// <summary>Gets or sets the channel; <c>msteams</c> for Teams.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Gets or sets who sent it.</summary>
    public ChannelAccount? From { get; set; }

    /// <summary>Gets or sets who it is addressed to; the bot, for an incoming activity.</summary>
    public ChannelAccount? Recipient { get; set; }

    /// <summary>Gets or sets where it belongs.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>Gets or sets the message that it answers, or that holds the pressed card. Stamped by the client; can be missing.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>Gets or sets the text, with mentions as <c>&lt;at&gt;…&lt;/at&gt;</c>.</summary>
    public string? Text { get; set; }

    /// <summary>Gets or sets how the text is written: <c>plain</c>, <c>markdown</c> (the channel's default) or <c>xml</c>.</summary>
    public string? TextFormat { get; set; }

    /// <summary>Gets or sets the text of the notification for a message that is only a card.</summary>
    public string? Summary { get; set; }

    /// <summary>Gets or sets cards and files.</summary>
    public List<Attachment>? Attachments { get; set; }

    /// <summary>Gets or sets how several attachments are laid out: <c>list</c> or <c>carousel</c>.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>Gets or sets mentions and facts about the sender's client.</summary>
    public List<Entity>? Entities { get; set; }

    /// <summary>Gets or sets the data of a request, or of a pressed <c>Action.Submit</c>.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>Gets or sets the name of a request or event.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// Gets or sets what an installation update did: <c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.
    /// </summary>
    public string? Action { get; set; }

    /// <summary>Gets or sets what is particular to Teams.</summary>
    public TeamsChannelData? ChannelData { get; set; }

    /// <summary>Gets or sets who came to the conversation; the bot itself when the id is the recipient's.</summary>
    public List<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Gets or sets who left the conversation.</summary>
    public List<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>Gets or sets how answers are wanted; absent or <c>normal</c> means through the connector.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Gets or sets the fields that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>Makes a message of text alone.</summary>
    public static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };

    /// <summary>Makes a message of a card alone.</summary>
    /// <param name="card">The card.</param>
    /// <param name="summary">What the notification says.</param>
    /// <remarks>Never with text beside it: Teams splits such a message in two and gives back no id to update it by.</remarks>
    public static Activity WithCard(AdaptiveCard card, string summary) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Attachments = [Attachment.Of(card)],
    };
}
