using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Bot;

/// <summary>
/// Brings an activity to the bot until it answers or nobody waits any longer. What is not answered in time comes again, the same under
/// the same id. An invoke then comes twice more under new ids, though the client has given up and sees none of the answers.
/// </summary>
internal sealed partial class BotTurns(
    BotEndpoint bot,
    BotActivities activities,
    IOptions<LocalTeamsOptions> options,
    IHostApplicationLifetime lifetime,
    ILogger<BotTurns> logger)
{
    private const int TriesAfterGivingUp = 2;

    /// <summary>Brings a message or an event.</summary>
    public Task<BotReply> TellAsync(JsonObject activity, CancellationToken cancellationToken) =>
        TwiceAsync(activity, options.Value.BotTimeout, cancellationToken);

    /// <summary>Brings an invoke.</summary>
    /// <param name="invoke">The invoke.</param>
    /// <param name="sort">Reads the answer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<InvokeAnswer> AskAsync(JsonObject invoke, Func<BotReply, InvokeAnswer> sort, CancellationToken cancellationToken)
    {
        TimeSpan patience = PatienceFor(invoke.Text("name"));
        BotReply reply = await TwiceAsync(invoke, patience, cancellationToken);
        if (reply.IsTooLate)
        {
            _ = GoOnAsync(invoke, patience);
            return InvokeAnswer.TooLate;
        }

        InvokeAnswer answer = sort(reply);

        // A client that cannot read an answer asks again, which is one reason why the same press comes under two ids.
        return reply.IsSuccess && answer.IsUnreachable
            ? sort(await bot.PostAsync(activities.Renew(invoke), patience, cancellationToken))
            : answer;
    }

    private TimeSpan PatienceFor(string? invoke) =>
        invoke == "task/submit" || invoke?.StartsWith("composeExtension/", StringComparison.Ordinal) == true
            ? options.Value.DialogTimeout
            : options.Value.BotTimeout;

    private async Task<BotReply> TwiceAsync(JsonObject activity, TimeSpan patience, CancellationToken cancellationToken)
    {
        BotReply first = await bot.PostAsync(activity, patience, cancellationToken);
        return first.IsTooLate ? await bot.PostAsync(activity, patience, cancellationToken) : first;
    }

    private async Task GoOnAsync(JsonObject invoke, TimeSpan patience)
    {
        try
        {
            for (int tries = 0; tries < TriesAfterGivingUp; tries++)
            {
                BotReply reply = await bot.PostAsync(activities.Renew(invoke), patience, lifetime.ApplicationStopping);
                if (!reply.IsTooLate)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The stand-in stops.
        }
        catch (Exception e)
        {
            LogFailed(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An invoke could not be brought to the bot again")]
    private partial void LogFailed(Exception exception);
}
