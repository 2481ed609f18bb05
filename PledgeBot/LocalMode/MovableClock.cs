using System.Globalization;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.LocalTeams;

namespace PledgeBot.LocalMode;

/// <summary>
/// The clock of local mode. The demo partnership's promise is from 2020, so the demo plays in its period: the clock starts there
/// the first time, runs at the usual speed, survives restarts, and can be moved forward, never back.
/// </summary>
internal sealed class MovableClock : TimeProvider, ILocalClock
{
    private readonly TimeProvider _real;
    private readonly string _file;
    private readonly Lock _lock = new();
    private long _ticksAhead;

    /// <summary>Starts the clock.</summary>
    /// <param name="real">The real clock.</param>
    /// <param name="directory">The directory that remembers how far from the real time it is.</param>
    /// <param name="start">The instant it starts at the first time.</param>
    public MovableClock(TimeProvider real, string directory, DateTimeOffset start)
    {
        _real = real;
        _file = Path.Combine(directory, "clock.txt");
        if (File.Exists(_file) && long.TryParse(File.ReadAllText(_file), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long ticks))
        {
            _ticksAhead = ticks;
        }
        else
        {
            MakePrivate(directory);
            Set(start - real.GetUtcNow());
        }
    }

    /// <summary>Gets or sets whom to wake when the clock has been moved.</summary>
    public DueWorkSignal? Moved { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset Now => GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _real.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ticksAhead));

    /// <inheritdoc/>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero);
        lock (_lock)
        {
            Set(TimeSpan.FromTicks(_ticksAhead) + by);
        }

        Moved?.Wake();
    }

    /// <inheritdoc/>
    public void AdvanceTo(DateTimeOffset moment) => Advance(moment - GetUtcNow());

    // The chats of local mode lie there too, and they are their members' own.
    private static void MakePrivate(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // Written beside and moved into place, so that a kill in between leaves the old one whole.
    private void Set(TimeSpan ahead)
    {
        string beside = _file + ".new";
        File.WriteAllText(beside, ahead.Ticks.ToString(CultureInfo.InvariantCulture));
        File.Move(beside, _file, overwrite: true);
        Interlocked.Exchange(ref _ticksAhead, ahead.Ticks);
    }
}
