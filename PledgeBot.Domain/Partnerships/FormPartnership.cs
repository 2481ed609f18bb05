namespace PledgeBot.Domain.Partnerships;

/// <summary>
/// Forms the partnership; the first command of its log. The second time changes nothing. Somebody who is on no list yet can
/// ask for it, and is then listed as a coordinator in the same decision; the set-up of a demo asks for it in nobody's name.
/// </summary>
/// <param name="Municipality">The municipality's name; not blank, at most 100 characters.</param>
/// <param name="PoliceArea">The local police area's name; not blank, at most 100 characters.</param>
/// <param name="IsDemo">Whether its walks and proposals are made up for showing.</param>
/// <param name="Founder">The party and role of the one who asks; nothing when nobody does.</param>
public sealed record FormPartnership(string Municipality, string PoliceArea, bool IsDemo, Founder? Founder = null) : Command
{
    /// <summary>The longest name of either, in characters.</summary>
    public const int LongestName = 100;
}
