using System.Text.Json.Nodes;
using PledgeBot.Tests.Photos;

namespace PledgeBot.Tests.Running;

/// <summary>The whole job through the started program, as Teams would bring it: from a planned walk to the weekly status.</summary>
public sealed class HttpChainTests : IAsyncLifetime
{
    private StartedProgram _program = null!;
    private IReadOnlyList<ChatMember> _members = null!;

    private ChatMember Coordinator => _members[0];

    private ChatMember Municipality => _members[1];

    private ChatMember Communicator => _members[6];

    private ChatMember Police => _members[8];

    public async ValueTask InitializeAsync()
    {
        _program = await StartedProgram.StartAsync();
        _members = [.. (await _program.ReadMembersAsync()).Select(member => new ChatMember(_program, member.Id))];
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    [Fact]
    public async Task Chain_FromWalkToWeeklyStatus_IsKeptTrue()
    {
        // 1. Help, and an answer to what is not understood.
        Assert.Contains("rösta", await Coordinator.AskBotAsync("hjälp"), StringComparison.Ordinal);
        Assert.Contains("Menade du **status**?", await Coordinator.AskBotAsync("stauts"), StringComparison.Ordinal);

        // 2. A walk, planned by form and marked as carried out.
        await Coordinator.WriteInChannelAsync("ny vandring");
        JsonNode offer = await Coordinator.WaitForCardAsync("Öppna formuläret");
        JsonNode planned = await Coordinator.FillInAsync(
            offer, "walk", "", ("locality", "Brösarp"), ("date", "2020-09-07"), ("time", "07:00"), ("route", "Genomfarten och affären"));
        Assert.Contains("V2", planned["text"]!.GetValue<string>(), StringComparison.Ordinal);
        JsonNode walk = await Coordinator.WaitForCardAsync("V2", "Brösarp");
        JsonNode carriedOut = await Coordinator.FillInAsync(walk, "walk-outcome", "V2", ("date", "2020-09-07"), ("Residents", "8"), ("Police", "1"));
        Assert.Equal("message", carriedOut["kind"]!.GetValue<string>());

        // 3. Proposals by form and step by step.
        foreach ((string place, string suggestion) in ((string, string)[])[("Genomfarten", "Mät hastigheten i två veckor"), ("Hållplatsen", "Röj runt hållplatsen"), ("Affären", "Begär bättre belysning")])
        {
            JsonNode saved = await Municipality.FillInAsync(
                walk, "proposal", "V2", ("place", place), ("category", "Traffic"), ("problem", "Bilar kör fort"), ("suggestion", suggestion));
            Assert.Contains("V2-0", saved["text"]!.GetValue<string>(), StringComparison.Ordinal);
        }

        Assert.Contains("Steg 1 av 5", await Police.AskBotAsync("nytt förslag V2"), StringComparison.Ordinal);
        Assert.Contains("Steg 2 av 5", await Police.AskBotAsync("Gångvägen mot backarna"), StringComparison.Ordinal);
        Assert.Contains("Steg 1 av 5", await Police.AskBotAsync("tillbaka"), StringComparison.Ordinal);
        Assert.Contains("Steg 2 av 5", await Police.AskBotAsync("Gångvägen mot Brösarps backar"), StringComparison.Ordinal);
        Assert.Contains("Steg 3 av 5", await Police.AskBotAsync("skyltning"), StringComparison.Ordinal);
        Assert.Contains("Steg 4 av 5", await Police.AskBotAsync("Besökare hittar inte"), StringComparison.Ordinal);
        Assert.Contains("Steg 5 av 5", await Police.AskBotAsync("Sätt upp två vägvisare"), StringComparison.Ordinal);
        string check = await Police.AskBotAsync("hoppa över");
        Assert.Contains("Gångvägen mot Brösarps backar", check, StringComparison.Ordinal);
        Assert.Contains("V2-04", await Police.AskBotAsync("spara"), StringComparison.Ordinal);

        Assert.Contains("Fotot är sparat på **V2-04**", await Police.SendPictureAsync("foto V2-04", Pictures.RedAndBlue(1600, 1200)), StringComparison.Ordinal);
        Assert.Contains("Foto av platsen", await Police.AskBotAsync("V2-04"), StringComparison.Ordinal);

        // 4. Triage: three candidates, one fault report; the next proposal's form follows by itself.
        walk = await Coordinator.WaitForCardAsync("V2", "Sätt upp två vägvisare");
        JsonNode form = await Coordinator.FillInAsync(
            walk, "triage", "V2", ("class", "Candidate"), ("responsible", "Gata/park"), ("party", "Municipality"), ("due", "2020-11-30"));
        form = await Coordinator.SendFormAsync(walk, form, ("class", "Candidate"), ("responsible", "Gata/park"), ("party", "Joint"), ("due", "2020-10-30"));
        form = await Coordinator.SendFormAsync(walk, form, ("class", "FaultReport"), ("faultNumber", "2020-118"));
        form = await Coordinator.SendFormAsync(walk, form, ("class", "Candidate"), ("responsible", "Kultur och fritid"), ("party", "Municipality"), ("due", "2020-12-18"));
        Assert.Equal("message", form["kind"]!.GetValue<string>());

        // 5. The poll: each member's own picks, turnout per party, no tally.
        JsonNode opened = await Coordinator.FillInAsync(walk, "poll-open", "V2", ("closesOn", "2020-09-11"), ("closesAt", "15:00"), ("rule", "exactly"));
        Assert.Contains("har startat", opened["text"]!.GetValue<string>(), StringComparison.Ordinal);
        JsonNode poll = await Coordinator.WaitForCardAsync("Omröstning – trygghetsvandring V2 i Brösarp");
        Assert.Contains("Kommunen: 0 av 6", ShownText.Of(poll["activity"]!), StringComparison.Ordinal);
        JsonNode own = await VoteAsync(Coordinator, poll, "V2-01,V2-02");
        Assert.Contains("Du har valt 2 av 2: V2-01 och V2-02", ShownText.Of(own), StringComparison.Ordinal);
        Assert.Contains("Kommunen: 1 av 6", ShownText.Of(own), StringComparison.Ordinal);
        Assert.Contains("välja", await RefusedAsync(Municipality, poll, "V2-01,V2-02,V2-04"), StringComparison.Ordinal);
        Assert.Contains("2", await RefusedAsync(Municipality, poll, "V2-01"), StringComparison.Ordinal);
        Assert.Contains("V2-03", await RefusedAsync(Municipality, poll, "V2-01,V2-03"), StringComparison.Ordinal);
        Assert.Contains("röst", await RefusedAsync(Communicator, poll, "V2-01,V2-02"), StringComparison.Ordinal);
        Assert.Contains("V2-01 och V2-04", await Municipality.AskBotAsync("rösta 1 4"), StringComparison.Ordinal);
        Assert.Contains("V2-01 och V2-02", await Municipality.AskBotAsync("rösta 1 2"), StringComparison.Ordinal);
        await VoteAsync(_members[2], poll, "V2-02,V2-04");
        await VoteAsync(Police, poll, "V2-01,V2-02");
        string status = await Police.AskBotAsync("status");
        Assert.Contains("115 dagar kvar", status, StringComparison.Ordinal);
        JsonNode turnout = await Police.WaitForCardAsync("Kommunen: 3 av 6", "Polisen: 1 av 2");
        Assert.DoesNotMatch("[0-9] röst", ShownText.Of(turnout["activity"]!));

        // 6. It closes by the clock; the result is clear; both parties confirm. Four of eight is not more than half, so one more votes.
        await VoteAsync(_members[3], poll, "V2-01,V2-04");
        await _program.AdvanceAsync(24 * 4 + 8);
        JsonNode result = await Coordinator.WaitForCardAsync("Resultat – trygghetsvandring V2 i Brösarp");
        Assert.Contains("Gruppens förslag: V2-01 och V2-02", ShownText.Of(result["activity"]!), StringComparison.Ordinal);
        Assert.Contains("stäng", await RefusedAsync(Coordinator, poll, "V2-01,V2-04"), StringComparison.Ordinal);
        JsonNode decision = await Coordinator.WaitForCardAsync("Gruppens förslag – trygghetsvandring V2");
        JsonNode notYours = await Communicator.ExecuteAsync(decision, "decision.confirm");
        Assert.Equal("message", notYours["kind"]!.GetValue<string>());
        await Municipality.ExecuteAsync(decision, "decision.confirm");
        await Municipality.WaitForCardAsync("Kommunen: bekräftat av Samhällsbyggnadschef");
        await Police.ExecuteAsync(decision, "decision.confirm");
        await Police.WaitForCardAsync("Beslutat av kommunen och polisen.");

        // 7. Two measures; the status changes by card, and what will not be done needs a public reason.
        JsonNode measure = await Coordinator.WaitForCardAsync("V2-02", "Röj runt hållplatsen", "Gata/park", "Genomförs inte", "Pågår");
        JsonNode ongoing = await _members[2].ExecuteAsync(measure, "measure.status", new JsonObject { ["reference"] = "V2-02", ["to"] = "Ongoing" });
        Assert.Contains("● Pågår", ShownText.Of(ongoing), StringComparison.Ordinal);
        JsonNode withoutReason = await _members[2].FillInAsync(measure, "measure-not-done", "V2-01", ("reason", ""));
        Assert.Equal("dialog", withoutReason["kind"]!.GetValue<string>());
        JsonNode ended = await _members[2].SendFormAsync(measure, withoutReason, ("reason", "Vägen är statlig, och Trafikverket säger nej."));
        Assert.Equal("message", ended["kind"]!.GetValue<string>());
        await Coordinator.WaitForCardAsync("V2-01", "Vägen är statlig, och Trafikverket säger nej.");

        // 8. The status tells all of it.
        status = await Coordinator.AskBotAsync("status");
        Assert.Contains("V2-02", status, StringComparison.Ordinal);
        Assert.Contains("Genomförs inte", status, StringComparison.Ordinal);

        // 9. The weekly status comes by itself, once.
        Assert.Contains("vecka 37", await Coordinator.AskBotAsync("förhandsvisa veckan"), StringComparison.Ordinal);
        await _program.AdvanceAsync(24 * 3);
        await Coordinator.WaitForCardAsync("Läget i medborgarlöftet – vecka 38");
    }

    private static async Task<JsonNode> VoteAsync(ChatMember member, JsonNode poll, string picks)
    {
        JsonNode answer = await member.ExecuteAsync(poll, "poll.vote", inputs: new JsonObject { ["picks"] = picks });
        Assert.True(answer["kind"]!.GetValue<string>() == "card", answer.ToJsonString());
        return answer;
    }

    private static async Task<string> RefusedAsync(ChatMember member, JsonNode poll, string picks)
    {
        JsonNode answer = await member.ExecuteAsync(poll, "poll.vote", inputs: new JsonObject { ["picks"] = picks });
        Assert.True(answer["kind"]!.GetValue<string>() == "message", answer.ToJsonString());
        return answer["text"]!.GetValue<string>();
    }
}
