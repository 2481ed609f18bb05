namespace PledgeBot.LocalTeams;

/// <summary>
/// The demo's clock. When the host registers one, the page shows its time and offers to move it forward, so that a visitor can
/// see a poll close or the weekly post come without waiting.
/// </summary>
public interface ILocalClock
{
    /// <summary>The demo's present, the one its <see cref="TimeProvider"/> tells.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Moves the present forward.</summary>
    /// <param name="by">How far; positive.</param>
    void Advance(TimeSpan by);

    /// <summary>Moves the present forward to a moment.</summary>
    /// <param name="moment">A moment after <see cref="Now"/>.</param>
    void AdvanceTo(DateTimeOffset moment);
}
