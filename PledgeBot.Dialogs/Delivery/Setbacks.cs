using System.Net;
using Microsoft.Extensions.Logging;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Decides what becomes of work that could not be done: tried again, and when, set aside, or ended because nobody can be reached.</summary>
internal sealed partial class Setbacks(IPartnershipRecords records, IDueWorkList list, TimeProvider time, ILogger logger)
{
    /// <summary>With the pauses between them, an hour and three quarters.</summary>
    private const int MostAttempts = 16;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>The longest that the channel's wish to wait is obeyed before it is asked again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>How long until the bot's credentials, once refused, are tried again. Meanwhile somebody has to change them.</summary>
    private static readonly TimeSpan CredentialsPause = TimeSpan.FromMinutes(5);

    /// <summary>Decides what becomes of work that failed.</summary>
    /// <param name="taken">The work.</param>
    /// <param name="exception">What went wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SettleAsync(TakenWork taken, Exception exception, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        string? correlation = (exception as ConnectorException)?.CorrelationId;
        switch (exception)
        {
            case ConversationClosedException closed:
                LogClosed(taken.Work.Kind, taken.Id, closed.Refusal.Code, closed.Refusal.CorrelationId);
                await CloseAsync(taken, closed, now, cancellationToken);
                break;

            case ConnectorException { OutcomeUnknown: true } unknown:
                await DoubtAsync(taken, unknown, now, cancellationToken);
                break;

            case ConnectorException { Status: HttpStatusCode.Unauthorized } or ConnectorException { Code: ConnectorErrorCodes.CredentialsRefused }:
                LogCredentials(exception, taken.Work.Kind, taken.Id, correlation);
                await list.PostponeAsync(taken, now + CredentialsPause, exception.Message, cancellationToken);
                break;

            case ConnectorException refused when IsFinal(refused):
                await GiveUpAsync(taken, refused, cancellationToken);
                break;

            case ConnectorException { RetryAfter: { } wait }:
                LogAskedToWait(taken.Work.Kind, taken.Id, wait, correlation);
                await list.PostponeAsync(taken, now + (wait < LongestWait ? wait : LongestWait), exception.Message, cancellationToken);
                break;

            case var _ when taken.Attempt >= MostAttempts:
                await GiveUpAsync(taken, exception, cancellationToken);
                break;

            default:
                LogPutBack(exception, taken.Work.Kind, taken.Id, taken.Attempt, correlation);
                await list.RetryAsync(taken, now + PauseAfter(taken.Attempt), ProblemOf(exception), cancellationToken);
                break;
        }
    }

    /// <summary>Puts work back that waits for other work, or sets it aside when it has waited long enough.</summary>
    public Task TryLaterAsync(TakenWork taken, string problem, CancellationToken cancellationToken) =>
        taken.Attempt < MostAttempts
            ? list.RetryAsync(taken, time.GetUtcNow() + PauseAfter(taken.Attempt), problem, cancellationToken)
            : SetAsideAsync(taken, problem, cancellationToken);

    /// <summary>Ends work that cannot reach anybody. A weekly status is skipped with its week; its news remain for the next.</summary>
    public static void EndUnreachable(ITurn turn, TakenWork taken, DateTimeOffset now)
    {
        turn.Complete(taken, "unreachable", now);
        Doubt.End(turn, taken.Work);
        if (taken.Work.Kind == WorkKinds.WeeklyStatus)
        {
            turn.Schedule(Consequences.NextWeeklyStatus(turn.Partnership, now));
        }
    }

    private async Task CloseAsync(TakenWork taken, ConversationClosedException closed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
        Reach.Close(turn, closed.ConversationId, closed.Refusal.Code ?? "refused", now);
        EndUnreachable(turn, taken, now);
        await turn.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Leaves a reply unsent: whoever got none asks again, and one that came twice confuses. A post that exists once is posted once
    /// more after a pause: a poll that stands twice does less harm than one that nobody saw.
    /// </summary>
    private async Task DoubtAsync(TakenWork taken, ConnectorException unknown, DateTimeOffset now, CancellationToken cancellationToken)
    {
        bool isReply = taken.Work.Kind == WorkKinds.Send && !SendWork.Read(taken.Work).StartsThread;
        bool isFirstDoubt = false;
        if (!isReply)
        {
            await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
            isFirstDoubt = await Doubt.SinceAsync(turn, taken.Work, now, cancellationToken) is null;
            if (isFirstDoubt)
            {
                Doubt.Begin(turn, taken.Work, now);
            }
            else
            {
                Doubt.End(turn, taken.Work);
            }

            await turn.CommitAsync(cancellationToken);
        }

        if (isFirstDoubt)
        {
            LogInDoubt(unknown, taken.Work.Kind, taken.Id, now + Doubt.Pause, unknown.CorrelationId);
            await list.RetryAsync(taken, now + Doubt.Pause, unknown.Message, cancellationToken);
        }
        else
        {
            await GiveUpAsync(taken, unknown, cancellationToken);
        }
    }

    private async Task GiveUpAsync(TakenWork taken, Exception exception, CancellationToken cancellationToken)
    {
        LogSetAside(exception, taken.Work.Kind, taken.Id, taken.Attempt, (exception as ConnectorException)?.CorrelationId);
        bool isUnknown = exception is ConnectorException { OutcomeUnknown: true };
        await SetAsideAsync(taken, isUnknown ? $"unknown: {exception.Message}" : ProblemOf(exception), cancellationToken);
    }

    private async Task SetAsideAsync(TakenWork taken, string problem, CancellationToken cancellationToken)
    {
        if (taken.Work.Kind == WorkKinds.WeeklyStatus)
        {
            await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
            turn.Schedule(Consequences.NextWeeklyStatus(turn.Partnership, time.GetUtcNow()));
            await turn.CommitAsync(cancellationToken);
        }

        await list.SetAsideAsync(taken, problem, time.GetUtcNow(), cancellationToken);
    }

    // Only what the client itself wrote is known to hold nobody's words.
    private static string ProblemOf(Exception exception) => exception is ConnectorException ? exception.Message : exception.GetType().Name;

    private static TimeSpan PauseAfter(int attempt)
    {
        TimeSpan pause = FirstPause * Math.Pow(2, attempt - 1);
        return pause < LongestPause ? pause : LongestPause;
    }

    // What the channel will never take, however often it is asked (protocol 3.4).
    private static bool IsFinal(ConnectorException refused) =>
        refused.Code is ConnectorErrorCodes.AddressRefused or ConnectorErrorCodes.MessageSizeTooBig
        || refused.Status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            or HttpStatusCode.MethodNotAllowed or HttpStatusCode.RequestEntityTooLarge;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work {Kind} {WorkId} failed at attempt {Attempt} and is tried again. Correlation {CorrelationId}.")]
    private partial void LogPutBack(Exception exception, string kind, long workId, int attempt, string? correlationId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Work {Kind} {WorkId} has to wait {Wait}. Correlation {CorrelationId}.")]
    private partial void LogAskedToWait(string kind, long workId, TimeSpan wait, string? correlationId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work {Kind} {WorkId} may have been posted, or not. It is posted once more at {Again}, and then stands there twice if it was. Correlation {CorrelationId}.")]
    private partial void LogInDoubt(Exception exception, string kind, long workId, DateTimeOffset again, string? correlationId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work {Kind} {WorkId} met a conversation that is closed to the bot ({Code}). It is left alone until the app is installed there or somebody writes there. Correlation {CorrelationId}.")]
    private partial void LogClosed(string kind, long workId, string? code, string? correlationId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Work {Kind} {WorkId} waits because the bot's credentials are refused: a matter of configuration. Correlation {CorrelationId}.")]
    private partial void LogCredentials(Exception exception, string kind, long workId, string? correlationId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Work {Kind} {WorkId} is set aside after attempt {Attempt}. Correlation {CorrelationId}.")]
    private partial void LogSetAside(Exception exception, string kind, long workId, int attempt, string? correlationId);
}
