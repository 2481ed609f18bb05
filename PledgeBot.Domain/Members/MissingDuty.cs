using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Members;

/// <summary>A duty that nobody of a party has, so that the group cannot go all the way from a proposal to a decision.</summary>
/// <param name="Party">The party.</param>
/// <param name="Duty">The duty: to vote, or to confirm.</param>
public sealed record MissingDuty(Party Party, Duties Duty)
{
    // Without a voter from each party no poll opens, and without a confirmation from each nothing is decided.
    private static readonly Duties[] Needed = [Duties.Vote, Duties.Confirm];

    /// <summary>Finds what is missing: votes before confirmations, the municipality before the police.</summary>
    public static IEnumerable<MissingDuty> Of(Partnership partnership) =>
        from duty in Needed
        from party in Enum.GetValues<Party>()
        where !partnership.Members.Any(member => member.Party == party && member.Has(duty))
        select new MissingDuty(party, duty);
}
