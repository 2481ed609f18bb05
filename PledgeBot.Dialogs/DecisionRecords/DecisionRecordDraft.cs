using System.Collections.Immutable;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>
/// Everything that a record of decision (beslutsprotokoll) says, before it becomes a file and a page (domain reference 9.6). It follows
/// from the log and the contacts alone, and is the same whoever makes it in whatever language.
/// </summary>
/// <param name="Format">The name of the format, <see cref="FormatName"/>.</param>
/// <param name="Number">Its running number, <c>2026:1</c>.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Corrects">The walk's earlier record that it is linked to, and why; nothing in the first one.</param>
/// <param name="Parties">Both parties by name.</param>
/// <param name="Walk">The walk, <c>V1</c>.</param>
/// <param name="Promise">The promise that the walk belongs to; nothing if none has its day any more.</param>
/// <param name="WalkHeld">Where and when the walk was, and how many took part.</param>
/// <param name="Candidates">What could be chosen, in order of reference.</param>
/// <param name="NotEligible">What could not, and why, in order of reference.</param>
/// <param name="Polls">The walk's polls in the order they opened.</param>
/// <param name="Withdrawn">The candidates that were withdrawn, in order of reference.</param>
/// <param name="Settlements">How it was settled what the polls left unsettled, in order.</param>
/// <param name="Returned">The proposals that a party returned, in that order.</param>
/// <param name="Returns">Who returned them, and why, in that order.</param>
/// <param name="Replaced">The measures that turned out impossible and gave their place to another, the last one last.</param>
/// <param name="Replacements">When and why they were replaced.</param>
/// <param name="Recommended">What the group recommended and both parties confirmed; with what has kept its place.</param>
/// <param name="Measures">The measures that follow from it, in order of reference.</param>
/// <param name="Dissents">The dissenting opinions, in the order they were given.</param>
/// <param name="Confirmations">The parties' confirmations.</param>
/// <param name="DiaryNumbers">Under which number each authority keeps the matter.</param>
/// <param name="Corrections">What has been corrected in the walk's records, in that order.</param>
/// <param name="DataVersion">The number of the partnership's last event that it rests on.</param>
public sealed record DecisionRecordDraft(
    string Format,
    string Number,
    DateTimeOffset MadeAt,
    DraftLink? Corrects,
    DraftParties Parties,
    string Walk,
    DraftPromise? Promise,
    DraftWalk WalkHeld,
    ImmutableArray<DraftCandidate> Candidates,
    ImmutableArray<DraftNotEligible> NotEligible,
    ImmutableArray<DraftPoll> Polls,
    ImmutableArray<string> Withdrawn,
    ImmutableArray<DraftSettlement> Settlements,
    ImmutableArray<string> Returned,
    ImmutableArray<DraftReturn> Returns,
    ImmutableArray<string> Replaced,
    ImmutableArray<DraftReplacement> Replacements,
    ImmutableArray<string> Recommended,
    ImmutableArray<DraftMeasure> Measures,
    ImmutableArray<DraftDissent> Dissents,
    ImmutableArray<DraftConfirmation> Confirmations,
    DraftDiaryNumbers DiaryNumbers,
    ImmutableArray<DraftCorrection> Corrections,
    long DataVersion)
{
    /// <summary>The name of the format.</summary>
    public const string FormatName = "pledgebot/decision-record/1";

    /// <summary>
    /// Tells whether a walk's record can be made: its choice is decided, or closed, and nothing about it is open or unsettled. While a
    /// measure's place is being filled it waits, since a record holds nothing that can still change.
    /// </summary>
    public static bool CanBeMade(Partnership partnership, WalkNumber walk)
    {
        bool isOver = partnership.Recommendations.GetValueOrDefault(walk) is { IsDecided: true }
            || partnership.FindWalk(walk) is { NoMeasuresBecause: not null };
        return isOver && partnership.LatestPollOf(walk) is null or { HasEnded: true } && partnership.UnsettledOf(walk) is null;
    }

    /// <summary>Drafts the record that a walk is due.</summary>
    /// <param name="partnership">The state.</param>
    /// <param name="walk">The walk; <see cref="CanBeMade"/>.</param>
    /// <param name="number">The number it gets.</param>
    /// <param name="contacts">The members' names, for groups that want them in the record.</param>
    /// <param name="now">The present.</param>
    public static DecisionRecordDraft Of(
        Partnership partnership, WalkNumber walk, RecordNumber number, IReadOnlyList<Contact> contacts, DateTimeOffset now)
    {
        using var culture = CultureScope.ForEverybody();
        Poll[] polls = [.. partnership.Polls.Where(poll => poll.Walk == walk)];
        bool withNames = (polls.LastOrDefault()?.Rules ?? partnership.PollRules).NamesInRecord;
        var names = new DraftNames(contacts);
        Recommendation recommendation = partnership.Recommendations[walk];
        RecordMatters matters = partnership.MattersOf(walk);
        Proposal[] candidates = [.. partnership.ProposalsOf(walk).Where(proposal => proposal.Assessment is { Class: TriageClass.Candidate })];
        Measure[] measures = [.. partnership.Measures.Values.Where(measure => measure.Reference.Walk == walk)];
        Measure[] replaced =
        [
            .. measures.Where(measure => measure.Status == MeasureStatus.Replaced)
                .OrderBy(measure => measure.Closure!.Date)
                .ThenBy(measure => measure.Reference == recommendation.Replaces),
        ];
        Measure[] standing = [.. measures.Except(replaced)];
        return new DecisionRecordDraft(
            FormatName,
            number.ToString(),
            now.ToUniversalTime(),
            LinkOf(partnership, walk, recommendation, matters),
            new DraftParties(partnership.Formed!.Municipality, partnership.Formed.PoliceArea, partnership.Formed.IsDemo),
            walk.ToString(),
            partnership.PromiseOf(walk) is { } promise ? Written(promise) : null,
            Written(partnership.FindWalk(walk)!),
            [.. candidates.Select(Candidate)],
            [.. partnership.ProposalsOf(walk).Where(proposal => proposal.Assessment is { Class: not TriageClass.Candidate }).Select(NotChosen)],
            DraftPoll.AllOf(partnership, polls, names),
            [.. candidates.Where(proposal => proposal.WithdrawnBecause is not null).Select(proposal => proposal.Reference.ToString())],
            [.. polls.Where(poll => poll.Settlement is not null).Select(poll => DraftSettlement.Of(poll, poll.Settlement!))],
            References(recommendation.Returned.Select(returned => returned.Reference)),
            [.. recommendation.Returned.Select(returned => Written(returned, NameOf(returned.By)))],
            References(replaced.Select(measure => measure.Reference)),
            [.. replaced.Select(measure => new DraftReplacement(measure.Reference.ToString(), measure.Suggestion, measure.Closure!.Date, measure.Closure.Note))],
            References(standing.Select(measure => measure.Reference)),
            [.. standing.Select(measure => Written(measure, partnership.Proposals[measure.Reference].Assessment!.Note))],
            [.. recommendation.Dissents.Select(dissent => new DraftDissent(dissent.Party, dissent.Title, NameOf(dissent.By), dissent.Text, dissent.At))],
            [.. recommendation.Confirmations.OrderBy(confirmation => confirmation.Party).Select(confirmation => Written(confirmation, NameOf(confirmation.By)))],
            new DraftDiaryNumbers(
                matters.DiaryNumbers.GetValueOrDefault(Domain.Parties.Party.Municipality), matters.DiaryNumbers.GetValueOrDefault(Domain.Parties.Party.Police)),
            [.. matters.Corrections.Select(correction => new DraftCorrection(correction.Record.ToString(), correction.Title, correction.Text, correction.At))],
            partnership.Version);

        string? NameOf(MemberId member) => withNames ? names.Of(member) : null;
    }

    /// <summary>Writes references as they are read aloud.</summary>
    internal static ImmutableArray<string> References(IEnumerable<ProposalReference> references) => [.. references.Select(reference => reference.ToString())];

    /// <summary>Says how somebody's word came in.</summary>
    internal static DraftTold? Told(RecordedConfirmation? recorded) =>
        recorded is null ? null : new DraftTold(recorded.Day, recorded.Manner, recorded.RecorderTitle);

    private static DraftLink? LinkOf(Partnership partnership, WalkNumber walk, Recommendation recommendation, RecordMatters matters)
    {
        if (partnership.LatestRecordOf(walk) is not { } earlier)
        {
            return null;
        }

        // Several things may have happened before the record came to be made; the first is its cause.
        RecordCause cause = partnership.DueRecords.FirstOrDefault(due => due.Walk == walk)?.Cause ?? RecordCause.Correction;
        List<string> reasons = [];
        if (cause == RecordCause.MeasureReplaced && recommendation.Replaces is { } impossible)
        {
            reasons.Add(Word.Fill(DecisionRecordTexts.BecauseReplaced, impossible));
        }

        if (cause == RecordCause.DiaryNumber)
        {
            reasons.Add(DecisionRecordTexts.BecauseDiaryNumber);
        }

        reasons.AddRange(matters.Corrections.Where(correction => correction.Record == earlier.Number).Select(correction => correction.Text));
        return new DraftLink(earlier.Number.ToString(), earlier.Checksum, cause, string.Join(' ', reasons));
    }

    private static DraftPromise Written(Promise promise) => new(
        promise.Title, promise.Commitments, promise.Period.First, promise.Period.Last, promise.SignedOn, promise.Signatories);

    private static DraftWalk Written(Walk walk) => new(
        walk.Locality, walk.Route, walk.HeldOn, walk.CarriedOut?.ParticipantTotal ?? 0, walk.CarriedOut?.Participants ?? [], walk.NoMeasuresBecause);

    private static DraftCandidate Candidate(Proposal proposal)
    {
        MeasurePlan? plan = proposal.Assessment!.Plan;
        return new DraftCandidate(
            proposal.Reference.ToString(),
            proposal.Place,
            proposal.Category,
            proposal.Problem,
            proposal.Suggestion,
            plan?.Responsible,
            plan?.Parties,
            plan?.Due,
            Text(proposal.Assessment.Note),
            proposal.WithdrawnBecause);
    }

    private static DraftNotEligible NotChosen(Proposal proposal) => new(
        proposal.Reference.ToString(), proposal.Place, proposal.Suggestion, proposal.Assessment!.Class, Text(proposal.Assessment.Note));

    private static DraftReturn Written(ReturnedProposal returned, string? name) => new(
        returned.Reference.ToString(), returned.Party, returned.Title, name, returned.Reason, returned.At, Told(returned.Recorded));

    private static DraftMeasure Written(Measure measure, string note) => new(
        measure.Reference.ToString(), measure.Suggestion, measure.Place, measure.Plan.Responsible, measure.Plan.Parties, measure.Plan.Due, Text(note), measure.DecidedAt);

    private static DraftConfirmation Written(Confirmation confirmation, string? name) => new(
        confirmation.Party, confirmation.Title, name, confirmation.Day, confirmation.At, Told(confirmation.Recorded));

    private static string? Text(string note) => note.Length == 0 ? null : note;
}
