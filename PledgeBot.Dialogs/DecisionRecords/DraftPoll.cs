using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>A poll in a record of decision.</summary>
/// <param name="Poll">Its identifier.</param>
/// <param name="Kind">Why it was held.</param>
/// <param name="After">The poll whose tie a run-off settles.</param>
/// <param name="Replaces">The measure whose place it fills; nothing for the walk's first choice.</param>
/// <param name="Places">How many were to be chosen, which is the most picks of a ballot.</param>
/// <param name="Rules">What else was fixed before it opened.</param>
/// <param name="OpenedAt">When it opened.</param>
/// <param name="ClosesAt">When its time was over.</param>
/// <param name="ClosedAt">When it closed; nothing when it was broken off.</param>
/// <param name="Extensions">When it got more time, and why.</param>
/// <param name="Options">What could be picked, in order of reference.</param>
/// <param name="Roll">Who could vote, without those who left because of a conflict of interest.</param>
/// <param name="Conflicts">Those who left because of a conflict of interest; their role and nothing else.</param>
/// <param name="Ballots">The ballots that were counted, in order of receipt.</param>
/// <param name="Turnout">How many answered, of each party.</param>
/// <param name="Quorum">Whether it was quorate; nothing when it was broken off.</param>
/// <param name="Closed">Whether it was counted or broken off.</param>
/// <param name="Withdrawn">The candidate whose withdrawal broke it off.</param>
/// <param name="Result">The result; nothing when it was broken off.</param>
public sealed record DraftPoll(
    string Poll,
    DraftPollKind Kind,
    string? After,
    string? Replaces,
    int Places,
    DraftRules Rules,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosesAt,
    DateTimeOffset? ClosedAt,
    ImmutableArray<DraftExtension> Extensions,
    ImmutableArray<string> Options,
    ImmutableArray<DraftVoter> Roll,
    ImmutableArray<DraftConflict> Conflicts,
    ImmutableArray<DraftBallot> Ballots,
    ImmutableArray<Turnout> Turnout,
    DraftQuorum? Quorum,
    DraftPollEnd Closed,
    string? Withdrawn,
    DraftResult? Result)
{
    /// <summary>Writes a walk's polls. A member has the same number in all of them.</summary>
    internal static ImmutableArray<DraftPoll> AllOf(Partnership partnership, IReadOnlyList<Poll> polls, DraftNames names)
    {
        Dictionary<MemberId, int> numbers = [];
        foreach (RollEntry entry in polls.SelectMany(poll => poll.Roll))
        {
            numbers.TryAdd(entry.Member, numbers.Count + 1);
        }

        return [.. polls.Select(poll => Of(partnership, poll, numbers, names))];
    }

    private static DraftPoll Of(Partnership partnership, Poll poll, Dictionary<MemberId, int> numbers, DraftNames names)
    {
        PollResult? result = poll.Result;
        return new DraftPoll(
            poll.Id.ToString(),
            poll.RunOffOf is not null ? DraftPollKind.RunOff : poll.Replaces is not null ? DraftPollKind.Replacement : DraftPollKind.First,
            poll.RunOffOf?.ToString(),
            poll.Replaces?.ToString(),
            poll.Rules.Picks,
            RulesOf(partnership, poll),
            poll.OpenedAt,
            poll.ClosesAt,
            result?.ClosedAt,
            [.. poll.Extensions.Select(extension => new DraftExtension(extension.From, extension.To, extension.IsByRule, extension.Reason))],
            DecisionRecordDraft.References(poll.Options),
            [.. poll.Roll.Select(Voter)],
            [.. poll.Conflicted.Select(entry => new DraftConflict(entry.Party, entry.Title))],
            [.. (result?.Ballots ?? []).Select(Ballot)],
            result?.Turnouts ?? [],
            result is null ? null : QuorumOf(poll, result),
            result is null ? DraftPollEnd.Cancelled : DraftPollEnd.Closed,
            poll.Withdrawn?.ToString(),
            result is null ? null : ResultOf(result));

        DraftVoter Voter(RollEntry entry) => new(
            numbers[entry.Member],
            entry.Party,
            entry.Title,
            poll.Rules.NamesInRecord ? names.Of(entry.Member) : null,
            entry.InsteadOf,
            poll.Departed.Contains(entry.Member));

        DraftBallot Ballot(CountedBallot counted) => new(
            counted.Receipt.ToString(),
            DecisionRecordDraft.References(counted.Picks),
            counted.Voter is { } voter ? numbers[voter] : null,
            counted.Recording is { } recording ? new DraftRecording(recording.Manner, TitleOf(partnership, poll, recording.By)) : null);
    }

    private static DraftRules RulesOf(Partnership partnership, Poll poll)
    {
        PollRules rules = poll.Rules;
        return new DraftRules(
            rules.Exactly,
            rules.MayAbstain,
            rules.IsSecret,
            new DraftQuorumRule(rules.Share, rules.BothParties),
            rules.ExtensionDays,
            rules.RunOffDays,
            rules.LastResort,
            rules.Chair is { } chair ? TitleOf(partnership, poll, chair) : null,
            rules.NamesInRecord);
    }

    private static DraftQuorum QuorumOf(Poll poll, PollResult result) => new(
        poll.Roll.Length,
        result.Turnouts.Sum(turnout => turnout.Answered),
        poll.Rules.FewestAnswers(poll.Roll.Length),
        result.Outcome != PollOutcome.NotQuorate);

    private static DraftResult ResultOf(PollResult result) => new(
        [.. result.Totals.Select(total => new DraftTotal(total.Option.ToString(), total.Votes))],
        result.Abstentions,
        result.Outcome,
        DecisionRecordDraft.References(result.Chosen),
        DecisionRecordDraft.References(result.Tied));

    private static string? TitleOf(Partnership partnership, Poll poll, MemberId member) =>
        poll.Roll.FirstOrDefault(entry => entry.Member == member)?.Title
        ?? poll.Conflicted.FirstOrDefault(entry => entry.Member == member)?.Title
        ?? partnership.FindMember(member)?.Title;
}

/// <summary>Why a poll was held.</summary>
public enum DraftPollKind
{
    /// <summary>Among the walk's candidates.</summary>
    First,

    /// <summary>Skiljeomröstning: between those that had as many votes.</summary>
    RunOff,

    /// <summary>For the place of a measure that turned out impossible.</summary>
    Replacement,
}

/// <summary>How a poll ended.</summary>
public enum DraftPollEnd
{
    /// <summary>It was counted.</summary>
    Closed,

    /// <summary>It was broken off, since a candidate was withdrawn.</summary>
    Cancelled,
}

/// <summary>The rules of a poll.</summary>
/// <param name="Exactly">Whether a ballot must fill all places.</param>
/// <param name="MayAbstain">Whether a member may abstain.</param>
/// <param name="Secret">Whether it was secret.</param>
/// <param name="Quorum">How many had to answer.</param>
/// <param name="ExtensionDays">How many working days it would be extended, once, if it was not quorate.</param>
/// <param name="RunOffDays">How many working days a run-off is open.</param>
/// <param name="LastResort">What settles a tie that the run-off leaves.</param>
/// <param name="Chair">The role of the one with the casting vote; nothing when nobody has it.</param>
/// <param name="NamesInRecord">Whether names stand beside the roles.</param>
public sealed record DraftRules(
    bool Exactly,
    bool MayAbstain,
    bool Secret,
    DraftQuorumRule Quorum,
    int ExtensionDays,
    int RunOffDays,
    LastResort LastResort,
    string? Chair,
    bool NamesInRecord);

/// <summary>How many have to answer.</summary>
/// <param name="Share">How many of the roll.</param>
/// <param name="BothParties">Whether at least one of each party.</param>
public sealed record DraftQuorumRule(QuorumShare Share, bool BothParties);

/// <summary>That a poll got more time.</summary>
/// <param name="From">When it would have closed.</param>
/// <param name="To">When it closed instead.</param>
/// <param name="ByRule">Whether its rules extended it, because it was not quorate.</param>
/// <param name="Reason">The coordinator's reason; nothing when its rules did it.</param>
public sealed record DraftExtension(DateTimeOffset From, DateTimeOffset To, bool ByRule, string? Reason);

/// <summary>Somebody on the list of voters.</summary>
/// <param name="Voter">Their number in the record.</param>
/// <param name="Party">Their party.</param>
/// <param name="Title">Their role.</param>
/// <param name="Name">Their name, if the group wants names.</param>
/// <param name="InsteadOf">The role of the member for whom they were put in as a substitute.</param>
/// <param name="Departed">Whether they left the group while the poll was open.</param>
public sealed record DraftVoter(int Voter, Party Party, string Title, string? Name, string? InsteadOf, bool Departed);

/// <summary>Somebody who left the list of voters because of a conflict of interest (jäv).</summary>
/// <param name="Party">Their party.</param>
/// <param name="Title">Their role.</param>
public sealed record DraftConflict(Party Party, string Title);

/// <summary>A counted ballot.</summary>
/// <param name="Receipt">The two words that its voter knows it by.</param>
/// <param name="Picks">What was picked; nothing for an abstention.</param>
/// <param name="Voter">The voter's number; left out in a secret poll.</param>
/// <param name="Recorded">That a coordinator recorded it for the voter; left out otherwise, and in a secret poll.</param>
public sealed record DraftBallot(
    string Receipt,
    ImmutableArray<string> Picks,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Voter,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DraftRecording? Recorded);

/// <summary>That a ballot was told to a coordinator.</summary>
/// <param name="Manner">How it was told.</param>
/// <param name="RecordedBy">The coordinator's role; nothing when they are on no list any more.</param>
public sealed record DraftRecording(Manner Manner, string? RecordedBy);

/// <summary>Whether a poll was quorate.</summary>
/// <param name="Entitled">How many were on the list of voters.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Needed">How many had to.</param>
/// <param name="Reached">Whether enough answered, and of each party if that was needed.</param>
public sealed record DraftQuorum(int Entitled, int Answered, int Needed, bool Reached);

/// <summary>The result of a poll.</summary>
/// <param name="Totals">The votes for each option.</param>
/// <param name="Abstentions">How many abstained.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Chosen">What was clearly chosen.</param>
/// <param name="Tied">What shared the place or places left.</param>
public sealed record DraftResult(
    ImmutableArray<DraftTotal> Totals, int Abstentions, PollOutcome Outcome, ImmutableArray<string> Chosen, ImmutableArray<string> Tied);

/// <summary>The votes for an option.</summary>
/// <param name="Option">The option.</param>
/// <param name="Votes">How many picked it.</param>
public sealed record DraftTotal(string Option, int Votes);
