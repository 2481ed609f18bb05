using System.Net;

namespace PledgeBot.Preflight;

/// <summary>Looks whether the running bot is reached at its public address, and turns away who comes without a token.</summary>
internal sealed class AddressCheck(PreflightHttp http, string address) : IPreflightCheck
{
    private const string Subject = "address";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => [await KnockAsync(cancellationToken)];

    private async Task<Finding> KnockAsync(CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttps || uri.AbsolutePath != "/" || uri.Query.Length > 0)
        {
            return Finding.Fail(Subject, "The address is not one that Teams would call. Give it as https://, the host's name and nothing after it.");
        }

        var endpoint = new Uri(uri, "api/messages");
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        (HttpResponseMessage? answer, string problem) = await http.AskAsync(request, cancellationToken);
        using (answer)
        {
            return answer switch
            {
                null => Finding.Fail(Subject, $"{endpoint} {problem}."),
                { StatusCode: HttpStatusCode.Unauthorized } when answer.Headers.WwwAuthenticate.ToString() == "Bearer" =>
                    Finding.Ok(Subject, $"{endpoint} answers, and turns away who has no token."),
                { StatusCode: >= HttpStatusCode.InternalServerError } => Finding.Fail(
                    Subject, $"{endpoint} answers {(int)answer.StatusCode}. Start the bot, and see that the reverse proxy passes requests on to it."),
                _ => Finding.Fail(
                    Subject,
                    $"{endpoint} answers {(int)answer.StatusCode} where the bot would answer 401. Something else answers there, or something before it: "
                    + "the reverse proxy has to pass /api/messages on as it is, without a login of its own."),
            };
        }
    }
}
