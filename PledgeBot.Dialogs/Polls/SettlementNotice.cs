using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Draws what an authorised member is told when a coordinator has recorded what they chose for their party.</summary>
internal static class SettlementNotice
{
    /// <summary>Draws the notice; nothing if nobody recorded it.</summary>
    /// <param name="partnership">The state.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="said">What the party said last; nothing if it has said nothing.</param>
    public static DrawnCard? Draw(Partnership partnership, Poll poll, SettlementProposed? said)
    {
        if (said?.Recorded is not { } recorded)
        {
            return null;
        }

        string what = Word.Fill(
            PollTexts.SettleNoticeWhat,
            recorded.RecorderTitle,
            Word.For(said.Party),
            PollLines.Names(said.Chosen),
            poll.Walk,
            PollCard.LocalityOf(poll, partnership),
            Word.For(recorded.Manner),
            Word.For(recorded.Day));
        return new DrawnCard(
            CardFrame.Of(
                what,
                [Line.Heading(PollTexts.SettleNoticeTitle), Line.Of(what), Line.Below(Word.Fill(PollTexts.SettleNoticeNext, recorded.RecorderTitle))],
                [CommandButton.For(PollTexts.NoticeShow, $"{PollTexts.CommandShow.Split('|')[0]} {poll.Walk}")]),
            what);
    }
}
