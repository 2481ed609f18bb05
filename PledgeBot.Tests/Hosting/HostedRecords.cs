using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.Hosting;

/// <summary>Lets a hosted bot use records on disk.</summary>
internal static class HostedRecords
{
    public static IServiceCollection Use(this IServiceCollection services, TemporaryRecords records) => services
        .AddSingleton(records.Partnerships)
        .AddSingleton(records.Directory)
        .AddSingleton(records.DueWork);
}
