using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Teams;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Tests.Messages;

/// <summary>Without tokens the bot is there for its own machine only, and only in development.</summary>
public sealed class LoopbackCallersTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.8.7")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task Post_FromThisMachine_IsTaken(string caller)
    {
        await using MessagesHost host = await MessagesHost.StartAsync();
        host.Caller = IPAddress.Parse(caller);

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(MessagesHost.Activity("message"))).StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("10.0.0.1")]
    [InlineData("::ffff:192.0.2.1")]
    [InlineData("fe80::1")]
    [InlineData(null)]
    public async Task Post_FromElsewhere_IsTurnedAwayUnread(string? caller)
    {
        await using MessagesHost host = await MessagesHost.StartAsync();
        host.Caller = caller is null ? null : IPAddress.Parse(caller);

        HttpResponseMessage response = await host.PostAsync("not even JSON");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("A caller was turned away with 403: not-this-machine.", Assert.Single(host.Log.All).Text);
        Assert.Empty(host.Handled);
    }

    [Theory]
    [InlineData("")]
    [InlineData(", \"serviceUrl\": \"https://hemligt.example/\"")]
    [InlineData(", \"serviceUrl\": \"https://smba.trafficmanager.net/emea/\"")]
    public async Task Post_WithAConnectorElsewhere_IsTurnedAwayWithoutDetail(string field)
    {
        await using MessagesHost host = await MessagesHost.StartAsync();

        HttpResponseMessage response = await host.PostAsync($$"""{ "type": "message"{{field}} }""");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("A caller was turned away with 403: service-url.", Assert.Single(host.Log.All).Text);
        Assert.Empty(host.Handled);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("")]
    public void Map_OutsideDevelopment_Refuses(string environment) =>
        Assert.Throws<InvalidOperationException>(() => Map(environment, ServiceUrlPolicy.LocalOnly));

    [Fact]
    public void Map_WithConnectorsOfTeams_Refuses() =>
        Assert.Throws<InvalidOperationException>(() => Map("Development", ServiceUrlPolicy.For(TeamsCloud.Public)));

    [Fact]
    public void Map_WithoutAWordOnWhoMayPost_Refuses() =>
        Assert.ThrowsAny<Exception>(() => Map("Development", ServiceUrlPolicy.LocalOnly, decided: false));

    private static void Map(string environment, ServiceUrlPolicy policy, bool decided = true)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<IConnectorCredentials, NoCredentials>();
        builder.Services.AddTeams(new TeamsOptions { ServiceUrls = policy, Apology = _ => "" });
        if (decided)
        {
            builder.Services.AddLoopbackCallers();
        }

        builder.Build().MapTeamsMessages();
    }
}
