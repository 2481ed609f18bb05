using System.Security;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Activities;

/// <summary>Something said about a message: who is mentioned in it, or what client it was written with.</summary>
public sealed class Entity
{
    /// <summary>Gets or sets the kind; see <see cref="EntityTypes"/>.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the part of the message's text that is the mention, verbatim.</summary>
    public string? Text { get; set; }

    /// <summary>Gets or sets who is mentioned. The id counts; the writer can edit the name.</summary>
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>Gets or sets the fields that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>Makes a mention; its <see cref="Text"/> must occur verbatim in the text of the message or card.</summary>
    /// <param name="id">The member's id in the channel, Entra object id or user principal name.</param>
    /// <param name="name">The name to show.</param>
    public static Entity Mention(string id, string name) => new()
    {
        Type = EntityTypes.Mention,
        Text = $"<at>{SecurityElement.Escape(name)}</at>",
        Mentioned = new ChannelAccount { Id = id, Name = name },
    };
}
