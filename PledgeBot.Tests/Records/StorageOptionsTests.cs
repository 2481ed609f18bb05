using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PledgeBot.Domain.Records;
using PledgeBot.Storage;
using PledgeBot.Storage.Sqlite;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Records;

public sealed class StorageOptionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null, "The records have no place. Set Storage:DataDirectory to the directory that they are to be kept in.")]
    [InlineData("", " ", "The records have no place. Set Storage:DataDirectory to the directory that they are to be kept in.")]
    [InlineData(null, "Host=db", "Storage:ConnectionString cannot be used. Connection string keyword 'host' is not supported.")]
    public void Validate_NoPlace_SaysSo(string? directory, string? connectionString, string message)
    {
        ValidateOptionsResult result = Validate(directory, connectionString);

        Assert.StartsWith(message, result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=a.db;Mode=Memory")]
    [InlineData("Data Source=a.db;Mode=ReadOnly")]
    [InlineData("Data Source=file:a.db")]
    [InlineData("Cache=Private")]
    public void Validate_NotAFileThatCanBeWritten_SaysSo(string connectionString) =>
        Assert.Contains("the path of a file that can be written", Validate(null, connectionString).FailureMessage!, StringComparison.Ordinal);

    [Theory]
    [InlineData("data", null)]
    [InlineData(null, "Data Source=a.db")]
    [InlineData("data", "Data Source=a.db")]
    public void Validate_APlace_IsFine(string? directory, string? connectionString) =>
        Assert.True(Validate(directory, connectionString).Succeeded);

    [Theory]
    [InlineData("data", null, "data/pledgebot.db")]
    [InlineData("data", "Data Source=other/a.db", "other/a.db")]
    public void File_IsTheConnectionStringsOrTheDirectorys(string directory, string? connectionString, string path) =>
        Assert.Equal(
            Path.GetFullPath(path),
            SqliteFile.From(new StorageOptions { DataDirectory = directory, ConnectionString = connectionString }).Path);

    [Fact]
    public async Task Host_WithoutAPlace_DoesNotStart()
    {
        using IHost host = MakeHost([]);

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancel));
    }

    [Fact]
    public async Task Host_Starting_HasTheRecordsReadyForEveryHostedService()
    {
        var directory = Directory.CreateTempSubdirectory("pledgebot-");
        using (IHost host = MakeHost([new("Storage:DataDirectory", directory.FullName)], services => services.AddHostedService<Appending>()))
        {
            await host.StartAsync(Cancel);
            await host.StopAsync(Cancel);
        }

        await using (var records = TemporaryRecords.Open(Path.Combine(directory.FullName, SqliteFile.Name)))
        {
            Assert.Equal(1, await records.CountAsync("SELECT COUNT(*) FROM events"));
        }

        directory.Delete(recursive: true);
    }

    private static ValidateOptionsResult Validate(string? directory, string? connectionString) =>
        new StorageOptionsValidator().Validate(null, new StorageOptions { DataDirectory = directory, ConnectionString = connectionString });

    // The service that writes is registered first, so that the order of registration cannot be what makes it work.
    private static IHost MakeHost(KeyValuePair<string, string?>[] settings, Action<IServiceCollection>? configure = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        configure?.Invoke(builder.Services);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPledgeBotStorage();
        return builder.Build();
    }

    private sealed class Appending(IPartnershipRecords records) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => records.AppendAsync(NewPartnership(), Formed);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
