using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Polls;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.Reminders;

/// <summary>Draws what a member who has not answered is reminded with: the poll's own card, so that they can vote at once.</summary>
internal static class ReminderCard
{
    /// <summary>Draws the reminder; nothing when the poll has ended, or the viewer has answered or is not on the list of voters.</summary>
    public static DrawnCard? Draw(Poll poll, CardView view)
    {
        if (view.Viewer is not { } member
            || !poll.IsOpenAt(view.Now)
            || !poll.IsOnRoll(member.Id)
            || view.BoxOf(poll.Id).HasAnswered(member.Id))
        {
            return null;
        }

        string lead = Word.Fill(
            ReminderTexts.Lead, poll.Walk, PollCard.LocalityOf(poll, view.Partnership), Word.For(poll.ClosesAt));
        DrawnCard ballot = PollCard.Draw(poll, view);
        return ballot with
        {
            Card = ballot.Card with
            {
                FallbackText = lead,
                Body = [Line.Heading(ReminderTexts.Title), Line.Of(NoLinks.In(lead)), Line.Subtle(ReminderTexts.Why), .. ballot.Card.Body],
            },
            Summary = lead,
        };
    }
}
