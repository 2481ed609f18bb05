namespace PledgeBot.Domain.Walks;

/// <summary>How many of one group walked along.</summary>
/// <param name="Group">The group.</param>
/// <param name="Count">How many, from 0 to 500.</param>
public readonly record struct ParticipantCount(ParticipantGroup Group, int Count);
