using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Records;

/// <summary>Work that a worker has taken from the list.</summary>
/// <param name="Id">The row.</param>
/// <param name="Partnership">Whose work it is.</param>
/// <param name="Work">The work.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
public sealed record TakenWork(long Id, PartnershipId Partnership, DueWork Work, int Attempt);
