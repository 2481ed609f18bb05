using System.Text.Json.Nodes;
using PledgeBot.LocalTeams.Connector;

namespace PledgeBot.Tests.LocalTeams;

public sealed class FaultTests : LocalTeamsTest
{
    [Fact]
    public async Task Throttled_NextSend_SaysHowLongToWaitAndDoesNothing()
    {
        Teams.Faults.Add(ConnectorFault.Throttled(TimeSpan.FromSeconds(7)) with { Operation = ConnectorOperation.Send });

        (int other, _, _) = await CallAsync(HttpMethod.Get, "v3/teams/19%3Alocal-team%40thread.tacv2");
        (int status, JsonObject? body, HttpResponseMessage response) = await PostAsync(Activities(LocalTeamsServer.ChannelId), Cards.Message("Hej"));
        (int again, _, _) = await PostAsync(Activities(LocalTeamsServer.ChannelId), Cards.Message("Hej igen"));

        Assert.Equal((200, 429, 201), (other, status, again));
        Assert.Equal("Throttled", Code(body));
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
        Assert.Equal("Hej igen", (string?)Assert.Single(await Anna.MessagesAsync())["activity"]!["text"]);
        Assert.Equal(0, Teams.Faults.Waiting);
    }

    [Fact]
    public async Task DropAnswer_Send_IsDoneAndTheBotCannotKnow()
    {
        Teams.Faults.Add(new() { DropAnswer = true });

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(Activities(LocalTeamsServer.ChannelId), Cards.Message("Hej")));

        Assert.Single(await Anna.MessagesAsync());
        Assert.Null(Assert.Single(Teams.Calls.All).Status);
    }

    [Fact]
    public async Task Delay_Send_WaitsOnTheStandInsClock()
    {
        Teams.Faults.Add(new() { Delay = TimeSpan.FromMinutes(2) });

        Task<(int Status, JsonObject? Body, HttpResponseMessage Response)> sending = PostAsync(Activities(LocalTeamsServer.ChannelId), Cards.Message("Hej"));
        while (Teams.Faults.Waiting > 0)
        {
            await Task.Yield();
        }

        Assert.Empty(await Anna.MessagesAsync());
        while (!sending.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMinutes(2));
            await Task.Yield();
        }

        Assert.Equal(201, (await sending).Status);
    }

    public static TheoryData<ConnectorFault, int, string?> Refusals => new()
    {
        { ConnectorFault.BadSyntax, 400, "BadSyntax" },
        { ConnectorFault.Unauthorized, 401, "Unauthorized" },
        { ConnectorFault.NotInRoster, 403, "BotNotInConversationRoster" },
        { ConnectorFault.BlockedByUser, 403, "ConversationBlockedByUser" },
        { ConnectorFault.Forbidden("BotDisabledByAdmin"), 403, "BotDisabledByAdmin" },
        { ConnectorFault.ConversationNotFound, 404, "ConversationNotFound" },
        { ConnectorFault.ActivityNotFound, 404, "ActivityNotFoundInConversation" },
        { ConnectorFault.PreconditionFailed, 412, "PreconditionFailed" },
        { ConnectorFault.TooBig, 413, "MessageSizeTooBig" },
        { ConnectorFault.Throttled(null), 429, "Throttled" },
        { ConnectorFault.ServiceError, 500, "ServiceError" },
        { ConnectorFault.BadGateway, 502, "ServiceError" },
        { ConnectorFault.GatewayTimeout, 504, "ServiceError" },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public async Task Refusal_OfEachKind_StrikesAsOftenAsAskedAndDoesNothing(ConnectorFault fault, int expected, string? code)
    {
        Teams.Faults.Add(fault, times: 2);

        for (int n = 0; n < 2; n++)
        {
            (int status, JsonObject? body, HttpResponseMessage response) = await PostAsync(Activities(LocalTeamsServer.ChannelId), Cards.Message("Hej"));
            Assert.Equal((expected, code), (status, Code(body)));
            Assert.Null(response.Headers.RetryAfter);
        }

        Assert.Empty(await Anna.MessagesAsync());
        Assert.Equal(201, (await PostAsync(Activities(LocalTeamsServer.ChannelId), Cards.Message("Hej"))).Status);
    }

    [Fact]
    public async Task WritesBlocked_HasTheFormOfTheMessageService()
    {
        Teams.Faults.Add(ConnectorFault.WritesBlocked);

        (int status, JsonObject? body, _) = await PostAsync(Activities(LocalTeamsServer.ChannelId), Cards.Message("Hej"));

        Assert.Equal((403, 209), (status, (int?)body!["errorCode"]));
    }

    [Fact]
    public async Task NoAnswer_TheBotGivesUp_NothingWasDoneAndTheCallIsRecorded()
    {
        Teams.Faults.Add(ConnectorFault.NoAnswer);
        using var patience = new CancellationTokenSource();
        using var http = new HttpClient();

        Task<HttpResponseMessage> sending = http.GetAsync(new Uri(Teams.ServiceUrl + "v3/teams/19%3Alocal-team%40thread.tacv2"), patience.Token);
        while (Teams.Faults.Waiting > 0)
        {
            await Task.Yield();
        }

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Null((await Teams.Calls.WaitForAsync(c => c.Operation == ConnectorOperation.Team, Cancellation)).Status);
    }

    [Fact]
    public async Task Calls_WhatTheBotDid_IsRecorded()
    {
        Task<ConnectorCall> waiting = Teams.Calls.WaitForAsync(c => c.Operation == ConnectorOperation.Send, Cancellation);
        await PostAsync(Activities(LocalTeamsServer.ChannelId), Cards.Message("Hej"));

        ConnectorCall call = await waiting;

        Assert.Equal(("POST", 201, "Hej"), (call.Method, call.Status, call.Body!.Value.GetProperty("text").GetString()));
        Assert.Equal("v3/conversations/19:local-channel@thread.tacv2/activities", call.Path);
        Assert.Null(call.Authorization);
    }
}
