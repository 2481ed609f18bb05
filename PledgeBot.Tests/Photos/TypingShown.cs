using System.Net;

namespace PledgeBot.Tests.Photos;

/// <summary>Takes the sign that the bot is at work, and passes everything else on to the connector.</summary>
internal sealed class TypingShown(HttpMessageHandler connector) : DelegatingHandler(connector)
{
    /// <summary>Gets how often the sign was shown.</summary>
    public int Times { get; private set; }

    /// <summary>Gets or sets what the channel makes of the sign.</summary>
    public Func<CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } =
        _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("") });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null || !(await request.Content.ReadAsStringAsync(cancellationToken)).Contains("\"type\":\"typing\"", StringComparison.Ordinal))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Times++;
        return await Answer(cancellationToken);
    }
}
