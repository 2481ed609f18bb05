using System.Collections.Immutable;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>How it was settled what a poll left unsettled.</summary>
/// <param name="Way">Who or what settled it.</param>
/// <param name="Poll">The poll.</param>
/// <param name="Among">What was left, in order of reference.</param>
/// <param name="Places">How many could be chosen.</param>
/// <param name="Chosen">What was chosen, in order of reference.</param>
/// <param name="Title">The chair's role, at a casting vote.</param>
/// <param name="Reason">The chair's reason, at a casting vote.</param>
/// <param name="Seed">The seed, at lots: 64 hexadecimal digits.</param>
/// <param name="Agreed">Who agreed for each party, at an agreement.</param>
public sealed record DraftSettlement(
    SettlementWay Way,
    string Poll,
    ImmutableArray<string> Among,
    int Places,
    ImmutableArray<string> Chosen,
    string? Title,
    string? Reason,
    string? Seed,
    ImmutableArray<DraftAgreed> Agreed)
{
    /// <summary>Writes how a poll was settled.</summary>
    internal static DraftSettlement Of(Poll poll, Settlement settlement) => new(
        settlement.Way,
        poll.Id.ToString(),
        DecisionRecordDraft.References(settlement.Among),
        settlement.Places,
        DecisionRecordDraft.References(settlement.Chosen),
        settlement.Title,
        settlement.Reason,
        settlement.Seed,
        settlement.Way == SettlementWay.Agreement
            ? [.. poll.Proposed.OrderBy(said => said.Party).Select(said => new DraftAgreed(said.Party, said.Title, DecisionRecordDraft.Told(said.Recorded)))]
            : []);
}

/// <summary>Who agreed for a party.</summary>
/// <param name="Party">The party.</param>
/// <param name="Title">The role of the one who did.</param>
/// <param name="Told">How it was told; nothing when it was given in Teams.</param>
public sealed record DraftAgreed(Party Party, string Title, DraftTold? Told);
