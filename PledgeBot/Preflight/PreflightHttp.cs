using PledgeBot.Teams;

namespace PledgeBot.Preflight;

/// <summary>Asks other servers for an answer, without a token and without following where they point.</summary>
/// <remarks>An answer is whatever comes with a status. It is not read further than its head.</remarks>
internal sealed class PreflightHttp(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>The name of the client that it uses.</summary>
    public const string ClientName = "PledgeBot.Preflight";

    /// <summary>Gets how long an answer may take.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Adds it.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddHttpClient(ClientName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.AddSingleton<PreflightHttp>();
    }

    /// <summary>Asks.</summary>
    /// <returns>The answer's head; or, when none came, the second half of a sentence that begins with the address.</returns>
    public async Task<(HttpResponseMessage? Answer, string Problem)> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using HttpClient http = clients.CreateClient(ClientName);
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return (await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token), "");
        }
        catch (HttpRequestException exception)
        {
            return (null, Unreachable.Why(exception));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"did not answer within {Patience.TotalSeconds:0} seconds");
        }
    }
}
