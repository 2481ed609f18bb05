using PledgeBot.Tests.TeamsMode;

namespace PledgeBot.Tests.Tokens;

/// <summary>The program in Teams mode, an issuer with keys good and bad, and a server that nobody should call.</summary>
public sealed class Stage : IAsyncLifetime
{
    internal IdentityProvider Provider { get; private set; } = null!;

    internal Trap Trap { get; private set; } = null!;

    internal TeamsModeHost Host { get; private set; } = null!;

    internal ProviderKey Unendorsed { get; } = new("key-without", null);

    internal ProviderKey EndorsedForNone { get; } = new("key-for-none", []);

    internal ProviderKey EndorsedForWebChat { get; } = new("key-for-webchat", "webchat");

    internal DateTimeOffset Now => Host.Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        Provider = await IdentityProvider.StartAsync();
        Provider.Publish(Provider.Key, Unendorsed, EndorsedForNone, EndorsedForWebChat);
        Trap = await Trap.StartAsync();
        Host = new TeamsModeHost(Provider);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Trap.DisposeAsync();
        await Provider.DisposeAsync();
    }

    internal TestToken Token() => Host.Token();
}
