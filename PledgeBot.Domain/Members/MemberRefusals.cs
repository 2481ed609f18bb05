using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Members;

/// <summary>The list has no such member.</summary>
public sealed record NoSuchMember : Refusal;

/// <summary>The group would have nobody left who coordinates, and nobody who could change that.</summary>
public sealed record LastCoordinator : Refusal;
