using System.Globalization;
using PledgeBot.Recount.Polls;
using PledgeBot.Recount.Records;

namespace PledgeBot.Recount;

/// <summary>Puts values into the command's texts.</summary>
internal static class Sentence
{
    /// <summary>Fills a text's gaps.</summary>
    /// <param name="text">The text, with a numbered gap for each value.</param>
    /// <param name="values">The values.</param>
    public static string Fill(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);

    /// <summary>Names options, or says that there are none.</summary>
    /// <param name="options">Their references.</param>
    public static string Options(IEnumerable<string> options) =>
        string.Join(", ", options) is { Length: > 0 } names ? names : RecountTexts.None;

    /// <summary>Names a party, as in the middle of a sentence.</summary>
    /// <param name="party">The party.</param>
    public static string PartyName(Party party) => party == Party.Municipality ? RecountTexts.Municipality : RecountTexts.Police;

    /// <summary>Says what came of a poll, as in the middle of a sentence.</summary>
    /// <param name="outcome">What came of it.</param>
    public static string OutcomeName(PollOutcome outcome) => outcome switch
    {
        PollOutcome.Clear => RecountTexts.OutcomeClear,
        PollOutcome.Tie => RecountTexts.OutcomeTie,
        PollOutcome.NotQuorate => RecountTexts.OutcomeNotQuorate,
        _ => RecountTexts.OutcomeNoVotes,
    };

    /// <summary>Names a way to settle, as at the beginning of a sentence.</summary>
    /// <param name="way">The way.</param>
    public static string WayName(SettlementWay way) => way switch
    {
        SettlementWay.Agreement => RecountTexts.Agreement,
        SettlementWay.CastingVote => RecountTexts.CastingVote,
        _ => RecountTexts.DrawnLots,
    };
}
