using Microsoft.EntityFrameworkCore.Storage;

namespace PledgeBot.Storage;

/// <summary>A write in progress. Disposing it without a commit rolls it back, and lets the next writer in either way.</summary>
internal sealed class WriteTransaction(PledgeBotDbContext context, IDbContextTransaction transaction, Action letNextIn) : IAsyncDisposable
{
    private bool _isOver;

    /// <summary>Gets the tables, inside the transaction.</summary>
    public PledgeBotDbContext Context { get; } = context;

    /// <summary>Makes everything durable.</summary>
    /// <remarks>It cannot be called off: a commit that was abandoned half way may have happened or not.</remarks>
    public Task CommitAsync() => transaction.CommitAsync(CancellationToken.None);

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
