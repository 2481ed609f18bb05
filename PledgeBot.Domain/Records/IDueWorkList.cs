namespace PledgeBot.Domain.Records;

/// <summary>The list of work for later, over all partnerships.</summary>
public interface IDueWorkList
{
    /// <summary>Takes work that is due, the longest due first; nobody else gets it until the lease has run out.</summary>
    /// <param name="now">The present.</param>
    /// <param name="lease">How long the work stays taken if it is neither completed nor put back.</param>
    /// <param name="most">The most to take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<TakenWork>> TakeDueAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancellationToken);

    /// <summary>Finds when work is next due, or a lease runs out; nothing when the list is empty.</summary>
    Task<DateTimeOffset?> FindNextDueAsync(CancellationToken cancellationToken);

    /// <summary>Puts taken work back, to be tried again later.</summary>
    /// <param name="work">The work.</param>
    /// <param name="dueAt">When to try again.</param>
    /// <param name="problem">What went wrong, without personal data; at most 400 characters are kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task RetryAsync(TakenWork work, DateTimeOffset dueAt, string problem, CancellationToken cancellationToken);

    /// <summary>Puts taken work back because its time has not come after all: the attempt does not count.</summary>
    /// <param name="work">The work.</param>
    /// <param name="dueAt">When to try again.</param>
    /// <param name="reason">Why it waits, without personal data; at most 400 characters are kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task PostponeAsync(TakenWork work, DateTimeOffset dueAt, string reason, CancellationToken cancellationToken);

    /// <summary>Sets taken work aside for good, so that it holds nothing else up. Its payload is not kept.</summary>
    /// <param name="work">The work.</param>
    /// <param name="problem">What went wrong, without personal data; at most 400 characters are kept.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SetAsideAsync(TakenWork work, string problem, DateTimeOffset now, CancellationToken cancellationToken);
}
