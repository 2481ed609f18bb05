using System.Text.Json.Nodes;
using PledgeBot.Tests.Running;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>What local mode shows besides the partnership's own team.</summary>
public sealed class DemoPlacesTests : IAsyncLifetime
{
    private StartedProgram _program = null!;

    public async ValueTask InitializeAsync() => _program = await StartedProgram.StartAsync();

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    [Fact]
    public async Task Demo_AnotherMunicipality_HasATeamOfItsOwnWithoutTheApp()
    {
        IReadOnlyList<(string Id, string Label)> partnership = await _program.ReadMembersAsync();
        JsonNode maja = await StateOfAsync(partnership[0].Id);
        string elin = (string)maja["everybody"]!.AsArray().Single(person => (string?)person!["name"] == "Elin")!["id"]!;
        JsonNode state = await StateOfAsync(elin);

        JsonNode team = state["places"]!.AsArray().Single(place => (string?)place!["kind"] == "team")!;
        string[] members = [.. team["members"]!.AsArray().Select(id => (string)id!)];
        Assert.Equal("Medborgarlöftet i Exempelköping", (string?)team["name"]);
        Assert.False((bool)team["hasApp"]!);
        Assert.Empty(state["activities"]!.AsArray());
        Assert.Empty(members.Intersect(partnership.Select(member => member.Id)));
        Assert.Single(state["everybody"]!.AsArray(), person => (bool)person!["isGuest"]! && members.Contains((string)person["id"]!));
    }

    [Fact]
    public async Task Demo_GroupChat_IsThereWithoutTheApp()
    {
        JsonNode maja = await StateOfAsync((await _program.ReadMembersAsync())[0].Id);

        Assert.Single(maja["places"]!.AsArray(), place => (string?)place!["kind"] == "groupChat" && !(bool)place["hasApp"]!);
    }

    [Fact]
    public async Task Demo_WhatTheAppCan_IsWhatItsManifestSays()
    {
        JsonNode manifest = JsonNode.Parse(Repository.Read("manifest", "manifest.json"))!;
        JsonNode maja = await StateOfAsync((await _program.ReadMembersAsync())[0].Id);

        Assert.Equal((bool)manifest["bots"]![0]!["supportsFiles"]!, (bool)maja["supportsFiles"]!);
        Assert.Equal(
            manifest["composeExtensions"]![0]!["commands"]!.AsArray().Select(command => Describe(command!, "context")),
            maja["commands"]!.AsArray().Select(command => Describe(command!, "contexts")));
    }

    private static string Describe(JsonNode command, string contexts) => string.Join(
        ' ',
        (string)command["id"]!,
        (string)command["title"]!,
        (string)command["type"]!,
        command[contexts]!.ToJsonString(),
        (bool?)command["initialRun"] ?? false,
        string.Join(',', (command["parameters"] as JsonArray ?? []).Select(parameter => $"{parameter!["name"]}:{parameter["title"]}")));

    private async Task<JsonNode> StateOfAsync(string member)
    {
        using var seen = new MemberOverHttp(_program.Address, member);
        return await seen.StateAsync();
    }
}
