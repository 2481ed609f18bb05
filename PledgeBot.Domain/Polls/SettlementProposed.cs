using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>An authorised member said for a party what to choose where a poll left it unsettled.</summary>
/// <param name="Poll">The poll.</param>
/// <param name="Party">The party.</param>
/// <param name="Title">The member's role at the time.</param>
/// <param name="Chosen">What to choose, in order of reference.</param>
/// <param name="Recorded">Who said it, and how, when a coordinator recorded it; nothing when the member did it themself.</param>
public sealed record SettlementProposed(
    PollId Poll, Party Party, string Title, ImmutableArray<ProposalReference> Chosen, RecordedConfirmation? Recorded = null) : PartnershipEvent;
