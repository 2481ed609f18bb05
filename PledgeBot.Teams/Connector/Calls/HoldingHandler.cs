using System.Net;

namespace PledgeBot.Teams.Connector.Calls;

/// <summary>
/// Has the rates hold a conversation when the channel asks to wait, so that other work for it does not ask again meanwhile.
/// </summary>
internal sealed class HoldingHandler(ConnectorRates rates, TimeProvider time) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests && response.WaitAskedFor(time) is { } wait)
        {
            rates.Hold(ConnectorCall.Of(request), wait);
        }

        return response;
    }
}
