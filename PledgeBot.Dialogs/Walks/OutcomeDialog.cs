using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Walks;

/// <summary>The dialog that marks a walk as carried out. The subject is the walk; not named, the earliest one that waits for it.</summary>
internal static class OutcomeDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "walk-outcome";

    private const string Date = "date";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => WalkTexts.OutcomeTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => WalkTexts.CommandCarriedOut.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        string none = turn.Partnership.Walks.IsEmpty ? WalkTexts.NoWalks : WalkTexts.NoneToCarryOut;
        var reading = WalkReading.Read(subject, turn.Partnership, walks => walks.FirstOrDefault(walk => !walk.IsCarriedOut), none);
        return reading switch
        {
            WalkReading.Found { Walk: { CarriedOut: { } earlier } walk } => Refuse(turn, new WalkAlreadyCarriedOut(walk.Number, earlier.Date)),
            WalkReading.Found { Walk: var walk } when !MayMark(turn, walk) => Refuse(turn, new NotTheLeader()),
            WalkReading.Found { Walk: var walk } => Ready(turn, walk),
            WalkReading.None none2 => new DialogStart.NotNow(none2.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static bool MayMark(TurnContext turn, Walk walk) =>
        walk.Leader == turn.Member.Id || turn.Partnership.IsCoordinator(turn.Member.Id);

    private static DialogStart.NotNow Refuse(TurnContext turn, Refusal refusal) => new(RefusalText.For(refusal, turn.Partnership));

    private static DialogStart.Ready Ready(TurnContext turn, Walk walk)
    {
        DateOnly today = SwedishTime.DayAt(turn.Now);
        return new DialogStart.Ready(
            walk.Number.ToString(),
            Word.Fill(WalkTexts.OutcomeIntroduction, walk.Number, walk.Locality),
            walk.Date <= today ? Answers.None.With(Date, DateQuestion.Write(walk.Date)) : Answers.None);
    }

    private static Question[] Ask(TurnContext turn, string subject) =>
    [
        new DateQuestion(Date, () => WalkTexts.OutcomeDate, () => WalkTexts.OutcomeDatePrompt) { Latest = SwedishTime.DayAt(turn.Now) },
        .. Enum.GetValues<ParticipantGroup>().Select(CountOf),
    ];

    private static CountQuestion CountOf(ParticipantGroup group) => new(
        group.ToString(),
        () => Word.For(group),
        () => Word.Fill(WalkTexts.OutcomeCountPrompt, Word.For(group).ToLower(CultureInfo.CurrentCulture)),
        CarryOutWalk.MostInGroup)
    {
        IsRequired = false,
    };

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        var command = new CarryOutWalk(
            WalkNumber.Parse(subject, CultureInfo.InvariantCulture),
            DateQuestion.Parse(answers[Date]),
            [.. Enum.GetValues<ParticipantGroup>().Select(group => new ParticipantCount(group, CountQuestion.Parse(answers[group.ToString()])))]);
        if (turn.Do(command) is { } refusal)
        {
            return Task.FromResult<DialogEnd>(new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), QuestionOf(refusal)));
        }

        int total = command.Participants.Sum(participants => participants.Count);
        return Task.FromResult<DialogEnd>(new DialogEnd.Saved(Word.Fill(WalkTexts.CarriedOut, command.Walk, WalkLines.Participants(total))));
    }

    private static string? QuestionOf(Refusal refusal) => refusal switch
    {
        DayNotCome or OutsidePromise => Date,
        NoParticipants => ParticipantGroup.Residents.ToString(),
        ParticipantsOutOfRange tooMany => tooMany.Group.ToString(),
        _ => null,
    };
}
