using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Polls;

/// <summary>The buttons for settling what a poll left unsettled, for those who may.</summary>
internal static class SettlementButtons
{
    /// <summary>Gets a viewer's buttons; on the card that everybody gets all of them, since the dialogs know who may.</summary>
    public static IEnumerable<AdaptiveAction> For(Unsettled unsettled, CardView view)
    {
        Poll poll = unsettled.Poll;
        Member? viewer = view.Viewer;
        string subject = poll.Id.ToString();
        bool mayCoordinate = viewer?.Has(Duties.Coordinate) ?? true;
        if (viewer?.Has(Duties.Confirm) ?? true)
        {
            yield return FormButton.For(PollTexts.SettleButton, SettleDialog.Id, subject);
        }

        if (HasCastingVote(unsettled) && (viewer is null || viewer.Id == poll.Rules.Chair))
        {
            yield return FormButton.For(PollTexts.CastingVoteButton, CastingVoteDialog.Id, subject);
        }

        if (mayCoordinate && HasLots(unsettled))
        {
            yield return FormButton.For(PollTexts.LotsButton, LotsDialog.Id, subject);
        }

        if (mayCoordinate)
        {
            yield return FormButton.For(PollTexts.SettleRecordButton, SettleDialog.RecordId, subject);
        }

        if (mayCoordinate && !unsettled.IsTie && poll.RunOffOf is null)
        {
            yield return FormButton.For(PollTexts.StartAgain, PollDialogs.Open, poll.Walk.ToString());
        }
    }

    /// <summary>Gets those whose buttons are their own.</summary>
    public static IEnumerable<MemberId> ConcernedBy(Unsettled unsettled, Partnership partnership) => partnership.Members
        .Where(member => member.Has(Duties.Confirm) || member.Has(Duties.Coordinate) || member.Id == unsettled.Poll.Rules.Chair)
        .Select(member => member.Id);

    /// <summary>Tells whether the chair may settle it.</summary>
    public static bool HasCastingVote(Unsettled unsettled) => unsettled.IsTie && unsettled.Poll.Rules.LastResort == LastResort.CastingVote;

    /// <summary>Tells whether lots may settle it.</summary>
    public static bool HasLots(Unsettled unsettled) => unsettled.IsTie && unsettled.Poll.Rules.LastResort == LastResort.Lots;
}
