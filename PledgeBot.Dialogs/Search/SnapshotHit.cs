using PledgeBot.Dialogs.Measures;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Proposals;
using PledgeBot.Dialogs.Walks;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Search;

/// <summary>Shows what was found: a line in the list of hits, and the card that is inserted when it is chosen.</summary>
/// <param name="partnership">The state.</param>
/// <param name="now">The present.</param>
internal sealed class SnapshotHit(Partnership partnership, DateTimeOffset now)
{
    private const int LongestTitle = 80;
    private const int LongestText = 120;

    private readonly SnapshotCard _cards = new(partnership, now);

    /// <summary>Shows a walk.</summary>
    public ComposeHit Of(Walk walk) => Hit(
        Word.Fill(SearchTexts.TitleWalk, walk.Number, walk.Locality),
        Word.Fill(
            SearchTexts.LineWalk,
            Word.Capital(Word.Fill(walk.IsCarriedOut ? WalkTexts.ListCarriedOut : WalkTexts.ListPlanned, Word.For(walk.HeldOn))),
            WalkLines.Proposals(partnership.ProposalsOf(walk.Number).Count())),
        _cards.Draw(walk));

    /// <summary>Shows a proposal that is not a measure.</summary>
    public ComposeHit Of(Proposal proposal) => Hit(
        Word.Fill(SearchTexts.TitleProposal, proposal.Reference, proposal.Place),
        Word.Fill(SearchTexts.LineProposal, ProposalLines.Assessment(proposal), proposal.Suggestion),
        _cards.Draw(proposal));

    /// <summary>Shows a measure.</summary>
    public ComposeHit Of(Measure measure) => Hit(
        Word.Fill(SearchTexts.TitleMeasure, measure.Reference, measure.Suggestion),
        measure.Closure is { } closure
            ? Word.Fill(MeasureTexts.LineEnded, StatusBadge.Of(measure.Status), Word.For(closure.Date), measure.Plan.Responsible)
            : Word.Fill(MeasureTexts.LineDetails, StatusBadge.Of(measure, SwedishTime.DayAt(now)), measure.Plan.Responsible, Word.For(measure.Plan.Due)),
        _cards.Draw(measure));

    private static ComposeHit Hit(string title, string text, Teams.Cards.AdaptiveCard card) =>
        new(Clipped.To(Plain(title), LongestTitle), Clipped.To(Plain(text), LongestText), card);

    // Clients read the list of hits as markup of some kind, and members' texts must not become any.
    private static string Plain(string text) =>
        NoLinks.In(Word.WithoutMarks(text)).Replace('<', '‹').Replace('>', '›');
}
