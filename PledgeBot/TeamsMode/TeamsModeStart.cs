using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;

namespace PledgeBot.TeamsMode;

/// <summary>When the host has started: sees to it that the weekly status of every partnership with a channel is on the list.</summary>
internal sealed partial class TeamsModeStart(IDirectory directory, IDueWorkDispatcher dueWork, IServer server, ILogger<TeamsModeStart> logger)
    : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<MeetingPlace> places = await directory.ListMeetingPlacesAsync(cancellationToken);
        foreach (MeetingPlace place in places)
        {
            await ScheduleWeeklyStatusAsync(place.Partnership, cancellationToken);
        }

        string addresses = string.Join(" and ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        LogReady(addresses, places.Count);
    }

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // One partnership whose records cannot be read keeps no other from its work.
    private async Task ScheduleWeeklyStatusAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        try
        {
            await dueWork.ScheduleWeeklyStatusAsync(partnership, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotScheduled(exception, partnership);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "PledgeBot runs in Teams mode and listens on {Addresses}. {Partnerships} partnerships have a channel.")]
    private partial void LogReady(string addresses, int partnerships);

    [LoggerMessage(Level = LogLevel.Error, Message = "The weekly status of partnership {Partnership} could not be put on the list.")]
    private partial void LogNotScheduled(Exception exception, PartnershipId partnership);
}
