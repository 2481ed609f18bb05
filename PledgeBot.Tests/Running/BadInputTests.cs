using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Running;

/// <summary>Whatever comes in at <c>/api/messages</c> gets its right answer, and the program goes on.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private StartedProgram _program = null!;

    public async ValueTask InitializeAsync() => _program = await StartedProgram.StartAsync();

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    [Fact]
    public async Task Post_EveryKindOfBadInput_IsAnsweredAndLoggedAndTheBotGoesOn()
    {
        await ExpectAsync(HttpStatusCode.BadRequest, "this is not JSON");
        await ExpectAsync(HttpStatusCode.BadRequest, "[1, 2]");
        await ExpectAsync(HttpStatusCode.BadRequest, """{"text":"hej"}""");
        await ExpectAsync(HttpStatusCode.BadRequest, """{"type":"message","text":{"a":1}}""");
        await ExpectAsync(HttpStatusCode.RequestEntityTooLarge, "{\"type\":\"message\",\"text\":\"" + new string('x', 5 * 1024 * 1024) + "\"}");
        await ExpectAsync(HttpStatusCode.UnsupportedMediaType, "type=message", "application/x-www-form-urlencoded");
        await ExpectAsync(HttpStatusCode.NotImplemented, await InvokeAsync("nobody/knows", new JsonObject()));
        await ExpectAsync(HttpStatusCode.OK, (await InvokeAsync("x", null)).Replace("\"invoke\"", "\"unheardOf\"", StringComparison.Ordinal));

        // A card's answer is always 200; the status that counts is in the body (protocol 4.10).
        foreach (JsonNode value in (JsonNode[])
        [
            new JsonObject { ["action"] = new JsonObject { ["verb"] = "poll.vote", ["data"] = new JsonObject { ["poll"] = 17, ["picks"] = new JsonArray() } } },
            new JsonObject { ["action"] = new JsonObject { ["verb"] = "poll.vote", ["data"] = "text" } },
            new JsonObject { ["action"] = new JsonObject { ["data"] = new JsonObject() } },
            new JsonObject { ["action"] = "text" },
        ])
        {
            JsonNode answer = JsonNode.Parse(await ExpectAsync(HttpStatusCode.OK, await InvokeAsync("adaptiveCard/action", value)))!;
            Assert.Equal(400, answer["statusCode"]!.GetValue<int>());
            Assert.Equal("application/vnd.microsoft.error", answer["type"]!.GetValue<string>());
        }

        string old = await ExpectAsync(HttpStatusCode.OK, await InvokeAsync("adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["verb"] = "from.anolderrelease", ["data"] = new JsonObject() },
        }));
        Assert.Contains("äldre kort", old, StringComparison.Ordinal);
        await ExpectAsync(HttpStatusCode.BadRequest, await InvokeAsync("task/fetch", new JsonObject { ["data"] = 4 }));

        Assert.Contains("An activity was refused with 400", _program.Output, StringComparison.Ordinal);
        Assert.Contains("An activity was refused with 413", _program.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing handles the request nobody/knows", _program.Output, StringComparison.Ordinal);
        Assert.Equal(4, _program.Output.Split('\n').Count(line => line.Contains("data of the wrong shape", StringComparison.Ordinal)));
        Assert.DoesNotContain("Exception", _program.Output, StringComparison.Ordinal);
        Assert.Contains("Läget", await (await MajaAsync()).AskBotAsync("status"), StringComparison.Ordinal);
    }

    private async Task<ChatMember> MajaAsync() => new(_program, (await _program.ReadMembersAsync())[0].Id);

    private async Task<string> ExpectAsync(HttpStatusCode expected, string body, string contentType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(contentType));
        using HttpResponseMessage answer = await _program.Http.PostAsync(new Uri("api/messages", UriKind.Relative), content, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, $"Expected {expected}, but {answer.StatusCode} came for {body[..Math.Min(body.Length, 100)]}: {text}");
        return text;
    }

    private async Task<string> InvokeAsync(string name, JsonNode? value) =>
        WireActivity.From(_program, (await _program.ReadMembersAsync())[0].Id, "invoke", new JsonObject { ["name"] = name, ["value"] = value }).ToJsonString();
}
