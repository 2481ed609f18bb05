using PledgeBot.Teams;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Tests.Connector;

public sealed class ServiceUrlPolicyTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net/teams", true)]
    [InlineData("https://smba.trafficmanager.net:443/emea/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams", false)]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/teams", false)]
    [InlineData("https://trafficmanager.net/", false)]
    [InlineData("https://xsmba.trafficmanager.net/", false)]
    [InlineData("https://x.smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net./", false)]
    [InlineData("https://graph.microsoft.com/", false)]
    [InlineData("http://localhost/", false)]
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    [InlineData("/api/messages", false)]
    [InlineData(null, false)]
    public void Allows_Public_OnlyItsConnectors(string? serviceUrl, bool allowed) =>
        Assert.Equal(allowed, ServiceUrlPolicy.For(TeamsCloud.Public).Allows(serviceUrl, out _));

    [Theory]
    [InlineData("http://localhost:3978/", true)]
    [InlineData("http://127.0.0.1:56150/_connector/", true)]
    [InlineData("http://127.1.2.3/", true)]
    [InlineData("http://[::1]:5000/", true)]
    [InlineData("https://localhost/", false)]
    [InlineData("http://user:secret@localhost/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://192.168.1.10/", false)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    public void Allows_LocalOnly_OnlyLoopback(string serviceUrl, bool allowed) =>
        Assert.Equal(allowed, ServiceUrlPolicy.LocalOnly.Allows(serviceUrl, out _));

    [Theory]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams", true)]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/teams", true)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    public void Allows_UsGovernment_OnlyItsConnectors(string serviceUrl, bool allowed) =>
        Assert.Equal(allowed, ServiceUrlPolicy.For(TeamsCloud.UsGovernment).Allows(serviceUrl, out _));

    [Theory]
    [InlineData("https://connector.example.cn/", true)]
    [InlineData("https://CONNECTOR.example.cn/", true)]
    [InlineData("https://x.connector.example.cn/", false)]
    [InlineData("https://example.cn/", false)]
    [InlineData("https://smba.trafficmanager.net/", false)]
    public void Allows_HostsOfTheSettings_EachWhole(string serviceUrl, bool allowed) =>
        Assert.Equal(allowed, ServiceUrlPolicy.For(TeamsCloud.China, "connector.example.cn").Allows(serviceUrl, out _));

    [Fact]
    public void Allows_ChinaWithoutHosts_Nothing() => Assert.Empty(ServiceUrlPolicy.For(TeamsCloud.China).Hosts);
}
