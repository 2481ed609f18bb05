using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Tests.Connector;

/// <summary>A connector that sends the bot elsewhere, over real connections: the handler that would follow is the host's own.</summary>
public sealed class RedirectTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task EveryCall_Redirected_CarriesTheTokenNowhereElse(int status)
    {
        var asked = new ConcurrentQueue<string>();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication server = builder.Build();
        server.Run(context =>
        {
            asked.Enqueue($"{context.Request.Path} {context.Request.Headers.Authorization}");
            context.Response.StatusCode = status;
            context.Response.Headers.Location = $"http://localhost:{context.Connection.LocalPort}/elsewhere";
            return Task.CompletedTask;
        });
        await server.StartAsync(Cancellation);
        string service = server.Urls.Single() + "/connector/";
        await using ServiceProvider services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IConnectorCredentials>(new FixedToken("the-token"))
            .AddTeams(new TeamsOptions { ServiceUrls = ServiceUrlPolicy.LocalOnly, Apology = _ => "" })
            .BuildServiceProvider();
        ConnectorClient client = services.GetRequiredService<ConnectorClient>();
        var reference = new ConversationReference(service, "a:1", "28:bot", "t1");
        Func<Task>[] calls =
        [
            () => client.SendAsync(reference, Activity.Message("hej"), Cancellation),
            () => client.GetTeamAsync(service, "19:t", Cancellation),
            () => client.DownloadAttachmentAsync(service, new Uri(service + "v3/attachments/1/views/original"), 10, Cancellation),
            () => client.DownloadFileAsync(new Uri(service + "file"), 10, Cancellation),
        ];

        foreach (Func<Task> call in calls)
        {
            Assert.Equal((HttpStatusCode)status, (await Assert.ThrowsAsync<ConnectorException>(call)).Status);
        }

        Assert.Equal(
            [
                "/connector/v3/conversations/a:1/activities Bearer the-token",
                "/connector/v3/teams/19:t Bearer the-token",
                "/connector/v3/attachments/1/views/original Bearer the-token",
                "/connector/file ",
            ],
            asked);
    }
}
