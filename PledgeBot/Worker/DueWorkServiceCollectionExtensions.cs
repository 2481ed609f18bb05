namespace PledgeBot.Worker;

/// <summary>Registers the worker.</summary>
internal static class DueWorkServiceCollectionExtensions
{
    /// <summary>Adds the worker that does what comes due. Register it after whatever must be ready before it.</summary>
    public static IServiceCollection AddDueWork(this IServiceCollection services) => services.AddHostedService<DueWorkWorker>();
}
