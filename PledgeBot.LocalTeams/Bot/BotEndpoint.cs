using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Bot;

/// <summary>Brings activities to the bot over HTTP, as the channel service does.</summary>
internal sealed partial class BotEndpoint : IDisposable
{
    private const int MaxAnswerBytes = 2 * 1024 * 1024;
    private readonly ServerAddress _addresses;
    private readonly ILogger<BotEndpoint> _logger;
    private readonly HttpClient _http;

    public BotEndpoint(ServerAddress addresses, IOptions<LocalTeamsOptions> options, ILogger<BotEndpoint> logger)
    {
        _addresses = addresses;
        _logger = logger;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            Timeout = options.Value.BotTimeout,
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };
    }

    /// <summary>Posts an activity and waits for the answer, at most <see cref="LocalTeamsOptions.BotTimeout"/>.</summary>
    public async Task<BotReply> PostAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
            using HttpResponseMessage response = await _http.PostAsync(_addresses.BotMessages, content, cancellationToken);
            var reply = new BotReply((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
            if (!reply.IsSuccess)
            {
                LogRefused(activity.Text("type"), activity.Text("id"), (int)response.StatusCode);
            }

            return reply;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            LogUnreachable(activity.Text("type"), activity.Text("id"), e);
            return BotReply.Unreachable;
        }
    }

    public void Dispose() => _http.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot answered activity {ActivityId} of type {ActivityType} with status {Status}")]
    private partial void LogRefused(string? activityType, string? activityId, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot could not be reached with activity {ActivityId} of type {ActivityType}")]
    private partial void LogUnreachable(string? activityType, string? activityId, Exception exception);
}
