using System.Text.Json.Nodes;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>The client's looks, which Teams tells the bot when a dialog is opened.</summary>
internal static class Theme
{
    /// <summary>Gives the <c>context</c> of a dialog's invoke: <c>default</c>, <c>dark</c> or <c>contrast</c>.</summary>
    public static JsonObject Context(string? theme) => new() { ["theme"] = theme is "dark" or "contrast" ? theme : "default" };
}
