using System.Net;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Tests.Connector;

/// <summary>A connector in memory: notes what it is asked and answers what the test says.</summary>
internal sealed class RecordingConnector : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public List<Request> Requests { get; } = [];

    public void Answers(HttpStatusCode status, string body = "", Action<HttpResponseMessage>? more = null) =>
        _answers.Enqueue(_ =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
            more?.Invoke(response);
            return Task.FromResult(response);
        });

    public void Answers(HttpContent content) =>
        _answers.Enqueue(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content }));

    public void AnswersWith(Task<HttpResponseMessage> answer) => _answers.Enqueue(_ => answer);

    public void Throws(Exception exception) => _answers.Enqueue(_ => Task.FromException<HttpResponseMessage>(exception));

    /// <summary>Never answers; the task ends only with the caller's patience.</summary>
    public void StaysSilent(Action whenAsked) => _answers.Enqueue(async cancellationToken =>
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using (cancellationToken.Register(() => never.TrySetCanceled(cancellationToken)))
        {
            whenAsked();
            return await never.Task;
        }
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(new Request(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            request.Headers.Authorization?.ToString(),
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken)));
        return await _answers.Dequeue()(cancellationToken);
    }

    /// <summary>What the connector was asked.</summary>
    internal sealed record Request(string Method, string Address, string? Authorization, string? ContentType, string? Body);
}

/// <summary>Gives the same token until it is renewed, and then the next.</summary>
internal sealed class FixedToken(string? token, string? renewed = null) : IConnectorCredentials
{
    public List<string> Refused { get; } = [];

    public ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(token);

    public ValueTask<string?> RenewTokenAsync(string refused, CancellationToken cancellationToken)
    {
        Refused.Add(refused);
        return ValueTask.FromResult(renewed ?? token);
    }
}
