using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>Draws a record of decision with a member's own links to it.</summary>
internal static class DecisionRecordCard
{
    private const int ShownDigits = 16;

    /// <summary>Draws it.</summary>
    /// <param name="partnership">The state.</param>
    /// <param name="record">The record.</param>
    /// <param name="page">The address of its page, the member's own; nothing when the bot does not know where it is reached.</param>
    /// <param name="now">The present.</param>
    /// <param name="summary">What the card says in a sentence.</param>
    public static AdaptiveCard Draw(Partnership partnership, DecisionRecord record, Uri? page, DateTimeOffset now, out string summary)
    {
        RecordMatters matters = partnership.MattersOf(record.Walk);
        summary = Word.Fill(DecisionRecordTexts.Title, record.Number);
        var facts = new FactList
        {
            { DecisionRecordTexts.FactWalk, Word.Fill(DecisionRecordTexts.Walk, record.Walk, partnership.FindWalk(record.Walk)!.Locality) },
            { DecisionRecordTexts.FactDecided, DecidedOn(partnership, record) is { } day ? Word.For(day) : null },
            { DecisionRecordTexts.FactMade, Word.For(SwedishTime.DayAt(record.MadeAt)) },
            { DecisionRecordTexts.FactFollows, record.Follows?.ToString() },
            { DecisionRecordTexts.FactDiaryMunicipality, matters.DiaryNumbers.GetValueOrDefault(Party.Municipality) },
            { DecisionRecordTexts.FactDiaryPolice, matters.DiaryNumbers.GetValueOrDefault(Party.Police) },
            { DecisionRecordTexts.FactChecksum, string.Join(' ', record.Checksum[..ShownDigits].Chunk(4).Select(digits => new string(digits))) },
        };
        List<CardElement> body = [Line.Heading(summary), facts.Draw()];
        if (partnership.DecisionRecords.LastOrDefault(later => later.Follows == record.Number) is { } later)
        {
            body.Add(Line.Of(Word.Fill(DecisionRecordTexts.HasLater, later.Number)));
        }

        body.Add(Line.Of(page is null ? DecisionRecordTexts.NoAddress : Word.Fill(DecisionRecordTexts.OwnLinks, Word.For(now + RecordLink.Lifetime))));
        AdaptiveAction[] actions = page is null
            ? []
            :
            [
                new OpenUrlAction { Title = DecisionRecordTexts.OpenPage, Url = page.AbsoluteUri },
                new OpenUrlAction { Title = DecisionRecordTexts.OpenData, Url = page.AbsoluteUri + "/beslut.json" },
            ];
        return CardFrame.Of(summary, body, actions);
    }

    // An earlier record's own decision may have been replaced since.
    private static DateOnly? DecidedOn(Partnership partnership, DecisionRecord record) =>
        partnership.LatestRecordOf(record.Walk) == record && partnership.Recommendations.GetValueOrDefault(record.Walk) is { IsDecided: true } decided
            ? decided.Confirmations.Max(confirmation => confirmation.Day)
            : null;
}
