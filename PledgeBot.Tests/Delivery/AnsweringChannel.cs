using System.Globalization;
using System.Net;
using System.Text;

namespace PledgeBot.Tests.Delivery;

/// <summary>A channel that takes everything but what the test says, and notes what it was asked.</summary>
internal sealed class AnsweringChannel : HttpMessageHandler
{
    private readonly Queue<Func<Task<HttpResponseMessage?>>> _next = new();
    private int _messages;

    public List<string> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public int Calls => Requests.Count;

    /// <summary>Refuses the next calls in the channel's own form.</summary>
    public void Refuse(HttpStatusCode status, string? code = null, int times = 1, int? retryAfterSeconds = null) =>
        RefuseWith(status, code is null ? "" : $$$"""{"error":{"code":"{{{code}}}","message":"Karin Åberg"}}""", times, retryAfterSeconds);

    /// <summary>Refuses the next calls with a body.</summary>
    public void RefuseWith(HttpStatusCode status, string body, int times = 1, int? retryAfterSeconds = null)
    {
        for (int time = 0; time < times; time++)
        {
            _next.Enqueue(() =>
            {
                var refusal = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                refusal.Headers.TryAddWithoutValidation("MS-CV", "cv.17");
                if (retryAfterSeconds is { } seconds)
                {
                    refusal.Headers.Add("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
                }

                return Task.FromResult<HttpResponseMessage?>(refusal);
            });
        }
    }

    /// <summary>Cannot be reached for the next calls.</summary>
    public void Break(HttpRequestError error, int times = 1)
    {
        for (int time = 0; time < times; time++)
        {
            _next.Enqueue(() => Task.FromException<HttpResponseMessage?>(new HttpRequestException(error, "broken")));
        }
    }

    /// <summary>Takes the next call, after something else has happened.</summary>
    public void TakeAfter(Func<Task> happens) => _next.Enqueue(async () =>
    {
        await happens();
        return null;
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        return _next.TryDequeue(out Func<Task<HttpResponseMessage?>>? next) && await next() is { } answer ? answer : Take(Bodies[^1]);
    }

    private HttpResponseMessage Take(string body)
    {
        int id = ++_messages;
        string conversation = body.Contains("\"isGroup\":false", StringComparison.Ordinal) ? "a:found" : $"19:channel;messageid={id}";
        return new HttpResponseMessage(HttpStatusCode.Created)
        {
            Content = new StringContent(
                $$"""{"id":"{{(body.Contains("\"isGroup\"", StringComparison.Ordinal) ? conversation : id)}}","activityId":"{{id}}"}""",
                Encoding.UTF8,
                "application/json"),
        };
    }
}
