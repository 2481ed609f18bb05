using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Words how it stands with what a poll left unsettled, and how it was settled.</summary>
internal static class SettlementLines
{
    /// <summary>Gets the lines of a poll's result; none when it left nothing to settle.</summary>
    /// <param name="poll">The poll.</param>
    /// <param name="unsettled">What it has left to settle; nothing when that has been done, or there was nothing.</param>
    /// <param name="partnership">The state.</param>
    public static IEnumerable<CardElement> For(Poll poll, Unsettled? unsettled, Partnership partnership) =>
        poll.Settlement is { } settlement ? [Line.Of(SettledBy(settlement))]
        : unsettled is null ? []
        : [Line.Section(PollTexts.SettleHeading), .. Standing(unsettled, partnership).Select(Line.Below)];

    /// <summary>Gets what there is to choose among, and how many: "Det gäller V1-02 och V1-03. Välj ett av dem."</summary>
    public static string MatterOf(Unsettled unsettled) => string.Join(' ', Word.Fill(PollTexts.SettleAmong, PollLines.Names(unsettled.Among)), HowMany(unsettled));

    /// <summary>Gets how many to choose.</summary>
    public static string HowMany(Unsettled unsettled) => unsettled switch
    {
        { Most: 1 } => PollTexts.SettleOne,
        { Fewest: var fewest, Most: var most } when fewest == most => Word.Fill(PollTexts.SettleExactly, most),
        _ => Word.Fill(PollTexts.SettleRange, unsettled.Fewest, unsettled.Most),
    };

    private static string SettledBy(Settlement settlement)
    {
        string chosen = PollLines.Names(settlement.Chosen);
        return settlement.Way switch
        {
            SettlementWay.Agreement => Word.Fill(PollTexts.SettledByAgreement, chosen),
            SettlementWay.CastingVote => Word.Fill(PollTexts.SettledByCastingVote, settlement.Title, chosen, settlement.Reason),
            _ => Word.Fill(PollTexts.SettledByLots, chosen),
        };
    }

    private static IEnumerable<string> Standing(Unsettled unsettled, Partnership partnership)
    {
        Poll poll = unsettled.Poll;
        yield return Word.Fill(PollTexts.SettleAmong, PollLines.Names(unsettled.Among));
        yield return $"{PollTexts.SettleHow} {HowMany(unsettled)}";
        if (unsettled.IsTie && poll.Rules.LastResort == LastResort.CastingVote)
        {
            yield return partnership.FindMember(poll.Rules.Chair!.Value) is { } chair
                ? Word.Fill(PollTexts.SettleCastingVote, RefusalText.InSentence(chair.Title))
                : PollTexts.SettleCastingVoteGone;
        }
        else if (unsettled.IsTie && poll.Rules.LastResort == LastResort.Lots)
        {
            yield return PollTexts.SettleLots;
        }

        foreach (Party party in Enum.GetValues<Party>())
        {
            yield return SaidBy(party, poll, partnership);
        }
    }

    private static string SaidBy(Party party, Poll poll, Partnership partnership)
    {
        string name = Word.Capital(Word.For(party));
        if (poll.Proposed.FirstOrDefault(proposed => proposed.Party == party) is not { } said)
        {
            string[] titles = [.. partnership.Members.Where(member => member.Party == party && member.Has(Duties.Confirm)).Select(member => member.Title).Distinct()];
            return titles.Length == 0 ? Word.Fill(PollTexts.SettleWaitsForNobody, name) : Word.Fill(PollTexts.SettleWaits, name, Word.List(titles));
        }

        string chosen = PollLines.Names(said.Chosen);
        return said.Recorded is { } recorded
            ? Word.Fill(PollTexts.SettleSaidRecorded, name, chosen, said.Title, Word.For(recorded.Manner), Word.For(recorded.Day), recorded.RecorderTitle)
            : Word.Fill(PollTexts.SettleSaid, name, chosen, said.Title);
    }
}
