using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PledgeBot.Tests.Running;

namespace PledgeBot.Tests.Search;

/// <summary>The message extension through the started program, as the channel asks it.</summary>
public sealed class ComposeOverHttpTests : IAsyncLifetime
{
    private StartedProgram _program = null!;
    private string _member = null!;

    public async ValueTask InitializeAsync()
    {
        _program = await StartedProgram.StartAsync();
        _member = (await _program.ReadMembersAsync())[6].Id;
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    [Fact]
    public async Task Member_SearchesAndMakesAProposalOfAMessage_AndFindsIt()
    {
        JsonNode hits = await InvokeAsync("composeExtension/query", """
            { "commandId": "search", "parameters": [ { "name": "initialRun", "value": "true" } ], "queryOptions": { "skip": 0, "count": 25 } }
            """);
        JsonNode form = await InvokeAsync("composeExtension/fetchTask", """
            { "commandId": "makeProposal", "commandContext": "message",
              "messagePayload": { "id": "1", "body": { "contentType": "html", "content": "<p>Häcken vid <b>biblioteket</b> skymmer sikten</p>" } } }
            """);
        JsonNode card = form["task"]!["value"]!["card"]!["content"]!;
        JsonNode data = card["actions"]![0]!["data"]!.DeepClone();
        foreach (JsonNode input in ShownCard.Inputs(card))
        {
            data[input["id"]!.GetValue<string>()] = input["value"]?.DeepClone() ?? "";
        }

        data["place"] = "Biblioteket";
        data["category"] = "VegetationAndSightLines";
        data["suggestion"] = "Klipp häcken";
        string submit = new JsonObject { ["commandId"] = "makeProposal", ["data"] = data }.ToJsonString();
        JsonNode saved = await InvokeAsync("composeExtension/submitAction", submit);
        JsonNode retried = await InvokeAsync("composeExtension/submitAction", submit);
        JsonNode found = await InvokeAsync("composeExtension/query", """{ "parameters": [ { "name": "text", "value": "klip häken" } ] }""");

        Assert.NotEmpty(hits["composeExtension"]!["attachments"]!.AsArray());
        Assert.StartsWith("Förslaget är sparat som V1-", saved["task"]!["value"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(saved.ToJsonString(), retried.ToJsonString());
        JsonNode hit = Assert.Single(found["composeExtension"]!["attachments"]!.AsArray())!;
        Assert.EndsWith(" – Biblioteket", hit["preview"]!["content"]!["title"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("Häcken vid biblioteket skymmer sikten", ShownText.Of(hit["content"]!), StringComparison.Ordinal);
    }

    private async Task<JsonNode> InvokeAsync(string name, string value)
    {
        JsonObject activity = WireActivity.From(_program, _member, "invoke", new JsonObject { ["name"] = name, ["value"] = JsonNode.Parse(value) });
        using HttpResponseMessage answer = await _program.PostActivityAsync(activity.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }
}
