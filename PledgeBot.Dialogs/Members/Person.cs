using PledgeBot.Domain.Members;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Members;

/// <summary>Somebody who is on the partnership's list, in the team, or both.</summary>
/// <param name="Key">What names the person in a dialog: the member's identifier, or for who was never listed the account's.</param>
/// <param name="Name">The name; the role for a member whose name is not known.</param>
/// <param name="Member">The entry on the list; nothing when the person has none.</param>
/// <param name="Contact">The contact; nothing for who was never listed.</param>
/// <param name="InTeam">The account in the team; nothing when the team lacks it, and before the team was read.</param>
internal sealed record Person(string Key, string Name, Member? Member, Contact? Contact, RosterPerson? InTeam)
{
    /// <summary>Gets whether the person is in the team as a guest.</summary>
    public bool IsGuest => InTeam?.IsGuest == true;

    /// <summary>Gets whether the person was in the team, and is no longer.</summary>
    public bool HasLeft => Contact?.HasLeft == true;

    /// <summary>Gets whether the person has no account, and takes part by phone.</summary>
    public bool IsByPhone => Contact?.DirectoryId is null && InTeam is null;
}
