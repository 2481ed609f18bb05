using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Proposals;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Walks;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Search;

/// <summary>
/// Everything of a partnership that can be searched for: its walks, and each matter once, as the measure that it has become or
/// else as a proposal.
/// </summary>
/// <param name="partnership">The state.</param>
/// <param name="now">The present.</param>
internal sealed class Findables(Partnership partnership, DateTimeOffset now)
{
    private const int Overdue = 0;
    private const int BeingVotedOn = 1;
    private const int OpenMeasure = 2;
    private const int OtherWalk = 3;
    private const int OtherProposal = 4;
    private const int EndedMeasure = 5;

    // More than a partnership makes proposals from a walk.
    private const int NumbersPerWalk = 1000;

    private readonly DateOnly _today = SwedishTime.DayAt(now);
    private readonly SnapshotHit _hits = new(partnership, now);

    /// <summary>Gets what fits the words, the best fit first; without any words the most pressing first. Misspelt words count when nothing else fits.</summary>
    public IReadOnlyList<Findable> Search(SearchWords words)
    {
        Findable[] all = [.. All()];
        Findable[] found = Fitting(all, words, forgiving: false);
        return found.Length > 0 ? found : Fitting(all, words, forgiving: true);
    }

    private static Findable[] Fitting(Findable[] all, SearchWords words, bool forgiving) =>
    [
        .. all.Select(findable => (findable, Fit: words.IsEmpty ? 1 : words.Fit(findable, forgiving)))
            .Where(candidate => candidate.Fit > 0)
            .OrderByDescending(candidate => candidate.Fit)
            .ThenBy(candidate => candidate.findable.Group)
            .ThenBy(candidate => candidate.findable.Order)
            .Select(candidate => candidate.findable),
    ];

    private IEnumerable<Findable> All() =>
    [
        .. partnership.Walks.Select(Of),
        .. partnership.Proposals.Values.Select(proposal =>
            partnership.Measures.TryGetValue(proposal.Reference, out Measure? measure) ? Of(measure, proposal) : Of(proposal)),
    ];

    private Findable Of(Walk walk)
    {
        Poll? poll = partnership.LatestPollOf(walk.Number);
        bool isBeingVotedOn = poll?.IsOpenAt(now) == true;
        return new Findable(
            walk.Number.ToString(),
            Words(() => $"{SearchTexts.WordsWalk} {walk.Number} {walk.Number.Value} {walk.Locality}"),
            Words(() => string.Join(
                ' ',
                walk.Route,
                Word.For(walk.HeldOn),
                walk.IsCarriedOut ? WalkTexts.StatusCarriedOut : WalkTexts.StatusPlanned,
                isBeingVotedOn ? SearchTexts.WordsVote : "")),
            isBeingVotedOn ? BeingVotedOn : OtherWalk,
            isBeingVotedOn ? poll!.ClosesAt.UtcTicks : -walk.StartsAt.Ticks,
            () => _hits.Of(walk));
    }

    private Findable Of(Proposal proposal) => new(
        proposal.Reference.ToString(),
        Words(() => $"{SearchTexts.WordsProposal} {TitleOf(proposal)}"),
        Words(() => $"{DetailsOf(proposal)} {ProposalLines.Assessment(proposal)}"),
        OtherProposal,
        -((long)proposal.Reference.Walk.Value * NumbersPerWalk) - proposal.Reference.Number,
        () => _hits.Of(proposal));

    private Findable Of(Measure measure, Proposal proposal) => new(
        measure.Reference.ToString(),
        Words(() => $"{SearchTexts.WordsMeasure} {TitleOf(proposal)}"),
        Words(() => string.Join(
            ' ',
            DetailsOf(proposal),
            StatusBadge.Of(measure, _today).Label,
            Word.For(measure.Status),
            measure.Plan.Responsible,
            Word.For(measure.Plan.Parties),
            Word.For(measure.Plan.Due))),
        measure.IsOverdueOn(_today) ? Overdue : measure.IsOpen ? OpenMeasure : EndedMeasure,
        measure.IsOpen ? measure.Plan.Due.DayNumber : -measure.Closure!.Date.DayNumber,
        () => _hits.Of(measure));

    private string TitleOf(Proposal proposal) => string.Join(
        ' ',
        proposal.Reference,
        proposal.Reference.Walk.Value,
        proposal.Place,
        proposal.Suggestion,
        partnership.FindWalk(proposal.Reference.Walk)?.Locality);

    private static string DetailsOf(Proposal proposal) => $"{Word.For(proposal.Category)} {proposal.Problem}";

    /// <summary>Gets the words of a text in both languages: whoever reads English in Teams works with those who read Swedish.</summary>
    private static HashSet<string> Words(Func<string> text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (string language in (string[])["sv", "en"])
        {
            using (CultureScope.For(language))
            {
                words.UnionWith(SearchWords.WordsOf(text()));
            }
        }

        return words;
    }
}
