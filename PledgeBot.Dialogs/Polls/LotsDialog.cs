using System.Globalization;
using System.Security.Cryptography;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.Polls;

/// <summary>
/// The dialog in which a coordinator has lots drawn (lottning). The subject is the poll; a walk is settled to its latest poll, and nothing to
/// the only one that waits.
/// </summary>
internal static class LotsDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "poll-lots";

    private const int SeedBytes = 32;
    private const string Sure = "sure";
    private const string Yes = "yes";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => PollTexts.LotsTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => PollTexts.CommandLots.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return Refuse(new DutyNeeded(Duties.Coordinate));
        }

        var reading = UnsettledReading.Read(turn, subject);
        return reading.Unsettled is not { } unsettled ? new DialogStart.NotNow(reading.Sentence)
            : !SettlementButtons.HasLots(unsettled) ? Refuse(new NotTheLastResort(LastResort.Lots))
            : new DialogStart.Ready(
                unsettled.Poll.Id.ToString(),
                Word.Fill(
                    PollTexts.LotsIntroduction,
                    unsettled.Poll.Walk,
                    PollCard.LocalityOf(unsettled.Poll, turn.Partnership),
                    PollLines.Names(unsettled.Among),
                    unsettled.Places),
                Answers.None)
            {
                Written = unsettled.Poll.Walk.ToString(),
            };

        DialogStart.NotNow Refuse(Refusal refusal) => new(RefusalText.For(refusal, turn.Partnership));
    }

    private static Question[] Ask(TurnContext turn, string subject) =>
        [new ChoiceQuestion(Sure, () => PollTexts.LotsSure, () => PollTexts.LotsSurePrompt, [new Choice(Yes, PollTexts.LotsYes)])];

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        var id = PollId.Parse(subject, CultureInfo.InvariantCulture);
        string seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));
        return Task.FromResult<DialogEnd>(turn.Do(new DrawLots(id, seed)) is { } refusal
            ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership))
            : new DialogEnd.Saved(Word.Fill(PollTexts.LotsDrawn, PollLines.Names(turn.Partnership.FindPoll(id)!.Settlement!.Chosen))));
    }
}
