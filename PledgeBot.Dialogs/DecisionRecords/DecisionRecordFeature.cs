using System.Globalization;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>The records of decision: any member gets a link of their own to one, in their own chat.</summary>
/// <param name="address">Where the pages are; none when the host has none.</param>
internal sealed class DecisionRecordFeature(IPublicAddress? address = null) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => DecisionRecordTexts.Command, () => DecisionRecordTexts.CommandHelp, ShowAsync) { Argument = () => DecisionRecordTexts.CommandArgument },
    ];

    private Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        if (Find(turn.Partnership, typed) is { } record)
        {
            Show(turn, record);
        }
        else
        {
            DecisionRecording.Schedule(turn.Records, turn.Now);
            turn.Say(WhyNone(turn.Partnership, typed));
        }

        return Task.CompletedTask;
    }

    private void Show(TurnContext turn, DecisionRecord record)
    {
        // A link in the channel would be everybody's, and the record may say who voted for what.
        if (!turn.IsPersonal || turn.IsAway)
        {
            turn.Say(Word.Fill(DecisionRecordTexts.AskAlone, record.Number));
            return;
        }

        Uri? page = null;
        if (address?.Find() is { } pages)
        {
            string token = RecordLink.Make(turn.Records, record.Number, turn.Member.Id, turn.Now);
            page = new Uri(pages, DecisionRecordLinks.PathOf(turn.Partnership.Id, record.Number, token));
        }

        AdaptiveCard card = DecisionRecordCard.Draw(turn.Partnership, record, page, turn.Now, out string summary);
        turn.Show(card, summary);
    }

    /// <summary>Finds the record that is meant: by its number, by its walk, or the only one there is.</summary>
    private static DecisionRecord? Find(Partnership partnership, string typed)
    {
        if (RecordNumber.TryParse(typed, CultureInfo.InvariantCulture, out RecordNumber number))
        {
            return partnership.DecisionRecords.FirstOrDefault(record => record.Number == number);
        }

        if (typed.Length == 0)
        {
            return partnership.DecisionRecords.Select(record => record.Walk).Distinct().Count() == 1 ? partnership.DecisionRecords[^1] : null;
        }

        return WalkNumber.TryParse(typed, CultureInfo.InvariantCulture, out WalkNumber walk) ? partnership.LatestRecordOf(walk) : null;
    }

    private static string WhyNone(Partnership partnership, string typed)
    {
        if (WalkNumber.TryParse(typed, CultureInfo.InvariantCulture, out WalkNumber walk) && partnership.FindWalk(walk) is not null)
        {
            bool isBeingMade = partnership.DueRecords.Any(due => due.Walk == walk) && DecisionRecordDraft.CanBeMade(partnership, walk);
            return Word.Fill(isBeingMade ? DecisionRecordTexts.BeingMade : DecisionRecordTexts.NotDecidedYet, walk);
        }

        if (partnership.DecisionRecords.IsEmpty)
        {
            return DecisionRecordTexts.None;
        }

        // Of each walk the latest; beyond the newest ten one asks by walk.
        string[] latest =
        [
            .. partnership.DecisionRecords
                .Where(record => partnership.LatestRecordOf(record.Walk) == record)
                .TakeLast(10)
                .Select(record => Word.Fill(DecisionRecordTexts.RecordOfWalk, record.Number, record.Walk)),
        ];
        return Word.Fill(DecisionRecordTexts.Which, Word.List(latest), partnership.DecisionRecords[^1].Walk);
    }
}
