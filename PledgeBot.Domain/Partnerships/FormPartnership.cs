namespace PledgeBot.Domain.Partnerships;

/// <summary>Forms the partnership; the first command of its log. The second time changes nothing.</summary>
/// <param name="Municipality">The municipality's name; not blank, at most 100 characters.</param>
/// <param name="PoliceArea">The local police area's name; not blank, at most 100 characters.</param>
/// <param name="IsDemo">Whether its walks and proposals are made up for showing.</param>
public sealed record FormPartnership(string Municipality, string PoliceArea, bool IsDemo) : Command
{
    /// <summary>The longest name of either, in characters.</summary>
    public const int LongestName = 100;
}
