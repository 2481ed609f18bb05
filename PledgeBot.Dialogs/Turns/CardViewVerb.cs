using System.Text.Json;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Reads what a <see cref="ViewButton"/>, or the refresh of a card, asks for.</summary>
internal static class CardViewVerb
{
    /// <summary>Reads the subject; nothing if the data has another shape.</summary>
    public static CardSubject? Read(JsonElement data) =>
        data.TryGetText(ViewButton.Subject, out string? subject) ? CardSubject.Parse(subject) : null;
}
