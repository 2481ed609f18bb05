using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.StatusReports;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Promises;

namespace PledgeBot.Dialogs.Promises;

/// <summary>The dialog that records a promise. The subject is empty, or <see cref="InSetUp"/> as the second half of the set-up.</summary>
internal static class PromiseDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "promise";

    /// <summary>The subject when the promise is entered with the rest of the set-up.</summary>
    public const string InSetUp = "set-up";

    private const string Title = "title";
    private const string Commitments = "commitments";
    private const string First = "first";
    private const string Last = "last";
    private const string Signed = "signed";
    private const string Signatories = "signatories";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => PromiseTexts.NewTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => PromiseTexts.CommandNew.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        if (!turn.Partnership.IsCoordinator(turn.Member.Id))
        {
            return new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), turn.Partnership));
        }

        string settled = subject == InSetUp ? InSetUp : "";
        string introduction = settled == InSetUp ? PromiseTexts.NewInSetUp : PromiseTexts.NewIntroduction;
        return new DialogStart.Ready(settled, introduction, Following(turn.Partnership.Promises.LastOrDefault()));
    }

    /// <summary>Most often the next promise begins where the last one ends, and the same people sign it.</summary>
    private static Answers Following(Promise? promise)
    {
        if (promise is null)
        {
            return Answers.None;
        }

        DateOnly first = promise.Period.Last.AddDays(1);
        return Answers.None
            .With(First, DateQuestion.Write(first))
            .With(Last, DateQuestion.Write(first.AddYears(1).AddDays(-1)))
            .With(Signatories, LinesQuestion.Write(promise.Signatories));
    }

    private static Question[] Ask(TurnContext turn, string subject) =>
    [
        new TextQuestion(Title, () => PromiseTexts.Title, () => PromiseTexts.TitlePrompt, GivePromise.LongestTitle),
        new LinesQuestion(
            Commitments,
            () => PromiseTexts.Commitments,
            () => PromiseTexts.CommitmentsPrompt,
            GivePromise.LongestCommitment,
            GivePromise.MostCommitments)
        {
            FormHint = () => PromiseTexts.CommitmentsPrompt,
        },
        new DateQuestion(First, () => PromiseTexts.First, () => PromiseTexts.FirstPrompt),
        new DateQuestion(Last, () => PromiseTexts.Last, () => PromiseTexts.LastPrompt),
        new DateQuestion(Signed, () => PromiseTexts.FactSigned, () => PromiseTexts.SignedPrompt),
        new LinesQuestion(
            Signatories,
            () => PromiseTexts.Signatories,
            () => PromiseTexts.SignatoriesPrompt,
            GivePromise.LongestSignatory,
            GivePromise.MostSignatories)
        {
            FormHint = () => PromiseTexts.SignatoriesPrompt,
        },
    ];

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken) =>
        Task.FromResult(Save(turn, subject, answers));

    private static DialogEnd Save(TurnContext turn, string subject, Answers answers)
    {
        DateOnly first = DateQuestion.Parse(answers[First]);
        DateOnly last = DateQuestion.Parse(answers[Last]);
        if (last < first)
        {
            return new DialogEnd.Refused(Word.Fill(PromiseTexts.LastBeforeFirst, Word.For(last), Word.For(first)), Last);
        }

        var period = new PromisePeriod(first, last);
        var command = new GivePromise(
            answers[Title],
            LinesQuestion.Parse(answers[Commitments]),
            period,
            DateQuestion.Parse(answers[Signed]),
            LinesQuestion.Parse(answers[Signatories]));
        if (turn.Do(command) is { } refusal)
        {
            return new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), QuestionOf(refusal));
        }

        string text = subject == InSetUp ? PromiseTexts.SavedInSetUp : PromiseTexts.Saved;
        return new DialogEnd.Saved(Word.Fill(text, turn.Partnership.Promises[^1].Title, PeriodLines.Period(period)));
    }

    private static string? QuestionOf(Refusal refusal) => refusal switch
    {
        TextMissing { Field: TextField.PromiseTitle } or TextTooLong { Field: TextField.PromiseTitle } => Title,
        TextMissing { Field: TextField.Commitment } or TextTooLong { Field: TextField.Commitment } or TooManyCommitments => Commitments,
        TextMissing { Field: TextField.Signatory } or TextTooLong { Field: TextField.Signatory } or TooManySignatories => Signatories,
        _ => null,
    };
}
