using System.Text.Json.Nodes;

namespace PledgeBot.LocalTeams.Extension;

/// <summary>An action of the message extension: its dialog is asked for, or submitted.</summary>
internal sealed record ExtensionTask
{
    /// <inheritdoc cref="ExtensionQuery.Conversation"/>
    public required string Conversation { get; init; }

    /// <inheritdoc cref="ExtensionQuery.Thread"/>
    public string? Thread { get; init; }

    public required string CommandId { get; init; }

    /// <summary>The message whose menu the action was chosen in; <c>null</c> where a message is written.</summary>
    public string? ActivityId { get; init; }

    /// <summary>A submitted dialog's data.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Input values that are yet to be merged into the data; they win over it.</summary>
    public JsonObject? Inputs { get; init; }

    /// <summary>The page's theme: <c>default</c> (the default), <c>dark</c> or <c>contrast</c>.</summary>
    public string? Theme { get; init; }
}
