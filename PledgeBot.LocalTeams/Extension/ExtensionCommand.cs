using System.Text.Json.Serialization;

namespace PledgeBot.LocalTeams.Extension;

/// <summary>A command of the app's message extension, with the properties that the manifest gives it.</summary>
/// <param name="Id">Its id, at most 64 characters.</param>
/// <param name="Title">What members see, at most 32 characters.</param>
/// <param name="Type">Whether it searches or does something.</param>
public sealed record ExtensionCommand(string Id, string Title, ExtensionCommandType Type)
{
    /// <summary>What a search asks for: 1 to 5 parameters. The page shows a box for the first. Empty for an action that fetches its dialog.</summary>
    public IReadOnlyList<ExtensionParameter> Parameters { get; init; } = [];

    /// <summary>Where the command is offered. Default: where a message is written.</summary>
    public IReadOnlyList<ExtensionContext> Contexts { get; init; } = [ExtensionContext.Compose];

    /// <summary>Whether a search runs once before anything is typed. Default <c>false</c>.</summary>
    public bool InitialRun { get; init; }
}

/// <summary>Something a search asks for.</summary>
/// <param name="Name">Its name in the request.</param>
/// <param name="Title">What members see.</param>
public sealed record ExtensionParameter(string Name, string Title);

/// <summary>What a command does.</summary>
public enum ExtensionCommandType
{
    /// <summary>Searches, and gives cards to choose from.</summary>
    [JsonStringEnumMemberName("query")]
    Query,

    /// <summary>Opens a dialog that the bot gives (<c>fetchTask</c>).</summary>
    [JsonStringEnumMemberName("action")]
    Action,
}

/// <summary>Where a command is offered.</summary>
public enum ExtensionContext
{
    /// <summary>Where a message is written.</summary>
    [JsonStringEnumMemberName("compose")]
    Compose,

    /// <summary>In Teams' own command box; the page has none.</summary>
    [JsonStringEnumMemberName("commandBox")]
    CommandBox,

    /// <summary>In a message's menu.</summary>
    [JsonStringEnumMemberName("message")]
    Message,
}
