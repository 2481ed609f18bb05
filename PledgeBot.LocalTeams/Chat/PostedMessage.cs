using System.Text.Json.Nodes;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>A message that a member writes on the page.</summary>
internal sealed record PostedMessage
{
    /// <summary>The channel or chat; a thread belongs in <see cref="Thread"/>.</summary>
    public required string Conversation { get; init; }

    /// <summary>The thread to answer in; <c>null</c> begins one in a channel.</summary>
    public string? Thread { get; init; }

    /// <summary>What the member wrote; can be empty when there is something else. Two asterisks on each side make words bold.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the message mentions the bot, which hears nothing else in a channel or group chat; <c>null</c> means that it does.</summary>
    public bool? Mention { get; init; }

    /// <summary>Ids of pictures that were uploaded before; at most ten.</summary>
    public IReadOnlyList<string>? Images { get; init; }

    /// <summary>Files that were uploaded before; at most ten, and only in the personal chat, as in Teams.</summary>
    public IReadOnlyList<PostedFile>? Files { get; init; }

    /// <summary>Cards that the message extension gave, at most ten; a message with one mentions nobody.</summary>
    public JsonArray? Cards { get; init; }
}

/// <summary>A file in a message.</summary>
/// <param name="Id">The id under which it was uploaded.</param>
/// <param name="Name">Its name, 1 to 200 characters.</param>
internal sealed record PostedFile(string Id, string Name);
