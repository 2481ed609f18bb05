using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Polls;

namespace PledgeBot.DecisionRecords;

/// <summary>The sentences of the page that are put together from several facts. The culture is Swedish.</summary>
internal static class RecordText
{
    /// <summary>"7 september 2020 kl. 12.00", local time in Sweden.</summary>
    public static string Instant(DateTimeOffset instant)
    {
        DateTime local = SwedishTime.LocalAt(instant);
        return Word.Fill(RecordWords.Instant, Word.For(DateOnly.FromDateTime(local)), Word.For(TimeOnly.FromDateTime(local)));
    }

    /// <summary>"Säkerhetschef", or "Säkerhetschef (Eva Ek)".</summary>
    public static string Role(string title, string? name) => name is null ? title : Word.Fill(RecordWords.RoleWithName, title, name);

    /// <summary>"I Teams", or how it was told and who recorded it.</summary>
    public static string Manner(DraftTold? told) => told is null
        ? RecordWords.InTeams
        : Word.Fill(RecordWords.Told, Word.Capital(Word.For(told.Manner)), Word.For(told.Day), told.RecordedBy);

    /// <summary>References in a row, or a dash for none.</summary>
    public static string References(IReadOnlyList<string> references) => references.Count == 0 ? RecordWords.Nothing : Word.List(references);

    /// <summary>"3 arbetsdagar".</summary>
    public static string WorkingDays(int days) => days == 1 ? RecordWords.OneWorkingDay : Word.Fill(RecordWords.WorkingDays, days);

    /// <summary>The rules of a poll, a sentence each.</summary>
    public static IEnumerable<string> Rules(DraftPoll poll)
    {
        DraftRules rules = poll.Rules;
        yield return Word.Fill(rules.Exactly ? RecordWords.RuleExactly : RecordWords.RuleAtMost, poll.Places);
        yield return rules.MayAbstain ? RecordWords.RuleAbstain : RecordWords.RuleNoAbstain;
        yield return rules.Secret ? RecordWords.RuleSecret : RecordWords.RuleOpen;
        string share = rules.Quorum.Share switch
        {
            QuorumShare.MoreThanHalf => RecordWords.ShareMoreThanHalf,
            QuorumShare.TwoThirds => RecordWords.ShareTwoThirds,
            _ => RecordWords.ShareEverybody,
        };
        yield return Word.Fill(rules.Quorum.BothParties ? RecordWords.RuleQuorumBoth : RecordWords.RuleQuorum, share);
        if (poll.Kind != DraftPollKind.RunOff)
        {
            yield return rules.ExtensionDays == 0 ? RecordWords.RuleNoExtension : Word.Fill(RecordWords.RuleExtension, WorkingDays(rules.ExtensionDays));
            yield return Word.Fill(RecordWords.RuleRunOff, WorkingDays(rules.RunOffDays));
        }

        yield return rules.LastResort switch
        {
            LastResort.CastingVote => Word.Fill(RecordWords.LastCastingVote, rules.Chair ?? RecordWords.Unknown),
            LastResort.Lots => RecordWords.LastLots,
            _ => RecordWords.LastAgreement,
        };
    }

    /// <summary>Whether a poll was quorate, and why.</summary>
    public static string Quorum(DraftQuorum quorum) => Word.Fill(
        quorum.Reached ? RecordWords.Quorate : RecordWords.NotQuorate, quorum.Answered, quorum.Entitled, quorum.Needed);

    /// <summary>What a poll came to.</summary>
    public static string Outcome(DraftResult result) => result.Outcome switch
    {
        PollOutcome.Clear => Word.Fill(RecordWords.OutcomeClear, References(result.Chosen)),
        PollOutcome.Tie when result.Chosen.IsEmpty => Word.Fill(RecordWords.OutcomeTie, References(result.Tied)),
        PollOutcome.Tie => Word.Fill(RecordWords.OutcomeTieBelow, References(result.Chosen), References(result.Tied)),
        PollOutcome.NotQuorate => RecordWords.OutcomeNotQuorate,
        _ => RecordWords.OutcomeNoVotes,
    };

    /// <summary>When and why a poll got more time.</summary>
    public static string Extension(DraftExtension extension) => extension.Reason is { } reason
        ? Word.Fill(RecordWords.Extended, Instant(extension.From), Instant(extension.To), reason)
        : Word.Fill(RecordWords.ExtendedByRule, Instant(extension.From), Instant(extension.To));

    /// <summary>What somebody on the list of voters has beside their role; a dash for nothing.</summary>
    public static string Remark(DraftVoter voter)
    {
        string[] remarks =
        [
            .. voter.InsteadOf is { } absent ? [Word.Fill(RecordWords.Substitute, absent)] : Array.Empty<string>(),
            .. voter.Departed ? [RecordWords.Departed] : Array.Empty<string>(),
        ];
        return remarks.Length == 0 ? RecordWords.Nothing : string.Join(' ', remarks);
    }

    /// <summary>How a counted ballot came in.</summary>
    public static string Voter(DraftPoll poll, DraftBallot ballot)
    {
        DraftVoter? voter = poll.Roll.FirstOrDefault(entry => entry.Voter == ballot.Voter);
        string who = voter is null ? RecordWords.Unknown : Word.Fill(RecordWords.VoterOnRoll, voter.Voter, Role(voter.Title, voter.Name));
        return ballot.Recorded is { } recorded
            ? Word.Fill(RecordWords.VoterRecorded, who, Word.For(recorded.Manner), recorded.RecordedBy ?? RecordWords.Unknown)
            : who;
    }

    /// <summary>How it was settled what a poll left unsettled.</summary>
    public static string Settlement(DraftSettlement settlement) => settlement.Way switch
    {
        SettlementWay.Agreement => Word.Fill(
            RecordWords.SettledByAgreement,
            Word.List([.. settlement.Agreed.Select(agreed => Word.Fill(RecordWords.Agreed, agreed.Title, Word.For(agreed.Party), Manner(agreed.Told)))])),
        SettlementWay.CastingVote => Word.Fill(RecordWords.SettledByCastingVote, settlement.Title, settlement.Reason),
        _ => Word.Fill(RecordWords.SettledByLots, settlement.Seed),
    };
}
