using System.Collections.Immutable;
using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Walks;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>
/// The dialog for the diary numbers of the two authorities. The subject is the walk; not named, the one with the latest
/// recommendation.
/// </summary>
internal static class DiaryDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "decision-diary";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => DecisionTexts.DiaryTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => DecisionTexts.CommandDiary.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), partnership));
        }

        WalkNumber? latest = partnership.Recommendations.Values.MaxBy(recommendation => recommendation.RecommendedAt)?.Walk;
        return WalkReading.Read(subject, partnership, walks => walks.FirstOrDefault(walk => walk.Number == latest), DecisionTexts.DiaryNone) switch
        {
            WalkReading.Found { Walk: var walk } => new DialogStart.Ready(
                walk.Number.ToString(),
                Word.Fill(DecisionTexts.DiaryIntroduction, walk.Number, walk.Locality),
                Given(partnership, walk.Number)),
            WalkReading.None none => new DialogStart.NotNow(none.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Answers Given(Partnership partnership, WalkNumber walk)
    {
        Answers given = Answers.None;
        foreach ((Party party, string number) in partnership.MattersOf(walk).DiaryNumbers)
        {
            given = given.With(party.ToString(), number);
        }

        return given;
    }

    private static Question[] Ask(TurnContext turn, string subject) => [.. Enum.GetValues<Party>().Select(NumberOf)];

    private static TextQuestion NumberOf(Party party) => new(
        party.ToString(),
        () => Word.Fill(DecisionTexts.DiaryNumber, Word.For(party)),
        () => Word.Fill(DecisionTexts.DiaryNumberPrompt, Word.For(party)),
        EnterDiaryNumber.LongestNumber)
    {
        IsRequired = false,
    };

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        // The subject was settled by Start, which saving asks again.
        var walk = WalkNumber.Parse(subject, CultureInfo.InvariantCulture);
        ImmutableArray<EnterDiaryNumber> entries =
            [.. Enum.GetValues<Party>().Select(party => new EnterDiaryNumber(walk, party, answers[party.ToString()])).Where(entry => entry.Number.Length > 0)];
        if (entries.IsEmpty)
        {
            return Task.FromResult<DialogEnd>(new DialogEnd.Refused(
                RefusalText.For(new TextMissing(TextField.DiaryNumber), turn.Partnership), Party.Municipality.ToString()));
        }

        foreach (EnterDiaryNumber entry in entries)
        {
            // Asked of both before either is entered, so that a refusal leaves nothing half done.
            if (Trial.Of(turn, entry) is { } refusal)
            {
                return Task.FromResult<DialogEnd>(new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), entry.Party.ToString()));
            }
        }

        foreach (EnterDiaryNumber entry in entries)
        {
            turn.Do(entry);
        }

        string saved = Word.Fill(
            DecisionTexts.DiarySaved,
            walk,
            Word.List([.. entries.Select(entry => Word.Fill(DecisionTexts.DiaryEntry, Word.For(entry.Party), entry.Number))]));
        bool isDue = turn.Partnership.DueRecords.Any(due => due.Walk == walk);
        return Task.FromResult<DialogEnd>(new DialogEnd.Saved($"{saved} {(isDue ? DecisionTexts.NewRecordComes : DecisionTexts.DiaryComes)}"));
    }
}
