using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Running;

/// <summary>A tie is told as one, and resolved by the group, never by the bot.</summary>
public sealed class RunOffTests
{
    [Fact]
    public async Task Tie_IsReportedAndResolvedByANewVote()
    {
        using var demo = DemoFile.ReadyToVote();
        await using StartedProgram program = await StartedProgram.StartAsync(demo.Path);
        ChatMember[] members = [.. (await program.ReadMembersAsync()).Select(member => new ChatMember(program, member.Id))];
        ChatMember coordinator = members[0];
        ChatMember[] voters = [.. members.Where((_, number) => number != 6)];
        JsonNode walk = await coordinator.WaitForCardAsync("Trygghetsvandring V1");
        await coordinator.FillInAsync(walk, "poll-open", "V1");
        JsonNode poll = await coordinator.WaitForCardAsync("Omröstning – trygghetsvandring V1");
        for (int number = 0; number < voters.Length; number++)
        {
            await VoteAsync(voters[number], poll, number < 4 ? "V1-01,V1-02" : "V1-01,V1-03");
        }

        await coordinator.WaitForCardAsync("Lika röstetal: V1-02 och V1-03", "V1-01 är klart före de andra");
        JsonNode runOff = await coordinator.WaitForCardAsync("Ny omröstning mellan de som fick lika många – V1", "Välj ett förslag.");
        Assert.DoesNotContain("V1-01", ShownText.Of(runOff["activity"]!), StringComparison.Ordinal);
        await coordinator.WaitForCardAsync("En ny omröstning mellan dem har startat.");
        for (int number = 0; number < voters.Length; number++)
        {
            await VoteAsync(voters[number], runOff, number < 3 ? "V1-03" : "V1-02");
        }

        await coordinator.WaitForCardAsync("Gruppens förslag: V1-01 och V1-02");
        JsonNode decision = await coordinator.WaitForCardAsync("Gruppens förslag – trygghetsvandring V1");
        Assert.Contains("Klipp ner buskarna", ShownText.Of(decision["activity"]!), StringComparison.Ordinal);
    }

    private static async Task VoteAsync(ChatMember member, JsonNode poll, string picks)
    {
        JsonNode answer = await member.ExecuteAsync(poll, "poll.vote", inputs: new JsonObject { ["picks"] = picks });
        Assert.True(answer["kind"]!.GetValue<string>() == "card", answer.ToJsonString());
    }
}
