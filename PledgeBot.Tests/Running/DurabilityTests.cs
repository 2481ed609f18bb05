using System.Net;
using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Running;

/// <summary>What was answered is on disk, and what comes twice counts once.</summary>
public sealed class DurabilityTests
{
    [Fact]
    public async Task Kill_InTheMiddleOfAPoll_LosesNoVoteAndTheCardsStillWork()
    {
        using var demo = DemoFile.ReadyToVote();
        await using StartedProgram program = await StartedProgram.StartAsync(demo.Path);
        ChatMember[] members = await MembersAsync(program);
        JsonNode poll = await OpenPollAsync(members[0]);
        foreach (int early in (int[])[0, 1, 2])
        {
            Assert.Equal("card", await VoteAsync(members[early], poll, "V1-01,V1-02"));
        }

        // These are on their way when the process dies: each is either answered and kept, or neither.
        Task<string>[] onTheirWay = [.. members[3..6].Select(member => VoteAsync(member, poll, "V1-01,V1-03"))];
        await Task.WhenAny(onTheirWay);
        await program.KillAsync();
        string[] answers = await Task.WhenAll(onTheirWay.Select(async vote =>
        {
            try
            {
                return await vote;
            }
            catch (HttpRequestException)
            {
                return "gone";
            }
        }));

        await program.StartAgainAsync(demo.Path);

        ChatMember[] again = await MembersAsync(program);
        for (int member = 0; member < 6; member++)
        {
            string shown = ShownText.Of(await again[member].ExecuteAsync(poll, "card.view", new JsonObject { ["subject"] = SubjectOf(poll) }));
            if (member < 3 || answers[member - 3] == "card")
            {
                Assert.Contains("Du har valt 2 av 2", shown, StringComparison.Ordinal);
            }
        }

        foreach (ChatMember member in (ChatMember[])[.. again[..6], .. again[7..]])
        {
            Assert.Equal("card", await VoteAsync(member, poll, "V1-01,V1-07"));
        }

        JsonNode result = await again[0].WaitForCardAsync("Resultat – trygghetsvandring V1");
        Assert.Contains("V1-01 Måla tunneln vit och byt till starkare lampor: 8 röster", ShownText.Of(result["activity"]!), StringComparison.Ordinal);
        Assert.Contains("ställ ut en papperskorg till: 8 röster", ShownText.Of(result["activity"]!), StringComparison.Ordinal);
        Assert.Equal(poll["id"]!.GetValue<string>(), result["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Vote_SixtyMembersAtOnce_AreSixtyBallots()
    {
        using var demo = DemoFile.ReadyToVote(members: 60);
        await using StartedProgram program = await StartedProgram.StartAsync(demo.Path);
        ChatMember[] members = await MembersAsync(program);
        JsonNode poll = await OpenPollAsync(members[0]);
        string[] ballots = ["V1-01,V1-02", "V1-01,V1-03", "V1-01,V1-04"];

        string[] votes = [.. members.Select((member, number) => WireActivity.From(program, member.Id, "invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = poll["id"]!.GetValue<string>(),
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = "poll.vote",
                    ["data"] = new JsonObject { ["poll"] = SubjectOf(poll)["poll/".Length..], ["picks"] = ballots[number % 3] },
                },
            },
        }).ToJsonString())];
        string[] answers = await Task.WhenAll(votes.Select(async vote =>
        {
            using HttpResponseMessage answer = await program.PostActivityAsync(vote);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }));

        Assert.All(answers, answer => Assert.Contains("application/vnd.microsoft.card.adaptive", answer, StringComparison.Ordinal));
        JsonNode result = await members[0].WaitForCardAsync("Resultat – trygghetsvandring V1");
        string shown = ShownText.Of(result["activity"]!);
        Assert.Contains("starkare lampor: 60 röster", shown, StringComparison.Ordinal);
        Assert.Equal(3, shown.Split('\n').Count(line => line.EndsWith(": 20 röster", StringComparison.Ordinal)));
        Assert.Contains("Kommunen: 50 av 50", shown, StringComparison.Ordinal);
        Assert.Contains("Polisen: 10 av 10", shown, StringComparison.Ordinal);
        Assert.Contains("V1-02, V1-03 och V1-04 fick lika många röster", shown, StringComparison.Ordinal);
        JsonNode runOff = await members[0].WaitForCardAsync("Ny omröstning mellan de som fick lika många – V1");
        Assert.Contains("Kommunen: 0 av 50", ShownText.Of(runOff["activity"]!), StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vote_Changed_LeavesNoEarlierPicksInTheRecords()
    {
        using var demo = DemoFile.ReadyToVote();
        await using StartedProgram program = await StartedProgram.StartAsync(demo.Path);
        ChatMember[] members = await MembersAsync(program);
        JsonNode poll = await OpenPollAsync(members[0]);

        // The form that opened the poll told all its candidates.
        List<string> before = await KeptTexts.ReadAsync(program);
        Assert.Equal("card", await VoteAsync(members[1], poll, "V1-01,V1-03"));
        Assert.Contains("V1-03 och V1-04", await members[1].AskBotAsync("rösta 3 4"), StringComparison.Ordinal);
        Assert.Equal("card", await VoteAsync(members[1], poll, "V1-01,V1-02"));
        await members[1].AskBotAsync("löftet");
        await members[1].AskBotAsync("åtgärder");

        IEnumerable<string> kept = (await KeptTexts.ReadAsync(program)).Except(before);
        Assert.Contains(kept, text => text.Contains("V1-02", StringComparison.Ordinal));
        Assert.DoesNotContain(kept, text => text.Contains("V1-03", StringComparison.Ordinal) || text.Contains("V1-04", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_TheSameActivityTwice_ChangesNothingTheSecondTime()
    {
        await using StartedProgram program = await StartedProgram.StartAsync();
        ChatMember[] members = await MembersAsync(program);
        JsonNode walk = await members[0].WaitForCardAsync("Trygghetsvandring V1");
        var proposal = new JsonObject
        {
            ["name"] = "task/submit",
            ["value"] = new JsonObject
            {
                ["data"] = new JsonObject
                {
                    ["verb"] = "form.save",
                    ["dialog"] = "proposal",
                    ["subject"] = "V1",
                    ["nonce"] = Guid.NewGuid().ToString("N"),
                    ["place"] = "Biblioteket",
                    ["category"] = "Lighting",
                    ["problem"] = "Mörkt vid cykelstället",
                    ["suggestion"] = "Byt armatur",
                },
            },
        };
        JsonObject activity = WireActivity.From(program, members[1].Id, "invoke", proposal);
        JsonObject underAnotherId = WireActivity.From(program, members[1].Id, "invoke", proposal);

        string first = await AnswerAsync(program, activity);
        string second = await AnswerAsync(program, activity);
        string third = await AnswerAsync(program, underAnotherId);

        Assert.Contains("V1-08", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Equal(first, third);
        JsonNode changed = await members[0].WaitForCardAsync("Trygghetsvandring V1", "V1-08");
        Assert.DoesNotContain("V1-09", ShownText.Of(changed["activity"]!), StringComparison.Ordinal);
        Assert.Equal(walk["id"]!.GetValue<string>(), changed["id"]!.GetValue<string>());

        JsonObject message = WireActivity.From(program, members[1].Id, "message", new JsonObject
        {
            ["text"] = "<at>PledgeBot</at> åtgärder",
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>PledgeBot</at>",
                ["mentioned"] = new JsonObject { ["id"] = "28:pledgebot-local", ["name"] = "PledgeBot" },
            }),
        });
        await AnswerAsync(program, message);
        await AnswerAsync(program, message);
        await members[1].AskBotAsync("status");
        JsonNode state = await members[0].ReadStateAsync();
        Assert.Single(state["activities"]!.AsArray(), answer => ShownText.Of(answer!["activity"]!).Contains("Inga åtgärder är beslutade", StringComparison.Ordinal));
    }

    private static async Task<string> AnswerAsync(StartedProgram program, JsonObject activity)
    {
        using HttpResponseMessage answer = await program.PostActivityAsync(activity.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<ChatMember[]> MembersAsync(StartedProgram program) =>
        [.. (await program.ReadMembersAsync()).Select(member => new ChatMember(program, member.Id))];

    private static async Task<JsonNode> OpenPollAsync(ChatMember coordinator)
    {
        JsonNode walk = await coordinator.WaitForCardAsync("Trygghetsvandring V1");
        await coordinator.FillInAsync(walk, "poll-open", "V1");
        return await coordinator.WaitForCardAsync("Omröstning – trygghetsvandring V1");
    }

    private static string SubjectOf(JsonNode poll) =>
        ShownCard.DataOf(poll["activity"]!, "card.view")["subject"]!.GetValue<string>();

    private static async Task<string> VoteAsync(ChatMember member, JsonNode poll, string picks) =>
        (await member.ExecuteAsync(poll, "poll.vote", inputs: new JsonObject { ["picks"] = picks }))["kind"]!.GetValue<string>();
}
