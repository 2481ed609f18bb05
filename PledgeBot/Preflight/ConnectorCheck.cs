using PledgeBot.Teams.Connector;

namespace PledgeBot.Preflight;

/// <summary>Looks whether the connector can be reached. The bot's token is not sent.</summary>
internal sealed class ConnectorCheck(PreflightHttp http, ServiceUrlPolicy policy) : IPreflightCheck
{
    private const string Subject = "connector";

    /// <inheritdoc/>
    /// <remarks>One of the hosts is enough: which of them a tenant has, only its activities tell.</remarks>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var reached = new List<string>();
        var problems = new List<string>();
        foreach (string host in policy.Hosts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{host}/");
            (HttpResponseMessage? answer, string problem) = await http.AskAsync(request, cancellationToken);
            using (answer)
            {
                if (answer is null)
                {
                    problems.Add($"{host} {problem}.");
                }
                else
                {
                    reached.Add(host);
                }
            }
        }

        string others = problems.Count == 0 ? "" : $" Not so, and needed only if your tenant is there: {string.Join(' ', problems)}";
        return
        [
            reached.Count > 0
                ? Finding.Ok(Subject, $"{string.Join(" and ", reached)} can be reached.{others}")
                : Finding.Fail(Subject, string.Join(' ', problems)),
        ];
    }
}
