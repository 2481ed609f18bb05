using System.Globalization;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Words;

/// <summary>Says why something was refused, and what to do instead, in the reader's language.</summary>
internal static class RefusalText
{
    /// <summary>Gets the sentence for a refusal.</summary>
    /// <param name="refusal">Why it was refused.</param>
    /// <param name="partnership">The state it was refused in, for what can be done instead and by whom.</param>
    public static string For(Refusal refusal, Partnership partnership) => refusal switch
    {
        DutyNeeded needed => ForDuty(needed.Duty, partnership),
        NotAMember => RefusalTexts.NotAMember,
        TextMissing missing => Named("TextMissing", missing.Field),
        TextTooLong tooLong => Word.Fill(RefusalTexts.TextTooLong, Named("Field", tooLong.Field), tooLong.Length, tooLong.Longest),
        TooManyCommitments many => Word.Fill(RefusalTexts.TooManyCommitments, many.Count, many.Most),
        TooManySignatories many => Word.Fill(RefusalTexts.TooManySignatories, many.Count, many.Most),
        NoSuchMember => RefusalTexts.NoSuchMember,
        LastCoordinator => RefusalTexts.LastCoordinator,

        NoSuchPoll => RefusalTexts.NoSuchPoll,
        NotOnRoll => RefusalTexts.NotOnRoll,
        VoterNotOnRoll => RefusalTexts.VoterNotOnRoll,
        VotedThemself voted => Word.Fill(RefusalTexts.VotedThemself, InSentence(voted.Title)),
        OwnVote => RefusalTexts.OwnVote,
        PollIsClosed closed => Word.Fill(RefusalTexts.PollIsClosed, Word.For(closed.ClosedAt)),
        TooManyPicks tooMany => Word.Fill(RefusalTexts.TooManyPicks, tooMany.Picked, tooMany.Allowed, tooMany.Picked - tooMany.Allowed),
        TooFewPicks tooFew => Word.Fill(RefusalTexts.TooFewPicks, tooFew.Picked, tooFew.Demanded, tooFew.Demanded - tooFew.Picked),
        NotOnBallot stray => Word.Fill(RefusalTexts.NotOnBallot, stray.Pick, Word.List([.. stray.Options.Select(option => option.ToString())])),
        PickedTwice twice => Word.Fill(RefusalTexts.PickedTwice, twice.Pick),
        WalkNotCarriedOut walk => Word.Fill(RefusalTexts.WalkNotCarriedOut, walk.Walk),
        NotAllTriaged { Proposals: [var only] } => Word.Fill(RefusalTexts.NotAllTriagedOne, only),
        NotAllTriaged remaining => Word.Fill(
            RefusalTexts.NotAllTriagedMany,
            remaining.Proposals.Length,
            Word.List([.. remaining.Proposals.Select(proposal => proposal.ToString())])),
        TooFewCandidates { Candidates: 0 } none => Word.Fill(RefusalTexts.TooFewCandidates0, none.Walk),
        TooFewCandidates { Candidates: 1 } one => Word.Fill(RefusalTexts.TooFewCandidates1, one.Walk),
        TooFewCandidates two => Word.Fill(RefusalTexts.TooFewCandidates2, two.Walk),
        PollNeeded needed => Word.Fill(RefusalTexts.PollNeeded, needed.Walk, needed.Candidates),
        AnotherPollOpen open => Word.Fill(RefusalTexts.AnotherPollOpen, open.Walk, Word.For(open.ClosesAt)),
        AlreadyRecommended recommended => ForRecommended(recommended.Walk, partnership),
        TieNotSettled tied => Word.Fill(RefusalTexts.TieNotSettled, tied.Walk),
        PartyWithoutVoters missing => Word.Fill(RefusalTexts.PartyWithoutVoters, Word.For(missing.Party)),
        ClosingTimeOutOfRange range =>
            Word.Fill(RefusalTexts.ClosingTimeOutOfRange, Word.For(range.Earliest), Word.For(range.Latest)),
        TooEarlyToClose { Missing: 1 } early => Word.Fill(RefusalTexts.TooEarlyToCloseOne, Word.For(early.ClosesAt)),
        TooEarlyToClose early => Word.Fill(RefusalTexts.TooEarlyToCloseMany, Word.For(early.ClosesAt), early.Missing),
        MayNotAbstain => RefusalTexts.MayNotAbstain,
        PollWasCancelled cancelled => Word.Fill(RefusalTexts.PollWasCancelled, cancelled.Withdrawn),
        DaysOutOfRange days => Word.Fill(RefusalTexts.DaysOutOfRange, days.Least, days.Most),
        ChairNeeded => RefusalTexts.ChairNeeded,
        AbsentNotEntitled => RefusalTexts.AbsentNotEntitled,
        CannotSubstitute => RefusalTexts.CannotSubstitute,
        RollIsFrozen frozen => Word.Fill(RefusalTexts.RollIsFrozen, frozen.Walk),
        NotThePollsOwner => RefusalTexts.NotThePollsOwner,
        ExtensionOutOfRange range => Word.Fill(RefusalTexts.ExtensionOutOfRange, Word.For(range.After), Word.For(range.Latest)),
        NothingToSettle => RefusalTexts.NothingToSettle,
        WrongSettlement wrong => ForSettlement(wrong),
        NotTheLastResort { Resort: LastResort.CastingVote } => RefusalTexts.NotTheLastResortCastingVote,
        NotTheLastResort { Resort: LastResort.Lots } => RefusalTexts.NotTheLastResortLots,
        NotTheLastResort => RefusalTexts.NotTheLastResortAgreement,
        NotTheChair => RefusalTexts.NotTheChair,
        HasConflict => RefusalTexts.HasConflict,

        NoSuchProposal none => ForNoProposal(none.Reference, partnership),
        ProposalsClosed closed => Word.Fill(RefusalTexts.ProposalsClosed, closed.Walk),
        TooManyProposals full => Word.Fill(RefusalTexts.TooManyProposals, full.Walk, full.Most),
        IsRecommended recommended => Word.Fill(RefusalTexts.IsRecommended, recommended.Reference),
        IsMeasure decided => Word.Fill(RefusalTexts.IsMeasure, decided.Reference),
        NotACandidate none => Word.Fill(RefusalTexts.NotACandidate, none.Reference, none.Reference.Walk),
        PlanMissing unplanned => Word.Fill(RefusalTexts.PlanMissing, unplanned.Reference),
        DueOutsidePeriod over when over.First > over.Last => Word.Fill(RefusalTexts.DuePeriodOver, Word.For(over.Last)),
        DueOutsidePeriod outside => Word.Fill(
            RefusalTexts.DueOutsidePeriod,
            Word.For(outside.Due),
            Word.For(outside.First),
            Word.For(outside.Last)),
        TriageClosed closed => Word.Fill(RefusalTexts.TriageClosed, closed.Reference),
        SameAsMeasure same => Word.Fill(RefusalTexts.SameAsMeasure, same.Measure),

        NoSuchWalk none => ForNoWalk(none.Walk, partnership),
        OutsidePromise outside => ForNoPromise(outside.Day, partnership),
        WalkAlreadyCarriedOut carriedOut =>
            Word.Fill(RefusalTexts.WalkAlreadyCarriedOut, carriedOut.Walk, Word.For(carriedOut.Date)),
        DayNotCome ahead => Word.Fill(RefusalTexts.DayNotCome, Word.For(ahead.Day)),
        NoParticipants => RefusalTexts.NoParticipants,
        ParticipantsOutOfRange count => Word.Fill(RefusalTexts.ParticipantsOutOfRange, Word.For(count.Group), count.Most),
        LeaderNotAMember => RefusalTexts.LeaderNotAMember,
        NotTheLeader => WithTitles(RefusalTexts.NotTheLeader, RefusalTexts.NotTheLeaderNobody, Duties.Coordinate, partnership),

        NothingToConfirm nothing => Word.Fill(RefusalTexts.NothingToConfirm, nothing.Walk),
        NotAConfirmer => RefusalTexts.NotAConfirmer,
        OwnConfirmation own => Word.Fill(RefusalTexts.OwnConfirmation, own.Walk),
        PartyHasConfirmed party => Word.Fill(RefusalTexts.PartyHasConfirmed, party.Walk, Word.For(party.Party)),
        ConfirmedTooEarly early => Word.Fill(RefusalTexts.ConfirmedTooEarly, Word.For(early.Day), Word.For(early.Made)),
        NotSettledYet unsettled => Word.Fill(RefusalTexts.NotSettledYet, unsettled.Walk),
        NotRecommended other => Word.Fill(RefusalTexts.NotRecommended, other.Reference, other.Reference.Walk),
        AlreadyDecided decided => Word.Fill(RefusalTexts.AlreadyDecided, decided.Walk),
        HasCandidates some => Word.Fill(RefusalTexts.HasCandidates, some.Walk),
        ClosedWithoutMeasures closed => Word.Fill(RefusalTexts.ClosedWithoutMeasures, closed.Walk),
        NoRecordYet none => Word.Fill(RefusalTexts.NoRecordYet, none.Walk),

        NoSuchMeasure none when partnership.Proposals.ContainsKey(none.Reference) =>
            Word.Fill(RefusalTexts.NotYetAMeasure, none.Reference),
        NoSuchMeasure none => Word.Fill(RefusalTexts.NoSuchMeasure, none.Reference),
        MeasureEnded { Status: MeasureStatus.Replaced } replaced => Word.Fill(RefusalTexts.MeasureEndedReplaced, replaced.Reference),
        MeasureEnded ended => ForEnded(ended, partnership),
        ReplaceInstead measure => Word.Fill(RefusalTexts.ReplaceInstead, measure.Reference),
        NobodyNextInRank { Candidates: 1 } nobody => Word.Fill(RefusalTexts.NobodyNextInRankOne, nobody.Walk),
        NobodyNextInRank nobody => Word.Fill(RefusalTexts.NobodyNextInRank, nobody.Walk, nobody.Candidates),

        // A refusal without a sentence is a bug that the tests of the texts find.
        _ => throw new InvalidOperationException($"There is no sentence for {refusal.Code}."),
    };

    private static string ForDuty(Duties duty, Partnership partnership) => duty switch
    {
        Duties.Vote => RefusalTexts.DutyNeededVote,
        Duties.Confirm => WithTitles(RefusalTexts.DutyNeededConfirm, RefusalTexts.DutyNeededConfirmNobody, duty, partnership),
        _ => WithTitles(
            TitlesOf(duty, partnership) is [_] ? RefusalTexts.DutyNeededCoordinateOne : RefusalTexts.DutyNeededCoordinate,
            RefusalTexts.DutyNeededCoordinateNobody,
            duty,
            partnership),
    };

    private static string ForRecommended(WalkNumber walk, Partnership partnership)
    {
        if (!partnership.Recommendations.TryGetValue(walk, out Recommendation? recommendation) || recommendation.IsDecided)
        {
            return Word.Fill(RefusalTexts.AlreadyDecided, walk);
        }

        string[] missing = [.. Enum.GetValues<Party>().Where(party => !recommendation.IsConfirmedBy(party)).Select(Word.For)];
        return Word.Fill(RefusalTexts.AlreadyRecommended, walk, Word.List(missing));
    }

    private static string ForSettlement(WrongSettlement wrong)
    {
        string among = Word.List([.. wrong.Among.Select(option => option.ToString())]);
        string text = wrong.Fewest < wrong.Most ? RefusalTexts.WrongSettlementRange
            : wrong.Most == 1 ? RefusalTexts.WrongSettlementOne
            : RefusalTexts.WrongSettlementExactly;
        return Word.Fill(text, among, wrong.Fewest, wrong.Most);
    }

    private static string ForNoProposal(ProposalReference asked, Partnership partnership) =>
        partnership.FindWalk(asked.Walk) is null ? ForNoWalk(asked.Walk, partnership)
        : partnership.ProposalsOf(asked.Walk).LastOrDefault() is { } last
            ? Word.Fill(RefusalTexts.NoSuchProposalLast, asked, asked.Walk, last.Reference)
            : Word.Fill(RefusalTexts.NoSuchProposal, asked);

    private static string ForNoWalk(WalkNumber asked, Partnership partnership) => partnership.Walks switch
    {
        [] => Word.Fill(RefusalTexts.NoSuchWalkNone, asked),
        [.., var latest] => Word.Fill(RefusalTexts.NoSuchWalkLast, asked, latest.Number),
    };

    private static string ForNoPromise(DateOnly day, Partnership partnership) =>
        partnership.Promises.LastOrDefault() is { } promise
            ? Word.Fill(RefusalTexts.OutsidePromise, Word.For(day), Word.For(promise.Period.First), Word.For(promise.Period.Last))
            : Word.Fill(RefusalTexts.OutsidePromiseNone, Word.For(day));

    private static string ForEnded(MeasureEnded ended, Partnership partnership)
    {
        string[] coordinators = TitlesOf(Duties.Coordinate, partnership);
        return coordinators is [] ? Word.Fill(RefusalTexts.MeasureEndedNobody, ended.Reference)
            : Word.Fill(
                ended.Status == MeasureStatus.WillNotBeDone ? RefusalTexts.MeasureEndedWillNotBeDone : RefusalTexts.MeasureEndedDone,
                ended.Reference,
                Either(coordinators));
    }

    private static string WithTitles(string text, string nobody, Duties duty, Partnership partnership) =>
        TitlesOf(duty, partnership) is { Length: > 0 } titles ? Word.Fill(text, Either(titles)) : nobody;

    // Titles are the partnership's own words, so they stay in the form they were given: no ending is put on them.
    private static string[] TitlesOf(Duties duty, Partnership partnership) =>
        [.. partnership.Members.Where(member => member.Has(duty)).Select(member => InSentence(member.Title)).Distinct()];

    /// <summary>"kommunpolis" for "Kommunpolis"; a title that begins with an abbreviation stays as it is.</summary>
    internal static string InSentence(string title) =>
        title.Length > 1 && char.IsLower(title[1]) ? char.ToLower(title[0], CultureInfo.CurrentCulture) + title[1..] : title;

    private static string Either(string[] items) => items.Length < 2
        ? Word.List(items)
        : Word.Fill(RefusalTexts.Or, string.Join(", ", items[..^1]), items[^1]);

    private static string Named(string prefix, TextField field) =>
        RefusalTexts.ResourceManager.GetString(prefix + field, CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"There is no text for {prefix}{field}.");
}
