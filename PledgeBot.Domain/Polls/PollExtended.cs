using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>A poll got more time.</summary>
/// <param name="Poll">The poll.</param>
/// <param name="ClosesAt">When it closes now.</param>
/// <param name="Reason">The coordinator's reason; nothing when it was not quorate at its closing time, and went on by its rules.</param>
public sealed record PollExtended(PollId Poll, DateTimeOffset ClosesAt, string? Reason = null) : PartnershipEvent;
