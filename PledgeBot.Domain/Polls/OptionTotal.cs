using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>The votes for one option of a closed poll.</summary>
/// <param name="Option">The proposal.</param>
/// <param name="Votes">How many picked it.</param>
public readonly record struct OptionTotal(ProposalReference Option, int Votes);
