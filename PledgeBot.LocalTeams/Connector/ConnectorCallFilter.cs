using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>What every connector call goes through: its body is read, a waiting fault strikes, and the call is recorded.</summary>
internal sealed class ConnectorCallFilter(LocalTeamsFaults faults, LocalTeamsCalls calls, TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        ConnectorOperation operation = http.GetEndpoint()?.Metadata.GetMetadata<ConnectorRoute>()?.Operation ?? ConnectorOperation.Unknown;
        ConnectorBody body = await ConnectorBody.ReadAsync(http.Request, http.RequestAborted);
        http.Features.Set(body);

        // Teams answers every call with a correlation vector.
        http.Response.Headers["MS-CV"] = http.TraceIdentifier + ".0";

        ConnectorFault? fault = faults.Take(operation);
        if (fault is { Delay: var delay } && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, time, http.RequestAborted);
        }

        if (fault?.RetryAfter is { } retryAfter)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        object? answer = fault?.Status is { } status ? ConnectorError.Make(status, fault.Code, "A fault was asked for.")
            : body.IsTooBig ? ConnectorError.TooBig()
            : await next(context);

        bool isDropped = fault is { DropAnswer: true };
        calls.Add(new(
            operation,
            http.Request.Method,
            http.Request.Path.Value![ConnectorEndpoints.Prefix.Length..].TrimStart('/'),
            http.Request.Headers.Authorization.Count > 0 ? http.Request.Headers.Authorization.ToString() : null,
            body.Json,
            isDropped ? null : (answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK,
            time.GetUtcNow()));
        if (isDropped)
        {
            http.Abort();
            return TypedResults.Empty;
        }

        return answer;
    }
}
