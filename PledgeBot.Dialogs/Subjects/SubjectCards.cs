using PledgeBot.Dialogs.Commands;

namespace PledgeBot.Dialogs.Subjects;

/// <summary>Finds who draws the card of a subject.</summary>
internal sealed class SubjectCards(IEnumerable<Feature> features)
{
    private readonly Dictionary<string, SubjectCard> _byKind = features.SelectMany(feature => feature.Cards).ToDictionary(card => card.Kind);

    /// <summary>Draws a subject's card; nothing if there is no such subject.</summary>
    public DrawnCard? Draw(CardSubject subject, CardView view) =>
        _byKind.TryGetValue(subject.Kind, out SubjectCard? card) ? card.Draw(subject.Key, view) : null;
}
