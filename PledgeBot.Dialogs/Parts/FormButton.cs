using System.Text.Json.Nodes;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Parts;

/// <summary>A button that opens a guided dialog as one form.</summary>
internal static class FormButton
{
    /// <summary>The verb that the button sends.</summary>
    public const string Verb = "form.open";

    /// <summary>The name of the dialog's name in the button's data.</summary>
    public const string Dialog = "dialog";

    /// <summary>The name of the dialog's subject in the button's data.</summary>
    public const string Subject = "subject";

    /// <summary>Makes the button.</summary>
    /// <param name="title">Its words.</param>
    /// <param name="dialog">The dialog's name.</param>
    /// <param name="subject">What the dialog is about: a walk's number, a reference, or empty.</param>
    public static SubmitAction For(string title, string dialog, string subject) =>
        SubmitAction.OpenTask(title, Verb, new JsonObject { [Dialog] = dialog, [Subject] = subject });
}
