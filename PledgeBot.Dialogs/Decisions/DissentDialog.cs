using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>The dialog for a dissenting opinion. The subject is the walk; not named, the only one whose recommendation waits.</summary>
internal static class DissentDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "decision-dissent";

    private const string Text = "text";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => DecisionTexts.DissentTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => DecisionTexts.CommandDissent.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        if (WalkChoice.Read(subject, partnership, DecisionTexts.CommandDissent, out WalkNumber walk) is { } unknown)
        {
            return unknown;
        }

        if (Trial.Of(turn, new GiveDissent(walk, Trial.Text)) is { } refusal)
        {
            return new DialogStart.NotNow(RefusalText.For(refusal, partnership));
        }

        Dissent? earlier = partnership.Recommendations[walk].Dissents.FirstOrDefault(dissent => dissent.By == turn.Member.Id);
        return new DialogStart.Ready(
            walk.ToString(),
            Word.Fill(DecisionTexts.DissentIntroduction, walk, partnership.FindWalk(walk)!.Locality),
            earlier is null ? Answers.None : Answers.None.With(Text, earlier.Text));
    }

    private static Question[] Ask(TurnContext turn, string subject) =>
        [new TextQuestion(Text, () => DecisionTexts.DissentText, () => DecisionTexts.DissentPrompt, GiveDissent.LongestText)];

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        // The subject was settled by Start, which saving asks again.
        var walk = WalkNumber.Parse(subject, CultureInfo.InvariantCulture);
        return Task.FromResult<DialogEnd>(turn.Do(new GiveDissent(walk, answers[Text])) is { } refusal
            ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), refusal is TextMissing or TextTooLong ? Text : null)
            : new DialogEnd.Saved(Word.Fill(DecisionTexts.DissentSaved, walk)));
    }
}
