using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Records;
using PledgeBot.LocalTeams;
using PledgeBot.Teams.Activities;

namespace PledgeBot.LocalMode;

/// <summary>
/// When the host has started: loads the demo the first time, enters where the channel is reached this time, installs the bot in
/// the stand-in, and says where to look.
/// </summary>
internal sealed partial class LocalModeStart(
    DemoPartnership demo,
    LocalTeamsPlace place,
    LocalTeamsInstaller installer,
    IPartnershipRecords records,
    IDirectory directory,
    IDueWorkDispatcher dueWork,
    ILogger<LocalModeStart> logger) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await EnterPlaceAsync(cancellationToken);
        await LoadDemoAsync(cancellationToken);
        await dueWork.ScheduleWeeklyStatusAsync(demo.Id, cancellationToken);
        await installer.InstallAsync(cancellationToken);
        LogReady(place.Page);
    }

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task EnterPlaceAsync(CancellationToken cancellationToken) => directory.EnterAsync(
        ChannelPlace.Of(
            demo.Id,
            place.TenantId,
            place.TeamId,
            new ConversationReference(place.ServiceUrl, place.ChannelId, place.BotId, place.TenantId, ConversationTypes.Channel)),
        cancellationToken);

    private async Task LoadDemoAsync(CancellationToken cancellationToken)
    {
        await using ITurn turn = await records.BeginTurnAsync(demo.Id, cancellationToken);
        if (turn.Partnership.Version == 0)
        {
            demo.Play(turn);
            await turn.CommitAsync(cancellationToken);
            LogLoaded();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo partnership has been loaded. Its walks and proposals are made up.")]
    private partial void LogLoaded();

    [LoggerMessage(Level = LogLevel.Information, Message = "PledgeBot runs in local mode. Open {Address} in a browser.")]
    private partial void LogReady(Uri address);
}
