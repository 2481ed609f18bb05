using System.Net.Mime;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Teams.Messages;

/// <summary>The edge towards Teams: takes one activity from an HTTP request and answers it, with one catch for whatever fails.</summary>
/// <remarks>
/// Who calls is settled in two steps: before the body is read, by what the request's head shows, and again against the activity
/// itself. A caller who is turned away is told a status and nothing else.
/// </remarks>
internal sealed partial class MessagesEndpoint(ICallerCheck callers, TeamsOptions options, ILogger<MessagesEndpoint> logger)
{
    /// <summary>The largest activity accepted, in bytes; Bot Service itself carries no larger ones.</summary>
    public const int MostBytes = 256 * 1024;

    private const string RetryAfterSeconds = "10";

    public async Task ReceiveAsync(HttpContext context)
    {
        CancellationToken cancellationToken = context.RequestAborted;
        try
        {
            if (HttpMethods.IsPost(context.Request.Method))
            {
                await PostAsync(context, cancellationToken);
            }
            else if (!HttpMethods.IsHead(context.Request.Method))
            {
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                context.Response.Headers.Allow = "POST, HEAD";
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller left; there is nobody to answer.
        }
    }

    private async Task PostAsync(HttpContext context, CancellationToken cancellationToken)
    {
        switch (await callers.CheckAsync(context, cancellationToken))
        {
            case CallerOutcome.Known(var caller):
                await PostAsync(context, caller, cancellationToken);
                break;
            case CallerOutcome.Refused(var refusal):
                // Of the body that nobody reads, the server takes no more off the line before the next request.
                BoundBody(context);
                TurnAway(context, refusal);
                break;
        }
    }

    private async Task PostAsync(HttpContext context, ICaller caller, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase))
        {
            await RefuseAsync(
                context, StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json.", cancellationToken);
            return;
        }

        if (await ReadBodyAsync(context, cancellationToken) is not { } body)
        {
            context.Response.Headers.Connection = "close";
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "The activity is larger than 256 KB.", cancellationToken);
            return;
        }

        if (Parse(body, out string problem) is not { } activity)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, problem, cancellationToken);
            return;
        }

        if (caller.Refuse(activity) is { } refusal)
        {
            TurnAway(context, refusal);
            return;
        }

        await AnswerAsync(context, await HandleAsync(context, activity, cancellationToken), cancellationToken);
    }

    private async Task<InvokeResponse> HandleAsync(HttpContext context, Activity activity, CancellationToken cancellationToken)
    {
        if (!ActivityTypes.IsKnown(activity.Type))
        {
            string type = Loggable(activity.Type);
            LogUnknownType(type);
            return InvokeResponse.Ok;
        }

        bool isInvoke = activity.Type == ActivityTypes.Invoke;
        try
        {
            var handler = context.RequestServices.GetRequiredService<IActivityHandler>();
            InvokeResponse? answer = await handler.HandleAsync(activity, cancellationToken);
            if (!isInvoke)
            {
                return InvokeResponse.Ok;
            }

            if (answer is null)
            {
                string name = Loggable(activity.Name);
                LogUnhandledInvoke(name);
            }

            return answer ?? InvokeResponse.NotImplemented;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, Loggable(activity.Type), Loggable(activity.Name));
            return isInvoke && activity.Name == InvokeNames.AdaptiveCardAction
                ? CardActionAnswer.Error(500, "InternalServerError", options.Apology(activity.Locale))
                : new InvokeResponse(StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task<byte[]?> ReadBodyAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.ContentLength > MostBytes)
        {
            return null;
        }

        BoundBody(context);
        try
        {
            return await BoundedRead.ToEndAsync(context.Request.Body, MostBytes, cancellationToken);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static void BoundBody(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }
    }

    private static Activity? Parse(byte[] body, out string problem)
    {
        problem = "";
        try
        {
            // Text that is not UTF-8 would otherwise surface where somebody reads it, far from here.
            Activity? activity = Utf8.IsValid(body) ? TeamsJson.Parse(body) : null;
            problem = activity switch
            {
                null => "The body is not UTF-8.",
                { Type: null or "" } => "The activity has no type.",
                _ => "",
            };
            return problem.Length == 0 ? activity : null;
        }
        catch (JsonException)
        {
            problem = "The body is not an activity in JSON.";
            return null;
        }
    }

    private void TurnAway(HttpContext context, CallerRefusal refusal)
    {
        LogTurnedAway(refusal.Status, refusal.Code);
        context.Response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
    }

    private async Task RefuseAsync(HttpContext context, int status, string problem, CancellationToken cancellationToken)
    {
        LogRefused(status, problem);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(problem, cancellationToken);
    }

    private static async Task AnswerAsync(HttpContext context, InvokeResponse answer, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Body is { } body)
        {
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(body, TeamsJson.Wire.JsonElement);
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = json.Length;
            await context.Response.Body.WriteAsync(json, cancellationToken);
        }
    }

    // Names come from outside: only what looks like one reaches the log.
    private static string Loggable(string? name) =>
        name is { Length: > 0 and <= 64 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_') ? name : "(none)";

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused with {Status}: {Problem}")]
    private partial void LogRefused(int status, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A caller was turned away with {Status}: {Code}.")]
    private partial void LogTurnedAway(int status, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "An activity of the unknown type {ActivityType} was ignored.")]
    private partial void LogUnknownType(string activityType);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing handles the request {Name}.")]
    private partial void LogUnhandledInvoke(string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "Handling an activity failed: type {ActivityType}, name {Name}.")]
    private partial void LogFailed(Exception exception, string activityType, string name);
}
