using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Draws what a member is told when a coordinator has declared a conflict of interest for them.</summary>
internal static class ConflictNotice
{
    /// <summary>Draws the notice; nothing if the member has none in the poll.</summary>
    public static DrawnCard? Draw(Partnership partnership, Poll poll, MemberId member)
    {
        if (!poll.Conflicted.Any(entry => entry.Member == member))
        {
            return null;
        }

        string what = Word.Fill(PollTexts.ConflictNoticeWhat, poll.Walk, PollCard.LocalityOf(poll, partnership));
        return new DrawnCard(
            CardFrame.Of(
                what,
                [Line.Heading(PollTexts.ConflictNoticeTitle), Line.Of(what), Line.Below(PollTexts.ConflictNoticeNext)],
                [CommandButton.For(PollTexts.NoticeShow, $"{PollTexts.CommandShow.Split('|')[0]} {poll.Walk}")]),
            what);
    }
}
