using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Walks;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>The dialog that corrects a record of decision. The subject is the walk; not named, the one with the latest record.</summary>
internal static class CorrectionDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "record-correct";

    private const string Text = "text";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => DecisionTexts.CorrectTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => DecisionTexts.CommandCorrect.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        WalkNumber? latest = partnership.DecisionRecords.LastOrDefault()?.Walk;
        switch (WalkReading.Read(subject, partnership, walks => walks.FirstOrDefault(walk => walk.Number == latest), DecisionTexts.CorrectNone))
        {
            case WalkReading.None none:
                return new DialogStart.NotNow(none.Sentence);
            case WalkReading.Found { Walk: var walk }:
                return Trial.Of(turn, new CorrectRecord(walk.Number, Trial.Text)) is { } refusal
                    ? new DialogStart.NotNow(RefusalText.For(refusal, partnership))
                    : new DialogStart.Ready(
                        walk.Number.ToString(),
                        Word.Fill(DecisionTexts.CorrectIntroduction, partnership.LatestRecordOf(walk.Number)!.Number, walk.Number, walk.Locality),
                        Answers.None);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Question[] Ask(TurnContext turn, string subject) =>
        [new TextQuestion(Text, () => DecisionTexts.CorrectText, () => DecisionTexts.CorrectPrompt, CorrectRecord.LongestText)];

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        // The subject was settled by Start, which saving asks again.
        var walk = WalkNumber.Parse(subject, CultureInfo.InvariantCulture);
        return Task.FromResult<DialogEnd>(turn.Do(new CorrectRecord(walk, answers[Text])) is { } refusal
            ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), refusal is TextMissing or TextTooLong ? Text : null)
            : new DialogEnd.Saved(Word.Fill(DecisionTexts.CorrectSaved, turn.Partnership.LatestRecordOf(walk)!.Number)));
    }
}
