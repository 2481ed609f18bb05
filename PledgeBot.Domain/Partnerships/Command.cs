namespace PledgeBot.Domain.Partnerships;

/// <summary>Something a member, or the clock, wants done.</summary>
public abstract record Command;
