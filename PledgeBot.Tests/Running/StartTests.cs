using System.Net;
using System.Net.Sockets;

namespace PledgeBot.Tests.Running;

public sealed class StartTests
{
    [Fact]
    public async Task Start_OutsideDevelopmentWithoutCredentials_RefusesWithOneSentence()
    {
        (int exitCode, string output) = await StartedProgram.RunAsync(("ASPNETCORE_ENVIRONMENT", "Production"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("PledgeBot does not start: there are no Teams credentials, and the environment is Production.", output, StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Fact]
    public async Task Start_WithoutAnEnvironment_Refuses()
    {
        (int exitCode, string output) = await StartedProgram.RunAsync();

        Assert.Equal(1, exitCode);
        Assert.StartsWith("PledgeBot does not start:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MicrosoftAppId", "7b9f0c1e-2a34-4c56-8d78-9e0f1a2b3c4d")]
    [InlineData("MicrosoftAppPassword", "hemligt")]
    [InlineData("Teams__Cloud", "Public")]
    public async Task Start_WithHalfTheCredentials_RefusesWithASentenceForEachMistake(string name, string value)
    {
        (int exitCode, string output) = await StartedProgram.RunAsync(("ASPNETCORE_ENVIRONMENT", "Development"), (name, value));

        Assert.Equal(1, exitCode);
        Assert.All(output.Trim().Split('\n'), line => Assert.StartsWith("PledgeBot does not start: ", line, StringComparison.Ordinal));
        Assert.Contains("MicrosoftAppTenantId is missing.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithACertificateThatIsNone_RefusesWithOneSentence()
    {
        string file = Path.GetTempFileName();
        try
        {
            (int exitCode, string output) = await StartedProgram.RunAsync([.. TeamsMode, ("MicrosoftAppPassword", ""), ("Teams__CertificatePath", file)]);

            Assert.Equal(1, exitCode);
            Assert.StartsWith("PledgeBot does not start: The app's certificate", output, StringComparison.Ordinal);
            Assert.Single(output.Trim().Split('\n'));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Start_WithoutAPlaceForTheRecords_RefusesWithOneSentence()
    {
        (int exitCode, string output) = await StartedProgram.RunAsync([.. TeamsMode, ("Storage__ConnectionString", "Data Source=:memory:")]);

        Assert.Equal(1, exitCode);
        Assert.Contains("PledgeBot does not start: Storage:ConnectionString cannot be used.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithCredentials_RunsInTeamsModeAndTurnsAwayWhoHasNoToken()
    {
        await using StartedProgram program = await StartedProgram.StartInTeamsModeAsync(TeamsMode);

        HttpResponseMessage post = await program.PostActivityAsync("""{ "type": "message" }""");
        HttpResponseMessage health = await program.Http.GetAsync(new Uri("healthz", UriKind.Relative), TestContext.Current.CancellationToken);
        HttpResponseMessage page = await program.Http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, post.StatusCode);
        Assert.Equal("Bearer", post.Headers.WwwAuthenticate.ToString());
        Assert.Empty(post.Headers.Server);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain("local mode", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_InTeamsMode_TakesHeadersNoLongerThanTokensNeed()
    {
        await using StartedProgram program = await StartedProgram.StartInTeamsModeAsync(TeamsMode);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/messages", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + new string('x', 17 * 1024));

        HttpResponseMessage response = await program.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
    }

    // Where its issuer's keys would be, nobody listens: nothing leaves this machine.
    private static (string, string)[] TeamsMode =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("MicrosoftAppId", "7b9f0c1e-2a34-4c56-8d78-9e0f1a2b3c4d"),
        ("MicrosoftAppTenantId", "5a1b6c2d-0f3e-4a7b-9c8d-112233445566"),
        ("MicrosoftAppPassword", "hemligt"),
        ("Teams__OpenIdMetadata", "https://127.0.0.1:1/"),
    ];

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:5178")]
    [InlineData("http://127.0.0.1:0;http://192.0.2.1:5178")]
    public async Task Start_OnAnAddressThatOthersReach_Refuses(string urls)
    {
        (int exitCode, string output) = await StartedProgram.RunAsync(("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", urls));

        Assert.Equal(1, exitCode);
        Assert.Contains("listens on this machine only", output, StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Fact]
    public async Task Start_OnATakenAddress_SaysWhatToDo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string url = $"http://{taken.LocalEndpoint}";

        (int exitCode, string output) = await StartedProgram.RunAsync(("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", url));

        Assert.Equal(1, exitCode);
        Assert.Contains("Stop the other program, or set ASPNETCORE_URLS", output, StringComparison.Ordinal);
    }
}
