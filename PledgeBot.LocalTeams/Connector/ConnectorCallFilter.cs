using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>
/// What every connector call goes through: its body is read, its token looked at, a waiting fault strikes, the rates are held, and the
/// call is recorded.
/// </summary>
internal sealed class ConnectorCallFilter(
    LocalTeamsFaults faults,
    LocalTeamsCalls calls,
    RateLimits rates,
    IOptions<LocalTeamsOptions> options,
    TimeProvider time) : IEndpointFilter
{
    private const string Bearer = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        ConnectorOperation operation = http.GetEndpoint()?.Metadata.GetMetadata<ConnectorRoute>()?.Operation ?? ConnectorOperation.Unknown;
        ConnectorBody body = await ConnectorBody.ReadAsync(http.Request, http.RequestAborted);
        http.Features.Set(body);

        // Teams answers every call with a correlation vector.
        http.Response.Headers["MS-CV"] = http.TraceIdentifier + ".0";

        ConnectorFault? fault = faults.Take(operation);
        if (fault is { Delay: var delay } && delay != TimeSpan.Zero && !await IsWaitedForAsync(delay, http.RequestAborted))
        {
            Record(operation, http, body, status: null);
            return TypedResults.Empty;
        }

        object? answer = AnswerOf(fault) ?? Refuse(operation, http, body) ?? await next(context);
        bool isDropped = fault is { DropAnswer: true };
        Record(operation, http, body, isDropped ? null : (answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK);
        if (isDropped)
        {
            http.Abort();
            return TypedResults.Empty;
        }

        SetRetryAfter(http, fault?.RetryAfter);
        return answer;
    }

    private IResult? Refuse(ConnectorOperation operation, HttpContext http, ConnectorBody body)
    {
        if (options.Value.AcceptsToken is { } accepts && !accepts(TokenIn(http.Request)))
        {
            return ConnectorError.Unauthorized();
        }

        if (rates.Take(operation, http) is { } wait)
        {
            SetRetryAfter(http, wait);
            return ConnectorError.Throttled();
        }

        return body.IsTooBig ? ConnectorError.TooBig() : null;
    }

    private async Task<bool> IsWaitedForAsync(TimeSpan delay, CancellationToken gone)
    {
        try
        {
            await Task.Delay(delay, time, gone);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Record(ConnectorOperation operation, HttpContext http, ConnectorBody body, int? status) => calls.Add(new(
        operation,
        http.Request.Method,
        http.Request.Path.Value![ConnectorEndpoints.Prefix.Length..].TrimStart('/'),
        http.Request.Headers.Authorization.Count > 0 ? http.Request.Headers.Authorization.ToString() : null,
        body.Json,
        status,
        time.GetUtcNow()));

    private static IResult? AnswerOf(ConnectorFault? fault) => fault switch
    {
        null or { Status: null } => null,
        { Code: "MessageWritesBlocked" } => ConnectorError.WritesBlocked(),
        { Status: { } status } => ConnectorError.Make(status, fault.Code, "A fault was asked for."),
    };

    private static void SetRetryAfter(HttpContext http, TimeSpan? wait)
    {
        if (wait is { } told)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(told.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string? TokenIn(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..]
            : null;
}
