using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Running;

/// <summary>A vote and a confirmation by phone, from the front door: recorded, told to the member, marked, and nothing of earlier picks kept.</summary>
public sealed class RecordedVoteChainTests
{
    private const int Officer = 7;
    private const int Chief = 8;

    [Fact]
    public async Task Coordinator_RecordsVoteAndConfirmation_TheMembersAreToldAndTheCardsSaySo()
    {
        using var demo = DemoFile.ReadyToVote();
        await using StartedProgram program = await StartedProgram.StartAsync(demo.Path);
        ChatMember[] members = [.. (await program.ReadMembersAsync()).Select(member => new ChatMember(program, member.Id))];
        ChatMember coordinator = members[0];
        JsonNode poll = await OpenPollAsync(coordinator);

        JsonNode saved = await RecordAsync(coordinator, poll, Officer, "V1-01,V1-02");
        Assert.StartsWith("Rösten är antecknad (Kommunpolis, per telefon).", saved["text"]!.GetValue<string>(), StringComparison.Ordinal);
        await members[2].WaitForCardAsync("Omröstning – trygghetsvandring V1", "Polisen: 1 av 2, varav 1 antecknad per telefon");
        JsonNode notice = await members[Officer].WaitForCardAsync("Din röst är antecknad", "Trygghetssamordnare (kommunen) har antecknat din röst");
        await members[Officer].ExecuteAsync(notice, "command.run");
        await members[Officer].WaitForCardAsync("Du har valt 2 av 2: V1-01 och V1-02.", "Samordnaren antecknade din röst per telefon.");

        foreach (ChatMember voter in (ChatMember[])[.. members[..6], members[Chief]])
        {
            Assert.Equal("card", (await voter.ExecuteAsync(poll, "poll.vote", inputs: new JsonObject { ["picks"] = "V1-01,V1-02" }))["kind"]!.GetValue<string>());
        }

        await coordinator.WaitForCardAsync("Resultat – trygghetsvandring V1", "1 röst antecknades av samordnaren per telefon.");
        JsonNode decision = await coordinator.WaitForCardAsync("Gruppens förslag – trygghetsvandring V1", "1 röst antecknades av samordnaren per telefon.");
        JsonNode confirmed = await coordinator.FillInAsync(decision, "decision-record", "V1", ("who", AccountOf(Chief)));
        Assert.StartsWith("Bekräftelsen är antecknad (Lokalpolisområdeschef, för polisen).", confirmed["text"]!.GetValue<string>(), StringComparison.Ordinal);
        await coordinator.WaitForCardAsync(
            "✓ Polisen: bekräftat av Lokalpolisområdeschef per telefon 7 september 2020, antecknat av Trygghetssamordnare");
        await members[Chief].WaitForCardAsync("Din bekräftelse är antecknad");
        Assert.DoesNotContain("fail:", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordedVote_Changed_LeavesNoEarlierPicksInTheRecords()
    {
        using var demo = DemoFile.ReadyToVote();
        await using StartedProgram program = await StartedProgram.StartAsync(demo.Path);
        ChatMember[] members = [.. (await program.ReadMembersAsync()).Select(member => new ChatMember(program, member.Id))];
        ChatMember coordinator = members[0];
        JsonNode poll = await OpenPollAsync(coordinator);

        // The form that opened the poll told all its candidates.
        List<string> before = await KeptTexts.ReadAsync(program);

        // A form that comes back, a form that is saved, and the steps by card and by typing; each with picks of its own.
        JsonNode back = await RecordAsync(coordinator, poll, Officer, "V1-03,V1-04,V1-07");
        Assert.Equal("dialog", back["kind"]!.GetValue<string>());
        await RecordAsync(coordinator, poll, Officer, "V1-03,V1-04");
        await coordinator.AskBotAsync("anteckna röst");
        JsonNode who = await coordinator.WaitForCardAsync("Vem har lämnat sin röst till dig?");
        await coordinator.ExecuteAsync(who, "steps.answer", inputs: new JsonObject { ["who"] = AccountOf(Officer) });
        JsonNode picks = await coordinator.WaitForCardAsync("Vad röstar personen på?");
        await coordinator.ExecuteAsync(picks, "steps.answer", inputs: new JsonObject { ["picks"] = "V1-04,V1-07" });
        JsonNode manner = await coordinator.WaitForCardAsync("Lämnade personen sin röst per telefon eller på möte?");
        await coordinator.ExecuteAsync(manner, "steps.answer", inputs: new JsonObject { ["manner"] = "ByPhone" });
        JsonNode check = await coordinator.WaitForCardAsync("Stämmer det här?", "V1-04 och V1-07");
        await coordinator.ExecuteAsync(check, "steps.save");
        await coordinator.WaitForCardAsync("Rösten är antecknad (Kommunpolis, per telefon).");
        await members[Officer].WaitForCardAsync("Din röst är antecknad");
        Assert.Equal("card", (await members[Officer].ExecuteAsync(poll, "poll.vote", inputs: new JsonObject { ["picks"] = "V1-01,V1-02" }))["kind"]!.GetValue<string>());
        await coordinator.AskBotAsync("löftet");
        await coordinator.AskBotAsync("åtgärder");

        IEnumerable<string> kept = (await KeptTexts.ReadAsync(program)).Except(before);
        Assert.Contains(kept, text => text == "V1-01 V1-02");
        Assert.DoesNotContain(kept, text => text.Contains("V1-03", StringComparison.Ordinal)
            || text.Contains("V1-04", StringComparison.Ordinal)
            || text.Contains("V1-07", StringComparison.Ordinal));
    }

    private static async Task<JsonNode> OpenPollAsync(ChatMember coordinator)
    {
        JsonNode walk = await coordinator.WaitForCardAsync("Trygghetsvandring V1");
        await coordinator.FillInAsync(walk, "poll-open", "V1");
        return await coordinator.WaitForCardAsync("Omröstning – trygghetsvandring V1");
    }

    private static Task<JsonNode> RecordAsync(ChatMember coordinator, JsonNode poll, int voter, string picks) =>
        coordinator.FillInAsync(poll, "poll-record", PollOf(poll), ("who", AccountOf(voter)), ("picks", picks));

    private static string PollOf(JsonNode poll) =>
        ShownCard.DataOf(poll["activity"]!, "card.view")["subject"]!.GetValue<string>()["poll/".Length..];

    // The demo's members are named after their accounts.
    private static string AccountOf(int member) => $"0000000000004000800000000000000{member + 1}";
}
