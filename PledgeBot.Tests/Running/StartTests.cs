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

    [Fact]
    public async Task Start_WithCredentials_RefusesSinceTokensAreNotChecked()
    {
        (int exitCode, string output) = await StartedProgram.RunAsync(
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("MicrosoftAppId", "7b9f0c1e-2a34-4c56-8d78-9e0f1a2b3c4d"));

        Assert.Equal(1, exitCode);
        Assert.Contains("cannot check tokens from Teams yet", output, StringComparison.Ordinal);
    }

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
