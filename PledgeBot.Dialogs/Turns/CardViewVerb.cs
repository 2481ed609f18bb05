using System.Text.Json;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Reads what a <see cref="ViewButton"/>, or the refresh of a card, asks for.</summary>
internal static class CardViewVerb
{
    /// <summary>Reads the subject; nothing if the data has another shape.</summary>
    public static CardSubject? Read(JsonElement data) =>
        data.TryGetProperty(ViewButton.Subject, out JsonElement subject) && subject.ValueKind == JsonValueKind.String
            ? CardSubject.Parse(subject.GetString())
            : null;
}
