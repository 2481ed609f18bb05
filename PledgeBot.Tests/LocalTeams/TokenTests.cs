using System.Net;
using System.Text.Json.Nodes;
using PledgeBot.LocalTeams;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>A stand-in that asks for the bot's token.</summary>
public sealed class TokenTests : LocalTeamsTest
{
    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData(null, 401)]
    [InlineData("other", 401)]
    [InlineData("good", 201)]
    public async Task Send_WithToken_IsTakenOnlyWithTheRightOne(string? token, int expected)
    {
        (int status, JsonObject? body, _) = await CallAsync(HttpMethod.Post, Activities(LocalTeamsServer.ChannelId), Cards.Message("Hej"), token);

        Assert.Equal((expected, expected == 401 ? "Unauthorized" : null), (status, Code(body)));
        ConnectorCallWas(token is null ? null : "Bearer " + token, expected);
        Assert.Equal(expected == 201 ? 1 : 0, (await Anna.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Picture_InAMessage_IsReadWithTheTokenAndByMembersWithoutIt()
    {
        string id = await Anna.UploadAsync(Png);
        await Anna.ChatAsync("Lampan", id);
        string address = new Uri((string)Bot.Activities[0]["attachments"]![0]!["contentUrl"]!).AbsoluteUri[Teams.ServiceUrl.Length..];
        using var http = new HttpClient { BaseAddress = Teams.Address };

        Assert.Equal(401, (await CallAsync(HttpMethod.Get, address)).Status);
        Assert.Equal(200, (await CallAsync(HttpMethod.Get, address, token: "good")).Status);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri($"/local-teams/api/attachments/{id}?member=29:bo", UriKind.Relative), Cancellation)).StatusCode);
    }

    private protected override void Configure(LocalTeamsOptions options) => options.AcceptsToken = token => token == "good";

    private void ConnectorCallWas(string? authorization, int status)
    {
        var call = Assert.Single(Teams.Calls.All);
        Assert.Equal((authorization, status, "v3/conversations/19:local-channel@thread.tacv2/activities"), (call.Authorization, call.Status, call.Path));
    }
}
