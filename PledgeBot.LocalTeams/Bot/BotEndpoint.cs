using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Bot;

/// <summary>Brings activities to the bot over HTTP, as the channel service does.</summary>
internal sealed partial class BotEndpoint(ServerAddress addresses, TimeProvider time, ILogger<BotEndpoint> logger) : IDisposable
{
    private const int MaxAnswerBytes = 2 * 1024 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MaxAnswerBytes,
    };

    /// <summary>Posts an activity once, and waits for the answer.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="patience">How long to wait; afterwards the answer is dropped.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<BotReply> PostAsync(JsonObject activity, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var ended = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, cancellationToken);
        try
        {
            using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
            using HttpResponseMessage response = await _http.PostAsync(addresses.BotMessages, content, either.Token);
            var reply = new BotReply((int)response.StatusCode, await response.Content.ReadAsStringAsync(either.Token));
            if (!reply.IsSuccess)
            {
                LogRefused(activity.Text("type"), activity.Text("id"), (int)response.StatusCode);
            }

            return reply;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogTooLate(activity.Text("type"), activity.Text("id"), patience.TotalSeconds);
            return BotReply.TooLate;
        }
        catch (HttpRequestException e)
        {
            LogUnreachable(activity.Text("type"), activity.Text("id"), e);
            return BotReply.Unreachable;
        }
    }

    public void Dispose() => _http.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot answered activity {ActivityId} of type {ActivityType} with status {Status}")]
    private partial void LogRefused(string? activityType, string? activityId, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot did not answer activity {ActivityId} of type {ActivityType} within {Seconds} s")]
    private partial void LogTooLate(string? activityType, string? activityId, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot could not be reached with activity {ActivityId} of type {ActivityType}")]
    private partial void LogUnreachable(string? activityType, string? activityId, Exception exception);
}
