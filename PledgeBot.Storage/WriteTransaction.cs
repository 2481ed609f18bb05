using Microsoft.EntityFrameworkCore.Storage;

namespace PledgeBot.Storage;

/// <summary>A write in progress. Disposing it without a commit rolls it back, and lets the next writer in either way.</summary>
/// <param name="context">The tables, inside the transaction.</param>
/// <param name="transaction">The transaction.</param>
/// <param name="forget">Has the database forget its past, as far as it can at once.</param>
/// <param name="letNextIn">Lets the next writer in.</param>
internal sealed class WriteTransaction(
    PledgeBotDbContext context, IDbContextTransaction transaction, Action<PledgeBotDbContext> forget, Action letNextIn) : IAsyncDisposable
{
    private bool _isOver;

    /// <summary>Gets the tables, inside the transaction.</summary>
    public PledgeBotDbContext Context { get; } = context;

    /// <summary>Makes everything durable.</summary>
    /// <remarks>It cannot be called off: a commit that was abandoned half way may have happened or not.</remarks>
    public Task CommitAsync() => transaction.CommitAsync(CancellationToken.None);

    /// <summary>
    /// Has the database forget, after the commit, what it keeps beside the tables of what stood in them before. What it cannot forget at
    /// once it forgets after one of the next writes.
    /// </summary>
    public void Forget() => forget(Context);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        try
        {
            await using (Context)
            {
                await transaction.DisposeAsync();
            }
        }
        finally
        {
            letNextIn();
        }
    }
}
