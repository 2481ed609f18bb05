namespace PledgeBot.LocalTeams.Chat;

/// <summary>A message that a member writes on the page.</summary>
internal sealed record PostedMessage
{
    /// <summary>The channel or the member's own chat; a thread belongs in <see cref="Thread"/>.</summary>
    public required string Conversation { get; init; }

    /// <summary>The thread to answer in; <c>null</c> begins one in the channel.</summary>
    public string? Thread { get; init; }

    /// <summary>What the member wrote; can be empty when there is a picture.</summary>
    public string? Text { get; init; }

    /// <summary>Ids of pictures that were uploaded before; at most ten.</summary>
    public IReadOnlyList<string>? Images { get; init; }
}
