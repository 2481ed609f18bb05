using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Decisions;

/// <summary>A party returned a recommended proposal; the confirmations given so far no longer count.</summary>
/// <param name="Reference">The proposal.</param>
/// <param name="Party">The party.</param>
/// <param name="Title">The returning member's role at the time.</param>
/// <param name="Reason">Why.</param>
/// <param name="Recorded">Who returned it, and how, when a coordinator recorded it; nothing when the member did it themself.</param>
public sealed record ProposalReturned(
    ProposalReference Reference, Party Party, string Title, string Reason, RecordedConfirmation? Recorded = null) : PartnershipEvent;
