using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Invokes;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;

namespace PledgeBot.Tests.Search;

/// <summary>The message extension's search: what is found, how it is shown, and what is kept back.</summary>
public sealed class SubjectSearchTests : IDisposable
{
    private readonly Story _story = A.Story();
    private ComposeBox? _box;

    private ComposeBox Box => _box ??= new ComposeBox(_story.Partnership, _story.Now);

    public void Dispose() => _box?.Dispose();

    [Theory]
    [InlineData("V1-02")]
    [InlineData("v1-2")]
    [InlineData("v1 2")]
    [InlineData("V 1 – 02")]
    [InlineData("1-2")]
    public async Task Search_ForAReference_FindsThatMatterAlone(string text)
    {
        WalkNumber walk = _story.CarryOutWalk();
        _story.Propose(walk, "Byt lampor");
        _story.Propose(walk, "Röj buskar");
        _story.Propose(walk, "Sätt upp 2 bänkar");

        Assert.Equal(["Förslag V1-02 – Gångtunneln"], (await SearchAsync(text)).Titles);
    }

    [Fact]
    public async Task Search_ForAWalk_FindsItBeforeItsProposals()
    {
        _story.Propose(_story.CarryOutWalk());
        _story.Propose(_story.CarryOutWalk());

        Assert.Equal(["Vandring V2 – Tomelilla", "Förslag V2-01 – Gångtunneln vid V2"], (await SearchAsync("v2")).Titles);
    }

    [Theory]
    [InlineData("gångtunneln")]
    [InlineData("GÅNG")]
    [InlineData("tunnel")]
    [InlineData("gangtunneln")]
    [InlineData("gångtuneln")]
    [InlineData("måla")]
    [InlineData("mörkt")]
    [InlineData("belysning")]
    [InlineData("belysnng")]
    [InlineData("lighting")]
    [InlineData("förslag tomelilla")]
    [InlineData("inte bedömt")]
    [InlineData("forslag")]
    public async Task Search_ForWords_FindsTheProposal(string text)
    {
        _story.Propose(_story.CarryOutWalk());

        Assert.Contains("Förslag V1-01 – Gångtunneln", (await SearchAsync(text)).Titles);
    }

    [Theory]
    [InlineData("gata park")]
    [InlineData("försenad")]
    [InlineData("overdue")]
    [InlineData("åtgärd V1-01")]
    [InlineData("kommunen")]
    public async Task Search_ForWhatAMeasureIs_FindsTheMatterAsTheMeasureItHasBecome(string text)
    {
        ProposalReference reference = _story.Decide(due: new DateOnly(2020, 9, 30));
        _story.Now = _story.Now.AddDays(60);

        ComposeHit hit = Assert.Single((await SearchAsync(text)).List, found => found.Title.Contains(reference.ToString(), StringComparison.Ordinal));

        Assert.Equal("Åtgärd V1-01 – Måla tunneln vit", hit.Title);
        Assert.Equal("! Försenad · Gata/park · senast klart 30 september 2020", hit.Text);
    }

    [Fact]
    public async Task Search_ExactWordsAndMisspeltOnes_OnlyTheExactCount()
    {
        WalkNumber walk = _story.CarryOutWalk();
        _story.Do(A.RegisterProposal(walk, place: "Skolan", suggestion: "Laga staketet"), A.Coordinator);
        _story.Do(A.RegisterProposal(walk, place: "Skolvägen", suggestion: "Laga stolen"), A.Coordinator);

        Assert.Equal(["Förslag V1-02 – Skolvägen"], (await SearchAsync("stolen")).Titles);
    }

    [Theory]
    [InlineData("torget i köpingebro")]
    [InlineData("V9")]
    [InlineData("V1-99")]
    [InlineData("99")]
    [InlineData("!!!")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public async Task Search_ForWhatIsNot_IsAnsweredWithASentence(string text)
    {
        _story.Propose(_story.CarryOutWalk());

        Hits hits = await SearchAsync(text);

        Assert.Empty(hits.List);
        Assert.StartsWith("Jag hittade inget för ”", hits.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_InAnEmptyPartnership_SaysSo() =>
        Assert.Equal("Det finns ingen vandring, inget förslag och ingen åtgärd att söka bland än.", (await SearchAsync("")).Sentence);

    [Fact]
    public async Task Search_VeryLongText_IsAnswered() =>
        Assert.InRange((await SearchAsync(string.Concat(Enumerable.Repeat("gångtunneln ", 10_000)))).Sentence!.Length, 1, 200);

    [Fact]
    public async Task FirstRun_ShowsTheMostPressingFirst()
    {
        _story.Decide(due: new DateOnly(2020, 9, 30));
        ProposalReference done = _story.Decide(due: new DateOnly(2020, 12, 1));
        _story.Do(new ChangeMeasureStatus(done, MeasureStatus.Done, A.Today, "Besök på plats"), A.Coordinator);
        _story.Decide(due: new DateOnly(2020, 12, 31));
        _story.Now = _story.Now.AddDays(60);
        _story.OpenPoll(_story.WalkWithCandidates(3));

        var hits = Hits.Read(await Box.AskAsync(A.Streets, InvokeNames.ComposeQuery, JsonNode.Parse(
            """{ "commandId": "search", "parameters": [ { "name": "initialRun", "value": "true" } ] }""")!));

        Assert.Equal(
            [
                "Åtgärd V1-01 – Måla tunneln vit", // overdue
                "Vandring V4 – Tomelilla", // being voted on
                "Åtgärd V3-01 – Måla tunneln vit", // open
                "Vandring V1 – Tomelilla", "Vandring V2 – Tomelilla", "Vandring V3 – Tomelilla",
                "Förslag V4-03 – Gångtunneln vid V4", "Förslag V4-02 – Gångtunneln vid V4", "Förslag V4-01 – Gångtunneln vid V4",
                "Åtgärd V2-01 – Måla tunneln vit", // done
            ],
            hits.Titles);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "parameters": [ { "name": "text", "value": "V1" } ] }""")]
    public async Task Search_WithoutCommand_IsASearch(string value)
    {
        _story.PlanWalk();

        Assert.Contains("Vandring V1 – Tomelilla", Hits.Read(await Box.AskAsync(A.Streets, InvokeNames.ComposeQuery, JsonNode.Parse(value)!)).Titles);
    }

    [Fact]
    public async Task Search_WithAnUnknownCommand_IsAnsweredWithASentence() => Assert.Contains(
        "känner jag inte igen",
        Hits.Read(await Box.AskAsync(A.Streets, InvokeNames.ComposeQuery, new JsonObject { ["commandId"] = "other" })).Sentence,
        StringComparison.Ordinal);

    [Fact]
    public async Task Search_PageByPage_ShowsEachHitOnce()
    {
        WalkNumber walk = _story.CarryOutWalk();
        for (int i = 0; i < 60; i++)
        {
            _story.Propose(walk);
        }

        var titles = new List<string>();
        for (int skip = 0; skip < 90; skip += 25)
        {
            titles.AddRange((await Box.SearchAsync(A.Streets, "gångtunneln", skip)).Titles);
        }

        Assert.Equal(60, titles.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(60, titles.Count);
        Assert.Equal(new Hits(null, []).List, (await Box.SearchAsync(A.Streets, "gångtunneln", skip: 75)).List);
    }

    [Fact]
    public async Task InsertedCard_SaysWhenItWasTrue_AsksForNothingAndLeadsToThePresent()
    {
        _story.Decide();
        WalkNumber open = _story.WalkWithCandidates(3);
        _story.Propose(_story.CarryOutWalk());
        _story.OpenPoll(open);

        IReadOnlyList<ComposeHit> hits = (await SearchAsync("")).List;

        Assert.Equal(8, hits.Count);
        Assert.All(hits, hit =>
        {
            CardRules.Check(hit.Card);
            string json = CardJson.WriteString(hit.Card);
            Assert.Contains("Läget måndag 7 september kl. 12.00. Kortet ändras inte av sig självt.", json, StringComparison.Ordinal);
            Assert.DoesNotContain("\"Input.", json, StringComparison.Ordinal);
            Assert.Null(hit.Card.Refresh);
            ExecuteAction button = Assert.IsType<ExecuteAction>(Assert.Single(hit.Card.Actions!));
            Assert.Equal("Visa läget nu", button.Title);
            Assert.IsType<SubmitAction>(button.Fallback);
        });
    }

    [Fact]
    public async Task InsertedCard_WhereItsButtonIsPressed_ShowsThePresent()
    {
        _story.Decide();
        _story.Propose(_story.CarryOutWalk());

        foreach (ComposeHit hit in (await SearchAsync("")).List)
        {
            var button = (ExecuteAction)hit.Card.Actions![0];
            InvokeResponse? answer = await Box.AskAsync(A.Streets, InvokeNames.AdaptiveCardAction, new JsonObject
            {
                ["action"] = new JsonObject { ["verb"] = button.Verb, ["data"] = button.Data!.DeepClone() },
            });

            JsonElement body = answer!.Body!.Value;
            Assert.Equal("application/vnd.microsoft.card.adaptive", body.GetProperty("type").GetString());
            Assert.Contains(hit.Title.Split(' ')[1], body.GetProperty("value").ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task InsertedCard_OfAWalkThatIsVotedOn_HasNoTally()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        PollId poll = _story.OpenPoll(walk);
        string before = await TextOfWalkAsync();
        _story.Vote(poll, A.Streets, 1, 2);
        Box.Records.Boxes[poll] = _story.BoxOf(poll);

        Assert.Equal(before, await TextOfWalkAsync());
        Assert.Contains("Pågår till", before, StringComparison.Ordinal);

        // Closed by the clock, though nobody has recorded it yet.
        Box.Time.SetUtcNow(_story.Partnership.FindPoll(poll)!.ClosesAt);
        Assert.Contains("Stängd", await TextOfWalkAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Pågår till", await TextOfWalkAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InsertedCard_LongestTextsThereCanBe_StaysSmall()
    {
        WalkNumber walk = _story.CarryOutWalk();
        _story.Do(A.RegisterProposal(walk, new string('å', 100), new string('ö', 300), new string('ä', 300)), A.Coordinator);

        Assert.All((await SearchAsync("")).List, hit =>
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(CardJson.WriteString(hit.Card)), 1, 8 * 1024);
            Assert.InRange(hit.Title.Length, 1, 80);
            Assert.InRange(hit.Text.Length, 1, 120);
        });
    }

    [Fact]
    public async Task Hit_OfWhatMembersWroteAsMarkup_HasNone()
    {
        _story.Do(
            A.RegisterProposal(_story.CarryOutWalk(), "<b>Torget</b>", "[x](https://example.se)", "<img src=x> [läs](https://example.se)"), A.Coordinator);

        ComposeHit hit = (await SearchAsync("V1-01")).List[0];

        Assert.DoesNotContain(hit.Title + hit.Text, character => character is '<' or '>');
        Assert.DoesNotContain("](", hit.Title + hit.Text + CardJson.WriteString(hit.Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channel", ComposeBox.TeamOfOurs)]
    [InlineData("channel", "19:another-team@thread.tacv2")]
    [InlineData("groupChat", null)]
    [InlineData("personal", null)]
    public async Task Search_WhereverAMemberWrites_IsAmongTheMembersOwnPartnership(string conversationType, string? team)
    {
        _story.PlanWalk();
        (Box.ConversationType, Box.Team) = (conversationType, team);

        Assert.Equal(["Vandring V1 – Tomelilla"], (await SearchAsync("V1")).Titles);
    }

    [Fact]
    public async Task Search_ByAStranger_FindsNothing()
    {
        _story.PlanWalk();

        Hits inOurTeam = await Box.SearchAsync(A.Stranger, "V1");
        Box.Team = null;
        Hits elsewhere = await Box.SearchAsync(A.Stranger, "V1");

        Assert.Empty(inOurTeam.List.Concat(elsewhere.List));
        Assert.Contains("inte på samverkansgruppens medlemslista", inOurTeam.Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(elsewhere.Sentence!);
    }

    [Fact]
    public async Task Search_InEnglish_IsAnsweredInEnglish()
    {
        _story.Propose(_story.CarryOutWalk());
        Box.Locale = "en-GB";

        ComposeHit hit = (await SearchAsync("v1-1")).List[0];

        Assert.Equal("Proposal V1-01 – Gångtunneln", hit.Title);
        Assert.Equal("Show how it is now", hit.Card.Actions![0].Title);
    }

    [Theory]
    [InlineData("composeExtension/setting", null)]
    [InlineData("composeExtension/onCardButtonClicked", null)]
    [InlineData("composeExtension/queryLink", "result")]
    [InlineData("composeExtension/anonymousQueryLink", "result")]
    [InlineData("composeExtension/selectItem", "result")]
    [InlineData("composeExtension/querySettingUrl", "message")]
    public async Task OtherRequests_HaveTheirAnswers_WhoeverAsks(string name, string? type)
    {
        InvokeResponse answer = (await Box.AskAsync(A.Stranger, name, new JsonObject()))!;

        Assert.Equal(200, answer.Status);
        Assert.Equal(type, answer.Body?.GetProperty("composeExtension").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Search_OfWrongShape_IsRefused() =>
        Assert.Equal(400, (await Box.AskAsync(A.Streets, InvokeNames.ComposeQuery, new JsonArray()))!.Status);

    private Task<Hits> SearchAsync(string text) => Box.SearchAsync(A.Streets, text);

    private async Task<string> TextOfWalkAsync() => CardRules.TextOf((await SearchAsync("V1")).List[0].Card);
}
