using PledgeBot.Domain.Parties;

namespace PledgeBot.Domain.Polls;

/// <summary>How many of a party's members have answered a poll; abstaining is answering.</summary>
/// <param name="Party">The party.</param>
/// <param name="Answered">How many have answered.</param>
/// <param name="Entitled">How many are on the roll.</param>
/// <param name="ByPhone">How many of the answers a coordinator recorded after a telephone call.</param>
/// <param name="AtMeeting">How many of the answers a coordinator recorded after, or at, a meeting.</param>
public readonly record struct Turnout(Party Party, int Answered, int Entitled, int ByPhone = 0, int AtMeeting = 0);
