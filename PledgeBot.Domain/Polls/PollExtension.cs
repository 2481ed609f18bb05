namespace PledgeBot.Domain.Polls;

/// <summary>That a poll got more time.</summary>
/// <param name="From">When it would have closed.</param>
/// <param name="To">When it closes instead.</param>
/// <param name="Reason">The coordinator's reason; nothing when it was not quorate, and went on by its rules.</param>
public sealed record PollExtension(DateTimeOffset From, DateTimeOffset To, string? Reason)
{
    /// <summary>Gets whether the poll's rules extended it, because it was not quorate.</summary>
    public bool IsByRule => Reason is null;
}
