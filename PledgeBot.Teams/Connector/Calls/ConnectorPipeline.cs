using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Telemetry;
using Polly.Timeout;

namespace PledgeBot.Teams.Connector.Calls;

/// <summary>What every call to the connector goes through: tried again where that can do no harm, kept within the rates, not waited for too long.</summary>
/// <remarks>
/// The rules are those of protocol 3.4. What can be repeated (reading, replacing, removing) is tried again when the channel is
/// briefly not itself. A new message is tried again only when it was certainly not taken: turned away with 412 or 429, or never
/// written because there was no connection. 500 is never tried again, nor anything that the channel refuses for a reason.
/// </remarks>
internal static class ConnectorPipeline
{
    private const string Name = "connector";
    private const int MostTries = 3;

    /// <summary>Gets how long one try at something repeatable may take before the next; a new message has the whole call's time.</summary>
    public static TimeSpan TryTimeout { get; } = TimeSpan.FromSeconds(4);

    /// <summary>Gets the longest wait asked for that a call sits out itself; whoever is asked to wait longer does so elsewhere.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Adds the pipeline to the connector's client.</summary>
    public static void AddConnectorPipeline(this IHttpClientBuilder client)
    {
        client.Services.AddSingleton<ConnectorRates>();

        // What is worth an operator's attention is said by whoever made the call and knows what became of it.
        client.Services.Configure<TelemetryOptions>(telemetry => telemetry.SeverityProvider = told =>
            told.Event.Severity > ResilienceEventSeverity.Information ? ResilienceEventSeverity.Information : told.Event.Severity);
        client.AddResilienceHandler(Name, static (pipeline, context) =>
        {
            TimeProvider time = context.ServiceProvider.GetRequiredService<TimeProvider>();
            ConnectorRates rates = context.ServiceProvider.GetRequiredService<ConnectorRates>();
            pipeline.TimeProvider = time;
            pipeline
                .AddRetry(Retry(time))
                .AddRateLimiter(new HttpRateLimiterStrategyOptions
                {
                    RateLimiter = asked => rates.AcquireAsync(
                        ConnectorCall.Of(asked.Context.GetRequestMessage()), permitCount: 1, asked.Context.CancellationToken),
                })
                .AddTimeout(new HttpTimeoutStrategyOptions
                {
                    TimeoutGenerator = asked => ValueTask.FromResult(
                        ConnectorCall.Of(asked.Context.GetRequestMessage()).IsRepeatable ? TryTimeout : Timeout.InfiniteTimeSpan),
                });
        });
        client.AddHttpMessageHandler(static services => new HoldingHandler(
            services.GetRequiredService<ConnectorRates>(), services.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Tells whether the connection or its encryption failed, so that the request was never written.</summary>
    public static bool NothingWasSent(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    private static HttpRetryStrategyOptions Retry(TimeProvider time) => new()
    {
        MaxRetryAttempts = MostTries - 1,
        BackoffType = DelayBackoffType.Exponential,
        Delay = TimeSpan.FromMilliseconds(500),
        MaxDelay = LongestWait,
        UseJitter = true,
        ShouldHandle = asked => ValueTask.FromResult(IsWorthAnotherTry(asked, time)),
        DelayGenerator = asked => ValueTask.FromResult(asked.Outcome.Result is { } response ? response.WaitAskedFor(time) : null),
    };

    private static bool IsWorthAnotherTry(RetryPredicateArguments<HttpResponseMessage> asked, TimeProvider time)
    {
        bool isRepeatable = ConnectorCall.Of(asked.Context.GetRequestMessage()).IsRepeatable;
        return asked.Outcome switch
        {
            { Result: { } response } => IsPassing(response.StatusCode, isRepeatable) && !(response.WaitAskedFor(time) > LongestWait),
            { Exception: HttpRequestException exception } => isRepeatable || NothingWasSent(exception.HttpRequestError),
            { Exception: TimeoutRejectedException } => isRepeatable,
            _ => false,
        };
    }

    private static bool IsPassing(HttpStatusCode status, bool isRepeatable) => status switch
    {
        HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
            isRepeatable,
        _ => false,
    };
}
