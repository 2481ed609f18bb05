using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PledgeBot.Domain.Records;
using PledgeBot.Storage.Records;
using PledgeBot.Storage.Sqlite;

namespace PledgeBot.Storage;

/// <summary>Registers the storage module.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds the records: <see cref="IPartnershipRecords"/>, <see cref="IDueWorkList"/> and <see cref="IDirectory"/>, all
    /// safe to use from several threads, and all singletons.
    /// </summary>
    /// <remarks>
    /// Needs a <see cref="TimeProvider"/>, logging, and <see cref="StorageOptions"/> in the configuration. The file is made
    /// and brought up to date when the host starts, before any other hosted service does.
    /// </remarks>
    public static IServiceCollection AddPledgeBotStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<RecordsDatabase>(provider => new SqliteDatabase(
            SqliteFile.From(provider.GetRequiredService<IOptions<StorageOptions>>().Value),
            provider.GetRequiredService<TimeProvider>(),
            SqliteDatabase.LongestWait));
        services.AddSingleton<IRecordsInspector, RecordsInspector>();
        services.AddSingleton<LogCache>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<IPartnershipRecords, PartnershipRecords>();
        services.AddSingleton<IDueWorkList, DueWorkList>();
        services.AddSingleton<IDirectory, MemberDirectory>();
        services.AddHostedService<StoragePreparation>();
        return services;
    }
}
