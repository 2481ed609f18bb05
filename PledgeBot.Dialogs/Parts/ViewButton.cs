using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Parts;

/// <summary>A button that shows a subject's card, and the refresh that does the same by itself.</summary>
internal static class ViewButton
{
    /// <summary>The verb that both send.</summary>
    public const string Verb = "card.view";

    /// <summary>The name of the subject in the data.</summary>
    public const string Subject = "subject";

    /// <summary>Makes the button.</summary>
    public static ExecuteAction For(string title, CardSubject subject) => View(subject, title).WithSubmitFallback();

    /// <summary>Makes the refresh by which viewers get their own card.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="accounts">
    /// The accounts whose clients ask by themselves. More than Teams refreshes for means nobody does so, and each viewer
    /// gets the own view with the first press.
    /// </param>
    public static CardRefresh Refresh(CardSubject subject, IReadOnlyList<string> accounts) => new()
    {
        Action = View(subject, null),
        UserIds = accounts.Count <= CardRefresh.MostUsers ? accounts : [],
    };

    private static ExecuteAction View(CardSubject subject, string? title) =>
        new() { Title = title, Verb = Verb, Data = new JsonObject { [Subject] = subject.ToString() } };
}
