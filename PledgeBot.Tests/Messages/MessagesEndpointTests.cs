using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Invokes;
using PledgeBot.Tests.Activities;

namespace PledgeBot.Tests.Messages;

public sealed class MessagesEndpointTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_Message_IsHandledAndAnsweredWithoutContent()
    {
        await using MessagesHost host = await MessagesHost.StartAsync((_, _) => TaskAnswer.Message("en fråga är det inte"));

        HttpResponseMessage response = await host.PostAsync(MessagesHost.Activity("message", "\"text\": \"hjälp\""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal("hjälp", Assert.Single(host.Handled).Text);
        Assert.Empty(host.Log.All);
    }

    [Fact]
    public async Task Post_Invoke_IsAnsweredWithItsBody()
    {
        await using MessagesHost host = await MessagesHost.StartAsync((_, _) => CardActionAnswer.Message("Åtgärden är vald."));

        HttpResponseMessage response = await host.PostAsync(MessagesHost.Activity("invoke", "\"name\": \"adaptiveCard/action\""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Åtgärden är vald."}""",
            await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Post_InvokeClosingADialog_IsAnsweredEmpty()
    {
        await using MessagesHost host = await MessagesHost.StartAsync((_, _) => TaskAnswer.Close());

        HttpResponseMessage response = await host.PostAsync(MessagesHost.Activity("invoke", "\"name\": \"task/submit\""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("hemligt, inte JSON")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"hemligt\"")]
    [InlineData("{}")]
    [InlineData("""{ "type": "" }""")]
    [InlineData("""{ "type": null }""")]
    [InlineData("""{ "type": ["hemligt"] }""")]
    [InlineData("""{ "type": "message", "text": "hemligt" """)]
    [InlineData("""{ "type": "message", "from": "hemligt" }""")]
    [InlineData("""{ "type": "message", "timestamp": "hemligt" }""")]
    public async Task Post_NotAnActivityForUs_IsABadRequestAndALogLineWithoutContent(string body)
    {
        await using MessagesHost host = await MessagesHost.StartAsync();

        HttpResponseMessage response = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.InRange((await response.Content.ReadAsStringAsync(Cancellation)).Length, 10, 100);
        Assert.Empty(host.Handled);
        (LogLevel level, string text) = Assert.Single(host.Log.All);
        Assert.Equal(LogLevel.Warning, level);
        Assert.DoesNotContain("hemligt", text, StringComparison.Ordinal);
        await AssertGoesOnAsync(host);
    }

    [Fact]
    public async Task Post_DeeplyNested_IsABadRequest()
    {
        await using MessagesHost host = await MessagesHost.StartAsync();
        string nested = new string('[', 5000) + new string(']', 5000);

        HttpResponseMessage response = await host.PostAsync(MessagesHost.Activity("message", $"\"value\": {nested}"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await AssertGoesOnAsync(host);
    }

    [Fact]
    public async Task Post_NotUtf8_IsABadRequest()
    {
        await using MessagesHost host = await MessagesHost.StartAsync();
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes(MessagesHost.Activity("message", "\"value\": { \"verb\": \"hjälp\" }")));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(content)).StatusCode);
        Assert.Empty(host.Handled);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonp")]
    [InlineData("inget")]
    [InlineData("")]
    public async Task Post_AnotherContentType_IsUnsupported(string contentType)
    {
        await using MessagesHost host = await MessagesHost.StartAsync();

        HttpResponseMessage response = await host.PostAsync(MessagesHost.Activity("message"), contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(LogLevel.Warning, Assert.Single(host.Log.All).Level);
        Assert.Empty(host.Handled);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=UTF-8")]
    public async Task Post_JsonContentTypeInAnyForm_IsTaken(string contentType)
    {
        await using MessagesHost host = await MessagesHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(MessagesHost.Activity("message"), contentType)).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_FiveMegabytes_IsTooLargeAndNotRead(bool lengthIsSaid)
    {
        await using MessagesHost host = await MessagesHost.StartAsync();
        using var content = new CountedContent(5 * 1024 * 1024, lengthIsSaid);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        HttpResponseMessage response = await host.PostAsync(content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.InRange(content.Taken, 0, 1024 * 1024);
        Assert.Equal(LogLevel.Warning, Assert.Single(host.Log.All).Level);
        await AssertGoesOnAsync(host);
    }

    [Fact]
    public async Task Post_ExactlyTheLimit_IsTaken()
    {
        await using MessagesHost host = await MessagesHost.StartAsync();

        HttpResponseMessage response = await host.PostAsync(MessagesHost.Activity("message").PadRight(256 * 1024));
        HttpResponseMessage larger = await host.PostAsync(MessagesHost.Activity("message").PadRight((256 * 1024) + 1));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, larger.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task AnotherMethod_IsNotAllowed(string method)
    {
        await using MessagesHost host = await MessagesHost.StartAsync();

        HttpResponseMessage response = await host.SendAsync(new HttpMethod(method));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST HEAD", string.Join(' ', response.Content.Headers.Allow));
    }

    [Fact]
    public async Task Head_WaitingClient_IsAnswered()
    {
        await using MessagesHost host = await MessagesHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(HttpMethod.Head)).StatusCode);
        Assert.Empty(host.Log.All);
    }

    [Theory]
    [InlineData("\"name\": \"composeExtension/query\"")]
    [InlineData("\"name\": null")]
    [InlineData("\"id\": \"f:1\"")]
    public async Task Post_InvokeThatNobodyHandles_IsNotImplemented(string fields)
    {
        await using MessagesHost host = await MessagesHost.StartAsync();

        HttpResponseMessage response = await host.PostAsync(MessagesHost.Activity("invoke", fields));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Equal(LogLevel.Warning, Assert.Single(host.Log.All).Level);
        await AssertGoesOnAsync(host);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("""{ "action": { "verb": 7 } }""")]
    [InlineData("""{ "action": { "verb": "\ud800" } }""")]
    [InlineData("""{ "action": { "verb": "poll.vote", "data": [ 1 ] } }""")]
    public async Task Post_CardActionOfWrongShape_IsAnsweredWithAnErrorInTheBody(string value)
    {
        await using MessagesHost host = await MessagesHost.StartAsync((activity, cancellationToken) =>
            CardAction.TryRead(activity, out _) ? InvokeResponse.Ok : CardActionAnswer.Error(400, "BadRequest", "Okänd knapp."));

        HttpResponseMessage response = await host.PostAsync(MessagesHost.Activity("invoke", $"\"name\": \"adaptiveCard/action\", \"value\": {value}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Wire.AssertSame(
            """{ "statusCode": 400, "type": "application/vnd.microsoft.error", "value": { "code": "BadRequest", "message": "Okänd knapp." } }""",
            await response.Content.ReadAsStringAsync(Cancellation));
        await AssertGoesOnAsync(host);
    }

    [Fact]
    public async Task Post_UnknownType_IsIgnoredWithALogLine()
    {
        await using MessagesHost host = await MessagesHost.StartAsync();

        HttpResponseMessage response = await host.PostAsync(MessagesHost.Activity("somethingNew"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Handled);
        Assert.Equal((LogLevel.Information, "An activity of the unknown type somethingNew was ignored."), Assert.Single(host.Log.All));
    }

    [Fact]
    public async Task Post_UnknownTypeWithLineBreaks_CannotForgeLogLines()
    {
        await using MessagesHost host = await MessagesHost.StartAsync();

        await host.PostAsync(MessagesHost.Activity("x\\r\\nERROR: forged"));

        Assert.DoesNotContain("forged", Assert.Single(host.Log.All).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CardActionThatFails_ApologisesWithStatusOk()
    {
        await using MessagesHost host = await MessagesHost.StartAsync((_, _) => throw new InvalidOperationException("hemligt"));

        HttpResponseMessage response = await host.PostAsync(MessagesHost.Activity("invoke", "\"name\": \"adaptiveCard/action\""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Wire.AssertSame(
            """
            { "statusCode": 500, "type": "application/vnd.microsoft.error",
              "value": { "code": "InternalServerError", "message": "Det gick inte (sv-SE)." } }
            """,
            await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(LogLevel.Error, Assert.Single(host.Log.All).Level);
    }

    [Theory]
    [InlineData("invoke", "\"name\": \"task/fetch\"")]
    [InlineData("message", "\"text\": \"hej\"")]
    [InlineData("conversationUpdate", "\"name\": \"adaptiveCard/action\"")]
    public async Task Post_AnythingElseThatFails_IsAServerErrorSoThatItComesAgain(string type, string fields)
    {
        await using MessagesHost host = await MessagesHost.StartAsync((_, _) => throw new TaskCanceledException("a time-out inside, not a caller who left"));

        HttpResponseMessage response = await host.PostAsync(MessagesHost.Activity(type, fields));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(LogLevel.Error, Assert.Single(host.Log.All).Level);
    }

    [Fact]
    public async Task Post_CallerLeaves_IsNoError()
    {
        using var caller = new CancellationTokenSource();
        await using MessagesHost host = await MessagesHost.StartAsync((_, cancellationToken) =>
        {
            caller.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        });
        var content = new StringContent(MessagesHost.Activity("message"), Encoding.UTF8, "application/json");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.SendAsync(HttpMethod.Post, content, caller.Token));

        Assert.Single(host.Handled);
        Assert.Empty(host.Log.All);
    }

    [Fact]
    public async Task AddTeams_ConnectorClient_IsThere()
    {
        await using MessagesHost host = await MessagesHost.StartAsync();

        Assert.NotNull(host.Services.GetRequiredService<ConnectorClient>());
    }

    private static async Task AssertGoesOnAsync(MessagesHost host)
    {
        int handled = host.Handled.Count;

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(MessagesHost.Activity("message"))).StatusCode);
        Assert.Equal(handled + 1, host.Handled.Count);
    }
}
