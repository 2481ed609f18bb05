using Microsoft.Extensions.Time.Testing;
using PledgeBot.LocalTeams;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>A demo clock that stands still until it is moved.</summary>
internal sealed class FakeClock : ILocalClock
{
    public FakeTimeProvider Time { get; } = new(LocalTeamsTest.Noon);

    public DateTimeOffset Now => Time.GetUtcNow();

    public void Advance(TimeSpan by) => Time.Advance(by);

    public void AdvanceTo(DateTimeOffset moment) => Time.SetUtcNow(moment);
}
