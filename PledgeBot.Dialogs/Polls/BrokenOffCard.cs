using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Draws a poll that was broken off because a candidate was withdrawn, and where to go on.</summary>
internal static class BrokenOffCard
{
    /// <summary>Draws the poll.</summary>
    public static DrawnCard Draw(Poll poll, ProposalReference withdrawn, CardView view)
    {
        Poll? next = view.Partnership.Polls.SkipWhile(other => other.Id != poll.Id).Skip(1).FirstOrDefault(other => other.Walk == poll.Walk);
        bool isRecommended = next is null && view.Partnership.Recommendations.ContainsKey(poll.Walk);
        string summary = Word.Fill(PollTexts.SummaryBrokenOff, poll.Walk, PollCard.LocalityOf(poll, view.Partnership), withdrawn);
        CardElement[] body =
        [
            Line.Heading(PollLines.TitleOf(poll, view.Partnership)),
            Line.Of(Word.Fill(PollTexts.BrokenOff, withdrawn)),
            Line.Below(PollTexts.BrokenOffVotes),
            .. next is not null ? [Line.Below(PollTexts.BrokenOffAnew)]
                : isRecommended ? [Line.Below(PollTexts.BrokenOffRecommended)]
                : (CardElement[])[],
        ];
        AdaptiveAction[] actions = next is not null ? [ViewButton.For(PollTexts.ShowNewPoll, Subject.Of(next.Id))]
            : isRecommended ? [ViewButton.For(PollTexts.ShowRecommendation, Subject.OfDecision(poll.Walk))]
            : [];
        return new DrawnCard(CardFrame.Of(summary, body, actions, ViewButton.Refresh(Subject.Of(poll.Id), [])), summary);
    }
}
