using System.Text.Json.Nodes;

namespace PledgeBot.LocalTeams.Extension;

/// <summary>A search result that asks the bot for its card when it is chosen.</summary>
internal sealed record ExtensionSelection
{
    /// <inheritdoc cref="ExtensionQuery.Conversation"/>
    public required string Conversation { get; init; }

    /// <inheritdoc cref="ExtensionQuery.Thread"/>
    public string? Thread { get; init; }

    /// <summary>What the preview's <c>tap.value</c> holds.</summary>
    public required JsonObject Value { get; init; }
}
