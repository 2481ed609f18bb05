using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>Draws what a member is told when a coordinator has recorded that they returned a proposal.</summary>
internal static class RecordedReturnNotice
{
    /// <summary>Draws the notice of a return; nothing if nobody recorded it.</summary>
    public static DrawnCard? Draw(Partnership partnership, ReturnedProposal? returned)
    {
        if (returned?.Recorded is not { } recorded)
        {
            return null;
        }

        string what = Word.Fill(
            DecisionTexts.NoticeReturnWhat,
            recorded.RecorderTitle,
            returned.Reference,
            partnership.Proposals[returned.Reference].Suggestion,
            Word.For(returned.Party),
            Word.For(recorded.Manner),
            Word.For(recorded.Day));
        return new DrawnCard(
            CardFrame.Of(
                what,
                [
                    Line.Heading(DecisionTexts.NoticeReturnTitle),
                    Line.Of(what),
                    Line.Of(Word.Fill(DecisionTexts.NoticeReturnReason, returned.Reason)),
                    Line.Below(Word.Fill(DecisionTexts.NoticeReturnNext, recorded.RecorderTitle)),
                    Line.Subtle(DecisionTexts.NoticeReturnWhy),
                ],
                [CommandButton.For(DecisionTexts.NoticeShow, $"{DecisionTexts.CommandShow.Split('|')[0]} {returned.Reference.Walk}")]),
            what);
    }
}
