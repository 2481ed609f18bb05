namespace PledgeBot.Domain.Partnerships;

/// <summary>A municipality and a local police area began to keep their promise here.</summary>
/// <param name="Municipality">The municipality's name, "Tomelilla kommun".</param>
/// <param name="PoliceArea">The local police area's name, "lokalpolisområde Ystad".</param>
/// <param name="IsDemo">Whether its walks and proposals are made up for showing.</param>
public sealed record PartnershipFormed(string Municipality, string PoliceArea, bool IsDemo) : PartnershipEvent;
