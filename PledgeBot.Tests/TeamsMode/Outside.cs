using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using PledgeBot.Teams.Tokens;

namespace PledgeBot.Tests.TeamsMode;

/// <summary>The world outside: the identity platform, the connectors, and whoever else is called over HTTP. Only the issuer of the test is real.</summary>
internal sealed class Outside : HttpMessageHandler
{
    private readonly ConcurrentQueue<(Uri Address, string? Authorization)> _calls = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<(Uri, string?)>> _awaited = new(StringComparer.Ordinal);

    /// <summary>Gets the bot's id; the library keeps tokens for each, so every test's is its own.</summary>
    public string AppId { get; } = Guid.NewGuid().ToString();

    /// <summary>Gets what was called, in order.</summary>
    public IEnumerable<(Uri Address, string? Authorization)> Calls => _calls;

    /// <summary>Gets the hosts that were called, in order.</summary>
    public IEnumerable<string> Hosts => _calls.Select(call => call.Address.Host);

    /// <summary>Gets what hosts answer in place of what they would.</summary>
    public Dictionary<string, Func<HttpRequestMessage, HttpResponseMessage>> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Puts it in place of the network.</summary>
    public void PutInto(IServiceCollection services) => services.ConfigureAll<HttpClientFactoryOptions>(
        options => options.HttpMessageHandlerBuilderActions.Add(builder =>
        {
            if (builder.Name != nameof(ChannelMetadataReader))
            {
                builder.PrimaryHandler = this;
            }
        }));

    /// <summary>Waits until a host is called.</summary>
    public Task<(Uri Address, string? Authorization)> CalledAsync(string host) =>
        Awaited(host).Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (Uri Address, string? Authorization) call = (request.RequestUri!, request.Headers.Authorization?.ToString());
        _calls.Enqueue(call);
        Awaited(call.Address.Host).TrySetResult(call);
        return Task.FromResult(Answers.TryGetValue(call.Address.Host, out Func<HttpRequestMessage, HttpResponseMessage>? answer)
            ? answer(request)
            : Usual(call.Address));
    }

    private static HttpResponseMessage Usual(Uri address) => address.Host switch
    {
        "login.microsoftonline.com" => Json(HttpStatusCode.OK, """{ "token_type": "Bearer", "expires_in": 3599, "access_token": "the-bots-token" }"""),
        "smba.trafficmanager.net" => Json(HttpStatusCode.Created, """{ "id": "1790000000123" }"""),
        _ => throw new HttpRequestException(HttpRequestError.NameResolutionError),
    };

    public static HttpResponseMessage Json(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private TaskCompletionSource<(Uri Address, string? Authorization)> Awaited(string host) =>
        _awaited.GetOrAdd(host, _ => new TaskCompletionSource<(Uri, string?)>(TaskCreationOptions.RunContinuationsAsynchronously));
}
