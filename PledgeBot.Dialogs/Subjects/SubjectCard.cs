using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Subjects;

/// <summary>Draws the card of one kind of subject.</summary>
/// <param name="Kind">The kind of subject.</param>
/// <param name="Draw">
/// Draws the card of the subject with the given key, from the state alone; nothing if there is no such subject. Without a
/// viewer it is the card that everybody gets, which must not hold anything for some eyes only.
/// </param>
internal sealed record SubjectCard(string Kind, Func<string, CardView, DrawnCard?> Draw);

/// <summary>A card, drawn.</summary>
/// <param name="Card">The card.</param>
/// <param name="Summary">What a notification and a screen reader say of it.</param>
/// <param name="Thread">The subject in whose thread it belongs; nothing for a thread of its own.</param>
internal sealed record DrawnCard(AdaptiveCard Card, string Summary, CardSubject? Thread = null);
