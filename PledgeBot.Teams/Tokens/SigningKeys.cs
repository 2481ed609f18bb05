using Microsoft.Extensions.Logging;

namespace PledgeBot.Teams.Tokens;

/// <summary>The issuer's keys as last read, read anew when they are old or when a token names one that is not among them.</summary>
/// <remarks>
/// One reading at a time serves all who wait for it. However many tokens name keys that do not exist, the issuer is asked once in
/// <see cref="LeastPause"/> at the most.
/// </remarks>
internal sealed partial class SigningKeys(ChannelMetadataReader reader, ChannelTokenOptions options, TimeProvider time, ILogger<SigningKeys> logger)
{
    private readonly Lock _gate = new();
    private volatile KnownKeys? _known;
    private DateTimeOffset _triedAt = DateTimeOffset.MinValue;
    private Task _reading = Task.CompletedTask;

    /// <summary>Gets after how long the keys are read anew: twice within the day that Microsoft asks for at the least.</summary>
    public static TimeSpan FreshFor { get; } = TimeSpan.FromHours(12);

    /// <summary>Gets for how long keys are believed that cannot be read anew: over a weekend. A key that was withdrawn is not believed longer.</summary>
    public static TimeSpan BelievedFor { get; } = TimeSpan.FromDays(3);

    /// <summary>Gets the least time between two readings while there are keys.</summary>
    public static TimeSpan LeastPause { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the least time between two readings while there are none.</summary>
    public static TimeSpan LeastPauseWithoutKeys { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Finds a key by its id.</summary>
    /// <returns>Whether there are keys at all, and the key if it is among them.</returns>
    public async ValueTask<(bool HasKeys, SigningKey? Key)> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (Believed() is { } known && known.Metadata.Keys.TryGetValue(keyId, out SigningKey? key))
        {
            if (time.GetUtcNow() - known.ReadAt >= FreshFor)
            {
                // This token need not wait for it.
                _ = ReadUnlessJustTried();
            }

            return (true, key);
        }

        await ReadUnlessJustTried().WaitAsync(cancellationToken);
        return Believed() is { } read ? (true, read.Metadata.Keys.GetValueOrDefault(keyId)) : (false, null);
    }

    /// <summary>Reads the keys ahead of the first token.</summary>
    public Task WarmUpAsync(CancellationToken cancellationToken) => ReadUnlessJustTried().WaitAsync(cancellationToken);

    private KnownKeys? Believed() => _known is { } known && time.GetUtcNow() - known.ReadAt < BelievedFor ? known : null;

    /// <summary>Begins to read the keys, unless that is being done, or was done or tried a moment ago.</summary>
    /// <returns>A task that ends with the reading, and never fails.</returns>
    private Task ReadUnlessJustTried()
    {
        lock (_gate)
        {
            TimeSpan pause = Believed() is null ? LeastPauseWithoutKeys : LeastPause;
            if (_reading.IsCompleted && time.GetUtcNow() - _triedAt >= pause)
            {
                _triedAt = time.GetUtcNow();
                _reading = Task.Run(ReadAsync);
            }

            return _reading;
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            _known = new KnownKeys(await reader.ReadAsync(options.OpenIdMetadata, CancellationToken.None), time.GetUtcNow());
        }
        catch (ChannelMetadataException exception)
        {
            if (Believed() is { } known)
            {
                LogStale(exception.Message, known.ReadAt + BelievedFor);
            }
            else
            {
                LogNone(exception.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of the tokens' issuer could not be read anew: {Problem} Those known are used until {Until:u}.")]
    private partial void LogStale(string problem, DateTimeOffset until);

    [LoggerMessage(Level = LogLevel.Error, Message = "The keys of the tokens' issuer could not be read, so nothing from Teams can be taken: {Problem}")]
    private partial void LogNone(string problem);

    private sealed record KnownKeys(ChannelMetadata Metadata, DateTimeOffset ReadAt);
}
