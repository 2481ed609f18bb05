using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Members;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Dialogs.SetUp;

/// <summary>Asks the channel about whoever opens or sends the form of the set-up: what the form itself says is only a claim.</summary>
internal sealed partial class FounderCheck(ConnectorClient connector, TimeProvider time, ILogger<FounderCheck> logger)
{
    /// <summary>How long the channel may take: the member waits for the form meanwhile.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    private static readonly FounderStanding Unknown = new FounderStanding.Unknown();

    /// <summary>Asks about who opens or sends the form; other activities ask nothing.</summary>
    /// <remarks>Before the turn, since it can take seconds and a turn holds everybody else up.</remarks>
    public async Task<FounderStanding> AskAsync(Activity activity, MeetingPlace place, CancellationToken cancellationToken)
    {
        if (activity.From?.Id is not { } account || !SetUpDialog.IsAskedForBy(activity))
        {
            return Unknown;
        }

        ConversationReference team = ChannelPlace.Read(place) with { ConversationId = place.TeamId };
        using var timeout = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return Sort(await connector.GetMemberAsync(team, account, either.Token), activity.From.AadObjectId, place);
        }
        catch (ConnectorException exception)
        {
            LogNotAnswered(exception);
            return Unknown;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogTooSlow();
            return Unknown;
        }
    }

    private static FounderStanding Sort(ChannelAccount? account, string? directoryId, MeetingPlace place)
    {
        if (account is null)
        {
            return new FounderStanding.Outside();
        }

        if (TeamReading.Person(account) is not { } person || person.DirectoryId != directoryId)
        {
            return Unknown;
        }

        // A roster that does not say what somebody is says at least where the account comes from.
        return account.RoleInRoster() switch
        {
            RosterRole.User => new FounderStanding.InTeam(person),
            null when string.IsNullOrEmpty(account.UserRole) && account.TenantId == place.TenantId => new FounderStanding.InTeam(person),
            RosterRole.Guest => new FounderStanding.Guest(),
            _ => Unknown,
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel did not say who wants to set a partnership up.")]
    private partial void LogNotAnswered(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel took too long to say who wants to set a partnership up.")]
    private partial void LogTooSlow();
}
