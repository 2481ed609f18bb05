using System.Text.Json.Nodes;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Parts;

/// <summary>A button that does what a typed command does.</summary>
internal static class CommandButton
{
    /// <summary>The verb that the button sends.</summary>
    public const string Verb = "command.run";

    /// <summary>The name of the typed command in the button's data.</summary>
    public const string Text = "text";

    /// <summary>Makes the button.</summary>
    /// <param name="title">Its words.</param>
    /// <param name="text">What a member would write instead.</param>
    public static ExecuteAction For(string title, string text) =>
        new ExecuteAction { Title = title, Verb = Verb, Data = new JsonObject { [Text] = text } }.WithSubmitFallback();
}
