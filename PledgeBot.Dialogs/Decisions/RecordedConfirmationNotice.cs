using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>Draws what a member is told when a coordinator has recorded their confirmation.</summary>
internal static class RecordedConfirmationNotice
{
    /// <summary>Draws the notice of a confirmation; nothing if nobody recorded it.</summary>
    public static DrawnCard? Draw(Partnership partnership, WalkNumber walk, Confirmation? confirmation)
    {
        if (confirmation?.Recorded is not { } recorded)
        {
            return null;
        }

        string what = Word.Fill(
            DecisionTexts.NoticeWhat,
            recorded.RecorderTitle,
            walk,
            partnership.FindWalk(walk)!.Locality,
            Word.For(confirmation.Party),
            Word.For(recorded.Manner),
            Word.For(recorded.Day));
        return new DrawnCard(
            CardFrame.Of(
                what,
                [
                    Line.Heading(DecisionTexts.NoticeTitle),
                    Line.Of(what),
                    Line.Below(Word.Fill(DecisionTexts.NoticeNext, recorded.RecorderTitle)),
                    Line.Subtle(DecisionTexts.NoticeWhy),
                ],
                [CommandButton.For(DecisionTexts.NoticeShow, $"{DecisionTexts.CommandShow.Split('|')[0]} {walk}")]),
            what);
    }
}
