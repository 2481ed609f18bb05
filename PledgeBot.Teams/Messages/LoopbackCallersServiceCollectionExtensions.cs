using Microsoft.Extensions.DependencyInjection;

namespace PledgeBot.Teams.Messages;

/// <summary>Registers who may post in local mode.</summary>
public static class LoopbackCallersServiceCollectionExtensions
{
    /// <summary>Lets whatever comes from this machine post without a token.</summary>
    /// <remarks>
    /// The messages endpoint refuses to be mapped with it outside <c>Development</c>, or when addresses beyond this machine may be
    /// called.
    /// </remarks>
    public static IServiceCollection AddLoopbackCallers(this IServiceCollection services) => services.AddSingleton<ICallerCheck, LoopbackCallers>();
}
