using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>Which walk's recommendation a dialog is about.</summary>
internal static class WalkChoice
{
    /// <summary>Reads a walk's number; when none is named the only one whose recommendation waits.</summary>
    /// <param name="subject">What was written; empty for no walk in particular.</param>
    /// <param name="partnership">The state.</param>
    /// <param name="phrases">The ways to write the command that begins the dialog.</param>
    /// <param name="walk">The walk.</param>
    /// <returns>Why no walk is meant; nothing when one was found.</returns>
    public static DialogStart.NotNow? Read(string subject, Partnership partnership, string phrases, out WalkNumber walk)
    {
        if (WalkNumber.TryParse(subject, CultureInfo.InvariantCulture, out walk))
        {
            return partnership.FindWalk(walk) is null ? new DialogStart.NotNow(RefusalText.For(new NoSuchWalk(walk), partnership)) : null;
        }

        WalkNumber[] waiting = [.. DecisionStanding.Waiting(partnership)];
        if (waiting is [var only] && subject.Length == 0)
        {
            walk = only;
            return null;
        }

        return new DialogStart.NotNow(waiting.Length == 0
            ? DecisionTexts.NothingToConfirm
            : Word.Fill(DecisionTexts.WhichWalkFor, phrases.Split('|')[0], waiting[0]));
    }
}
