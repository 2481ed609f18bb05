using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Weekly;

/// <summary>The weekly status of a week was handed to the channel; what is new is counted from here.</summary>
/// <param name="Week">The week.</param>
public sealed record WeeklyStatusPosted(Week Week) : PartnershipEvent;
