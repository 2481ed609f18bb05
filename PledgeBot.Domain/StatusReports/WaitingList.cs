using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.StatusReports;

/// <summary>Finds what waits for somebody.</summary>
internal static class WaitingList
{
    public static ImmutableArray<Waiting> Of(Partnership partnership, IReadOnlyDictionary<PollId, BallotBox> boxes, DateTimeOffset now)
    {
        DateOnly today = SwedishTime.DayAt(now);
        return
        [
            .. OverdueMeasures(partnership, today),
            .. Confirmations(partnership),
            .. MissingDuties(partnership),
            .. PollsOf(partnership, boxes, now).OrderBy(PollOrder),
            .. Choices(partnership),
            .. Triages(partnership),
            .. WalkReports(partnership, today),
        ];
    }

    private static IEnumerable<Waiting> OverdueMeasures(Partnership partnership, DateOnly today) =>
        partnership.Measures.Values
            .Where(measure => measure.IsOverdueOn(today))
            .OrderBy(measure => measure.Plan.Due)
            .Select(measure => new Waiting.OverdueMeasure(measure.Reference, measure.Suggestion, measure.Plan.Responsible, measure.Plan.Due));

    private static IEnumerable<Waiting> Confirmations(Partnership partnership) =>
        from recommendation in partnership.Recommendations.Values
        where !recommendation.Proposals.IsEmpty
        where partnership.LatestPollOf(recommendation.Walk) is not { HasEnded: false } && partnership.UnsettledOf(recommendation.Walk) is null
        orderby recommendation.Walk.Value
        from party in Enum.GetValues<Party>()
        where !recommendation.IsConfirmedBy(party)
        select new Waiting.PartyConfirmation(recommendation.Walk, party);

    /// <summary>A duty is missing too when all who have it have a conflict of interest in a walk that waits for them.</summary>
    private static IEnumerable<Waiting> MissingDuties(Partnership partnership) =>
        MissingDuty.Of(partnership)
            .Select(missing => new Waiting.DutyOf(missing.Party, missing.Duty))
            .Concat(
                from confirmation in Confirmations(partnership).OfType<Waiting.PartyConfirmation>()
                let confirmers = partnership.Members.Where(member => member.Party == confirmation.Party && member.Has(Duties.Confirm)).ToImmutableArray()
                where !confirmers.IsEmpty && confirmers.All(member => Confirmer.HasConflict(partnership, confirmation.Walk, member.Id))
                select new Waiting.DutyOf(confirmation.Party, Duties.Confirm))
            .Distinct();

    private static IEnumerable<Waiting> PollsOf(Partnership partnership, IReadOnlyDictionary<PollId, BallotBox> boxes, DateTimeOffset now)
    {
        foreach (Walk walk in partnership.Walks)
        {
            Waiting? waiting = partnership.LatestPollOf(walk.Number) is { } poll ? PollOf(partnership, poll, boxes, now) : null;
            if ((waiting ?? NothingLeft(partnership, walk)) is { } found)
            {
                yield return found;
            }
        }
    }

    private static Waiting? PollOf(Partnership partnership, Poll poll, IReadOnlyDictionary<PollId, BallotBox> boxes, DateTimeOffset now)
    {
        if (!poll.HasEnded)
        {
            return poll.IsOpenAt(now)
                ? new Waiting.Votes(poll.Id, poll.Walk, poll.ClosesAt, [.. Enum.GetValues<Party>().Select(party => boxes[poll.Id].TurnoutOf(party, poll))])
                : new Waiting.PollClosing(poll.Id, poll.Walk);
        }

        return partnership.UnsettledOf(poll.Walk) is { } unsettled
            ? new Waiting.Settlement(
                unsettled.Poll.Id, poll.Walk, unsettled.Poll.Result!.Outcome, unsettled.IsTie ? unsettled.Poll.Rules.LastResort : LastResort.Agreement)
            : null;
    }

    private static Waiting.NothingLeft? NothingLeft(Partnership partnership, Walk walk)
    {
        WalkNumber number = walk.Number;
        bool isOver = !walk.IsCarriedOut
            || walk.NoMeasuresBecause is not null
            || partnership.LatestPollOf(number) is { HasEnded: false }
            || partnership.UnsettledOf(number) is not null
            || partnership.Recommendations.GetValueOrDefault(number) is { IsDecided: false, Proposals.IsEmpty: false }
            || Choosing.PlacesLeftOf(partnership, number) == 0;
        if (isOver)
        {
            return null;
        }

        int candidates = partnership.CandidatesOf(number).Length;
        if (partnership.IsPutToGroup(number))
        {
            // A measure's place stays empty when nobody is left for it.
            bool hasMeasures = partnership.Measures.Values.Any(measure => measure.Reference.Walk == number);
            return candidates > 0 || !hasMeasures ? new Waiting.NothingLeft(number, candidates) : null;
        }

        ImmutableArray<Proposal> proposals = [.. partnership.ProposalsOf(number)];
        return candidates == 0 && !proposals.IsEmpty && proposals.All(proposal => proposal.Assessment is not null)
            ? new Waiting.NothingLeft(number, 0)
            : null;
    }

    private static (int Kind, DateTimeOffset Time) PollOrder(Waiting waiting) => waiting switch
    {
        Waiting.Votes votes => (0, votes.ClosesAt),
        Waiting.PollClosing => (1, default),
        Waiting.Settlement => (2, default),
        _ => (3, default),
    };

    private static IEnumerable<Waiting> Choices(Partnership partnership)
    {
        foreach (Walk walk in partnership.Walks.Where(walk => walk.IsCarriedOut && !partnership.IsPutToGroup(walk.Number)))
        {
            ImmutableArray<Proposal> proposals = [.. partnership.ProposalsOf(walk.Number)];
            int candidates = proposals.Count(proposal => proposal.IsCandidate);
            if (candidates > 0 && proposals.All(proposal => proposal.Assessment is not null))
            {
                yield return new Waiting.Choice(walk.Number, candidates);
            }
        }
    }

    private static IEnumerable<Waiting> Triages(Partnership partnership) =>
        from walk in partnership.Walks
        let waiting = partnership.ProposalsOf(walk.Number).Count(proposal => proposal.Assessment is null)
        where waiting > 0
        select new Waiting.TriageOf(walk.Number, waiting);

    private static IEnumerable<Waiting> WalkReports(Partnership partnership, DateOnly today) =>
        partnership.Walks
            .Where(walk => !walk.IsCarriedOut && walk.Date < today)
            .OrderBy(walk => walk.Date)
            .Select(walk => new Waiting.WalkReport(walk.Number, walk.Date));
}
