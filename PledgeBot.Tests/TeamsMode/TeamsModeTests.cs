using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Tests.Tokens;

namespace PledgeBot.Tests.TeamsMode;

/// <summary>The whole program as it runs in Teams: a real activity in, a real call out, with an issuer and a connector of the test's.</summary>
public sealed class TeamsModeTests : IAsyncLifetime
{
    private IdentityProvider _provider = null!;

    public async ValueTask InitializeAsync() => _provider = await IdentityProvider.StartAsync();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Post_FirstMessage_IsAnsweredThroughTheConnectorWithTheBotsToken()
    {
        var outside = new Outside();
        await using var host = new TeamsModeHost(_provider, ("MicrosoftAppId", outside.AppId)) { Outside = outside, HandlesItself = true };
        var token = TestToken.Of(_provider.Key, outside.AppId, TeamsModeHost.ServiceUrl, host.Time.GetUtcNow());
        JsonObject activity = TeamsModeHost.Activity();
        activity["recipient"]!["id"] = $"28:{outside.AppId}";

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(token, activity)).StatusCode);

        (Uri address, string? authorization) = await outside.CalledAsync("smba.trafficmanager.net");
        Assert.StartsWith($"{TeamsModeHost.ServiceUrl}v3/conversations/a%3A1anna/activities", address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("Bearer the-bots-token", authorization);
        Assert.Equal(["login.microsoftonline.com", "smba.trafficmanager.net"], outside.Hosts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Start_PartnershipsWithAChannel_HaveTheirWeeklyStatusOnTheList()
    {
        await using var host = new TeamsModeHost(_provider);
        var directory = host.Services.GetRequiredService<IDirectory>();
        Assert.Null(await host.Services.GetRequiredService<IDueWorkList>().FindNextDueAsync(TestContext.Current.CancellationToken));
        foreach (string team in (string[])["19:one@thread.tacv2", "19:two@thread.tacv2"])
        {
            await directory.EnterAsync(
                ChannelPlace.Of(
                    new PartnershipId(Guid.NewGuid()),
                    TeamsModeHost.Tenant,
                    team,
                    new ConversationReference(TeamsModeHost.ServiceUrl, team, "28:bot", TeamsModeHost.Tenant, ConversationTypes.Channel)),
                TestContext.Current.CancellationToken);
        }

        await using TeamsModeHost again = host.Again();
        var list = again.Services.GetRequiredService<IDueWorkList>();
        IReadOnlyList<TakenWork> taken = await list.TakeDueAsync(
            again.Time.GetUtcNow().AddDays(8), TimeSpan.FromMinutes(1), 10, TestContext.Current.CancellationToken);

        Assert.Equal(2, taken.Select(work => work.Partnership).Distinct().Count());
        Assert.All(taken, work => Assert.Equal("weekly-status", work.Work.Kind));
    }

    [Fact]
    public async Task Get_HealthWithTheRecordsAway_SaysSoAndNothingElse()
    {
        await using var host = new TeamsModeHost(_provider) { RecordsAreAway = true };
        using HttpClient client = host.CreateClient();

        HttpResponseMessage response = await client.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("Unhealthy", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
