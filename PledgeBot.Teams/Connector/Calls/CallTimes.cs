using System.Collections.Immutable;

namespace PledgeBot.Teams.Connector.Calls;

/// <summary>When calls were made, as far back as its windows can ask.</summary>
/// <remarks>
/// A window of <c>n</c> calls is full as long as the <c>n</c>th latest call lies within it, so one list of instants serves windows
/// of any length, exactly. Not for use by several threads at once.
/// </remarks>
internal sealed class CallTimes(ImmutableArray<RateWindow> windows)
{
    private readonly int _most = windows.Max(window => window.Calls);

    private TimeSpan[] _times = new TimeSpan[8];
    private int _count;
    private int _next;
    private TimeSpan _heldUntil = TimeSpan.MinValue;

    /// <summary>Gets when the latest call was; the earliest of times when there was none.</summary>
    public TimeSpan Latest => _count == 0 ? TimeSpan.MinValue : NthLatest(1);

    /// <summary>How long it is until a call fits into every window and is not held; zero when that is now.</summary>
    public TimeSpan WaitAt(TimeSpan now)
    {
        TimeSpan free = _heldUntil > now ? _heldUntil : now;
        foreach (RateWindow window in windows)
        {
            if (_count >= window.Calls && NthLatest(window.Calls) + window.Length is var leaves && leaves > free)
            {
                free = leaves;
            }
        }

        return free - now;
    }

    /// <summary>Tells whether no window holds a call any more, so that forgetting everything changes nothing.</summary>
    public bool IsIdleAt(TimeSpan now) =>
        _heldUntil <= now && (_count == 0 || Latest + windows.Max(window => window.Length) <= now);

    /// <summary>Lets no call through before an instant; of several the latest counts.</summary>
    public void HoldUntil(TimeSpan instant) => _heldUntil = instant > _heldUntil ? instant : _heldUntil;

    /// <summary>Notes a call.</summary>
    public void Add(TimeSpan now)
    {
        if (_count == _times.Length && _count < _most)
        {
            Grow();
        }

        _times[_next] = now;
        _next = (_next + 1) % _times.Length;
        _count = Math.Min(_count + 1, _times.Length);
    }

    private TimeSpan NthLatest(int n) => _times[(_next - n + _times.Length) % _times.Length];

    // Only a full ring grows, so its oldest call is the one to be written next.
    private void Grow()
    {
        var larger = new TimeSpan[Math.Min(_times.Length * 2, _most)];
        _times.AsSpan(_next).CopyTo(larger);
        _times.AsSpan(0, _next).CopyTo(larger.AsSpan(_times.Length - _next));
        _next = _times.Length;
        _times = larger;
    }
}
