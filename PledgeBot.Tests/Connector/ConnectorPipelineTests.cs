using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;
using PledgeBot.Tests.Activities;

namespace PledgeBot.Tests.Connector;

/// <summary>What is tried again, when, and what never is: the client as the host makes it.</summary>
public sealed class ConnectorPipelineTests : IDisposable
{
    private static readonly ConversationReference Channel = new(Wire.ServiceUrl, Wire.Channel, Wire.BotId, "t1", "channel");

    private readonly PipedConnector _piped = new(new FixedToken("the-token"), new FakeTimeProvider(A.Noon));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _piped.Dispose();

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Update_ChannelIsBrieflyNotItself_IsTriedAgain(int status)
    {
        Answers(status, status, 200);

        await _piped.EndAsync(UpdateAsync());

        Assert.Equal(3, _piped.Connector.Requests.Count);
        Assert.All(_piped.Connector.Requests, request => Assert.Equal(_piped.Connector.Requests[0], request));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task Update_RefusedForAReason_IsNotTriedAgain(int status)
    {
        Answers(status);

        ConnectorException exception = await FailedAsync(UpdateAsync());

        Assert.Equal((HttpStatusCode)status, exception.Status);
        Assert.Single(_piped.Connector.Requests);
    }

    [Fact]
    public async Task Update_ChannelIsDown_IsGivenUpAfterThreeTries()
    {
        Answers(503, 503, 503);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await FailedAsync(UpdateAsync())).Status);
        Assert.Equal(3, _piped.Connector.Requests.Count);
    }

    [Fact]
    public async Task Update_TryIsNotAnswered_IsTriedAgainWithinTheTime()
    {
        _piped.Connector.StaysSilent(whenAsked: () => { });
        Answers(200);
        DateTimeOffset began = _piped.Time.GetUtcNow();

        await _piped.EndAsync(UpdateAsync());

        Assert.Equal(2, _piped.Connector.Requests.Count);
        Assert.InRange(_piped.Time.GetUtcNow() - began, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Update_NeverAnswered_IsGivenUpAfterTenSecondsAltogether()
    {
        for (int attempt = 0; attempt < 3; attempt++)
        {
            _piped.Connector.StaysSilent(whenAsked: () => { });
        }

        DateTimeOffset began = _piped.Time.GetUtcNow();
        ConnectorException exception = await FailedAsync(UpdateAsync());

        Assert.Equal((null, false), (exception.Status, exception.OutcomeUnknown));
        Assert.Equal(ConnectorClient.CallTimeout, _piped.Time.GetUtcNow() - began);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    public async Task Send_TurnedAway_IsSentOnce(int status)
    {
        Answers(status, 201);

        await _piped.EndAsync(SendAsync());

        Assert.Equal(2, _piped.Connector.Requests.Count);
    }

    [Fact]
    public async Task Send_NoConnection_IsSentOnceThereIsOne()
    {
        _piped.Connector.Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        Answers(201);

        await _piped.EndAsync(SendAsync());

        Assert.Equal(2, _piped.Connector.Requests.Count);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Send_MayHaveBeenTaken_IsNeverSentAgain(int status)
    {
        Answers(status);

        Assert.True((await FailedAsync(SendAsync())).OutcomeUnknown);
        Assert.Single(_piped.Connector.Requests);
    }

    [Fact]
    public async Task Send_ConnectionBreaks_IsNeverSentAgain()
    {
        _piped.Connector.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "broken"));

        Assert.True((await FailedAsync(SendAsync())).OutcomeUnknown);
        Assert.Single(_piped.Connector.Requests);
    }

    [Fact]
    public async Task Send_NotAnswered_HasAllTheTimeAndIsNeverSentAgain()
    {
        _piped.Connector.StaysSilent(whenAsked: () => { });
        DateTimeOffset began = _piped.Time.GetUtcNow();

        Assert.True((await FailedAsync(SendAsync())).OutcomeUnknown);

        Assert.Equal(ConnectorClient.CallTimeout, _piped.Time.GetUtcNow() - began);
        Assert.Single(_piped.Connector.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Send_AskedToWaitBriefly_WaitsThatLong(int seconds)
    {
        AnswersThrottled(seconds);
        Answers(201);
        DateTimeOffset began = _piped.Time.GetUtcNow();

        await _piped.EndAsync(SendAsync());

        Assert.Equal(TimeSpan.FromSeconds(seconds), _piped.Time.GetUtcNow() - began);
    }

    [Fact]
    public async Task Send_AskedToWaitLonger_LeavesTheWaitingToTheCaller()
    {
        AnswersThrottled(30);

        ConnectorException exception = await FailedAsync(SendAsync());

        Assert.Equal((TimeSpan.FromSeconds(30), false), (exception.RetryAfter, exception.OutcomeUnknown));
        Assert.Equal(A.Noon, _piped.Time.GetUtcNow());
        Assert.Single(_piped.Connector.Requests);
    }

    [Fact]
    public async Task Send_ToAConversationThatWasAskedToWait_IsHeldBackUntilThen()
    {
        AnswersThrottled(30);
        await FailedAsync(SendAsync());
        _piped.Time.Advance(TimeSpan.FromSeconds(10));

        ConnectorException exception = await FailedAsync(UpdateAsync());

        Assert.Equal((ConnectorErrorCodes.Throttled, null, TimeSpan.FromSeconds(20)), (exception.Code, exception.Status, exception.RetryAfter));
        Assert.Single(_piped.Connector.Requests);
        Answers(201, 201);
        await _piped.EndAsync(_piped.Client.SendAsync(Channel with { ConversationId = "a:1" }, Activity.Message("Hej"), Cancellation));
        _piped.Time.Advance(TimeSpan.FromSeconds(20));
        await _piped.EndAsync(SendAsync());
        Assert.Equal(3, _piped.Connector.Requests.Count);
    }

    [Fact]
    public async Task CreatePersonalConversation_ChannelIsBrieflyNotItself_IsTriedAgain()
    {
        Answers(504);
        _piped.Connector.Answers(HttpStatusCode.Created, """{"id":"a:1karin"}""");

        await _piped.EndAsync(_piped.Client.CreatePersonalConversationAsync(Wire.ServiceUrl, "t1", Wire.BotId, "29:karin", Cancellation));

        Assert.Equal(2, _piped.Connector.Requests.Count);
    }

    [Fact]
    public async Task Send_TooManyAtOnce_WaitsForAPlaceOrSaysHowLongItWouldBe()
    {
        Answers([.. Enumerable.Repeat(201, 8)]);

        Task<string?>[] first = [.. Enumerable.Range(0, 7).Select(_ => SendAsync())];
        Assert.All(first, send => Assert.True(send.IsCompletedSuccessfully));
        Task<string?> eighth = SendAsync();
        Assert.False(eighth.IsCompleted);
        Assert.Equal(7, _piped.Connector.Requests.Count);
        await _piped.EndAsync(eighth);
        Assert.Equal(A.Noon.AddSeconds(1), _piped.Time.GetUtcNow());

        // One after the other, as fast as it goes, until thirty seconds' worth is used up.
        Answers([.. Enumerable.Repeat(201, 60)]);
        ConnectorException? exception = null;
        while (exception is null)
        {
            exception = await Record.ExceptionAsync(() => _piped.EndAsync(SendAsync())) as ConnectorException;
        }

        Assert.InRange(exception.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        int sent = _piped.Connector.Requests.Count;
        Assert.Equal((ConnectorErrorCodes.Throttled, null, false), (exception.Code, exception.Status, exception.OutcomeUnknown));
        Assert.Equal(60, sent);
    }

    [Fact]
    public async Task EveryCall_WhateverHappens_LogsNoTokenNorMessage()
    {
        Answers(503, 429, 201);
        _piped.Connector.Answers(HttpStatusCode.Unauthorized, """{"error":{"message":"Bearer the-token"}}""");
        _piped.Connector.Answers(HttpStatusCode.Unauthorized, """{"error":{"message":"Bearer the-token"}}""");
        _piped.Connector.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "broken"));

        await _piped.EndAsync(UpdateAsync());
        Exception refused = await FailedAsync(SendAsync());
        Exception broken = await FailedAsync(SendAsync());

        string all = string.Join('\n', _piped.Log.Lines.Select(line => line.Text).Append(refused.ToString()).Append(broken.ToString()));
        Assert.DoesNotContain("the-token", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Karin", all, StringComparison.Ordinal);
        Assert.DoesNotContain("trafficmanager.net/emea", all, StringComparison.Ordinal);
        Assert.DoesNotContain(_piped.Log.Lines, line => line.Level > LogLevel.Information);
    }

    private Task UpdateAsync() => _piped.Client.UpdateAsync(Channel, "17", Activity.Message("Hej Karin"), Cancellation);

    private Task<string?> SendAsync() => _piped.Client.SendAsync(Channel, Activity.Message("Hej Karin"), Cancellation);

    private Task<ConnectorException> FailedAsync(Task call) => Assert.ThrowsAsync<ConnectorException>(() => _piped.EndAsync(call));

    private void Answers(params int[] statuses)
    {
        foreach (int status in statuses)
        {
            _piped.Connector.Answers((HttpStatusCode)status);
        }
    }

    private void AnswersThrottled(int seconds) => _piped.Connector.Answers(
        HttpStatusCode.TooManyRequests,
        more: response => response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds)));
}
