using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>A ballot as it was counted when the poll closed.</summary>
/// <param name="Receipt">The receipt that its voter has.</param>
/// <param name="Picks">The proposals picked, in the poll's order; none for an abstention.</param>
/// <param name="Voter">Who cast it; nothing in a secret poll.</param>
/// <param name="Recording">Who recorded it for the voter, and how it was told; nothing when the voter cast it, and in a secret poll.</param>
public sealed record CountedBallot(
    Receipt Receipt, ImmutableArray<ProposalReference> Picks, MemberId? Voter = null, BallotRecording? Recording = null);
