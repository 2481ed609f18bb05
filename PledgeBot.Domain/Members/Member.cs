using PledgeBot.Domain.Parties;

namespace PledgeBot.Domain.Members;

/// <summary>A member as the rules see one: a role, never a name.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Party">The party the member belongs to; from the partnership's own list, never from an e-mail domain.</param>
/// <param name="Title">The role as the partnership words it, "Trygghetssamordnare".</param>
/// <param name="Duties">What the member may do.</param>
public sealed record Member(MemberId Id, Party Party, string Title, Duties Duties)
{
    /// <summary>Tells whether the member has a duty.</summary>
    public bool Has(Duties duty) => (Duties & duty) == duty;
}
