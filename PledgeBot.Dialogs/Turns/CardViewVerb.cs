using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Turns;

/// <summary>The verb that draws a subject's card for who asks: the refresh of user-specific views, and "show it to me".</summary>
internal static class CardViewVerb
{
    /// <summary>The verb.</summary>
    public const string Name = "card.view";

    private const string SubjectField = "subject";

    /// <summary>Makes the refresh that gives certain viewers their own view; at most sixty, otherwise nobody automatically (protocol 5.2).</summary>
    public static CardRefresh Refresh(CardSubject subject, string title, IReadOnlyList<string> accounts) => new()
    {
        Action = new ExecuteAction { Title = title, Verb = Name, Data = DataOf(subject) },
        UserIds = accounts.Count <= MostViewers ? accounts : [],
    };

    /// <summary>The most viewers that a card can name.</summary>
    public const int MostViewers = 60;

    /// <summary>Makes the data that names a subject.</summary>
    public static JsonObject DataOf(CardSubject subject) => new() { [SubjectField] = subject.ToString() };

    /// <summary>Reads the subject; nothing if the data has another shape.</summary>
    public static CardSubject? Read(JsonElement data) =>
        data.TryGetProperty(SubjectField, out JsonElement subject) && subject.ValueKind == JsonValueKind.String
            ? CardSubject.Parse(subject.GetString())
            : null;
}
