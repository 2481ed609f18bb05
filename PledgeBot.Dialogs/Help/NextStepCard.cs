using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;

namespace PledgeBot.Dialogs.Help;

/// <summary>Draws a sentence that needs no more, with what can be done next.</summary>
internal static class NextStepCard
{
    /// <summary>Draws the card.</summary>
    public static DrawnCard Draw(string sentence) => new(
        CardFrame.Of(
            sentence,
            [Line.Of(sentence), Line.Subtle(HelpTexts.NextStep)],
            [
                CommandButton.For(HelpTexts.ButtonStatus, HelpTexts.ButtonStatus),
                CommandButton.For(HelpTexts.ButtonHelp, HelpTexts.ButtonHelp),
            ]),
        sentence);
}
