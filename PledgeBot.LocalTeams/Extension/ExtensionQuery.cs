using System.Text.Json.Nodes;

namespace PledgeBot.LocalTeams.Extension;

/// <summary>A search in the message extension.</summary>
internal sealed record ExtensionQuery
{
    /// <summary>The conversation where the member writes.</summary>
    public required string Conversation { get; init; }

    /// <summary>The thread there; <c>null</c> in a chat, and where a thread would begin.</summary>
    public string? Thread { get; init; }

    public required string CommandId { get; init; }

    /// <summary>What was typed, by parameter name; <c>null</c> for the run that comes before anything is typed.</summary>
    public JsonObject? Parameters { get; init; }

    /// <summary>How many results to pass over.</summary>
    public int Skip { get; init; }
}
