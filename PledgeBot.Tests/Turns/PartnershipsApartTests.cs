using System.Text.Json;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Tests.Turns;

/// <summary>Two partnerships in one installation, whose references are alike, and some who are members of both.</summary>
public sealed class PartnershipsApartTests : IAsyncLifetime
{
    private const string Both = "both";
    private const string OnlyTomelilla = "Tomelilla kommun/Gata/park";
    private const string OnlyYstad = "Ystads kommun/Gata/park";

    private FrontDoor _door = null!;
    private PartnershipId _tomelilla;
    private PartnershipId _ystad;

    public async ValueTask InitializeAsync()
    {
        _door = await FrontDoor.OpenAsync();
        _tomelilla = await FormAsync("team-t", "Tomelilla kommun", "Stationen i Tomelilla");
        _door.Time.Advance(TimeSpan.FromMinutes(1));
        _ystad = await FormAsync("team-y", "Ystads kommun", "Torget i Ystad");
        await _door.DeliverAsync();
    }

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    [Theory]
    [InlineData("team-t", "Tomelilla", "Ystad")]
    [InlineData("team-y", "Ystad", "Tomelilla")]
    public async Task Text_InATeam_IsAboutItsOwn(string team, string own, string other)
    {
        string words = Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.InTeam(Both, team), "V1"))).Words;

        Assert.Contains($"i {own}", words, StringComparison.Ordinal);
        Assert.DoesNotContain($"i {other}", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OnlyTomelilla, "Stationen i Tomelilla")]
    [InlineData(OnlyYstad, "Torget i Ystad")]
    public async Task Text_InThePersonalChatOfAMemberOfOne_IsAboutThat(string account, string route) =>
        Assert.Contains(route, await AskAsync(account, "V1"), StringComparison.Ordinal);

    [Fact]
    public async Task Text_OfAMemberOfBoth_IsAskedAboutAndAnsweredOnceChosen()
    {
        AdaptiveCard question = await ShowAsync(Both, "V1");
        Assert.Equal(["Tomelilla kommun", "Ystads kommun"], question.Actions!.Select(action => action.Title));

        Said chosen = await _door.PressAsync(_door.Personal(Both), question.Actions![1]);
        FrontDoor.Sent answer = Assert.Single(await _door.DeliverAsync());

        Assert.Contains("Nu gäller Ystads kommun", chosen.Text, StringComparison.Ordinal);
        Assert.Contains("Torget i Ystad", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Torget i Ystad", await AskAsync(Both, "V1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_ByAnOlderClient_GivesTheAnswerAndNothingMore()
    {
        AdaptiveCard question = await ShowAsync(Both, "V1");

        await _door.PostAsync(FrontDoor.Pressing(_door.Personal(Both), question.Actions![1], asSubmit: true));

        Assert.Contains("Torget i Ystad", Assert.Single(await _door.DeliverAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ByButtonAndByTyping_IsRemembered()
    {
        await ChooseAsync(Both, "Ystads");
        Assert.Contains("Torget i Ystad", await AskAsync(Both, "V1"), StringComparison.Ordinal);

        AdaptiveCard question = await ShowAsync(Both, "byt partnerskap");
        Said chosen = await _door.PressAsync(_door.Personal(Both), question.Actions![0]);
        Assert.Contains("Nu gäller Tomelilla kommun", chosen.Text, StringComparison.Ordinal);
        Assert.Empty(await _door.DeliverAsync());
        Assert.Contains("Stationen i Tomelilla", await AskAsync(Both, "V1"), StringComparison.Ordinal);

        await ChooseAsync(Both, "ystad"); // Both have Ystad in their police area, so it is asked.
        Assert.Contains("Nu gäller Ystads kommun", await AskAsync(Both, "Byt partnerskap: Ystads kommun!"), StringComparison.Ordinal);
        Assert.Contains("Torget i Ystad", await AskAsync(Both, "V1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_InAGroupChat_IsAnotherThanInTheOwnChat()
    {
        await ChooseAsync(Both, "Ystads kommun");
        AdaptiveCard question = Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.Group(Both), "V1"))).Card;

        await _door.PressAsync(_door.Group(Both), question.Actions![0]);
        await _door.DeliverAsync();

        Assert.Contains("Stationen i Tomelilla", Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.Group(Both), "V1"))).Words, StringComparison.Ordinal);
        Assert.Contains("Torget i Ystad", await AskAsync(Both, "V1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dialog_InTheMiddleOfIt_TakesTheAnswers()
    {
        await ChooseAsync(Both, "Ystads kommun");
        _door.Time.Advance(TimeSpan.FromMinutes(1));

        // A button of the other partnership's card begins a dialog there, and goes before what was chosen earlier.
        AdaptiveCard help = await ShowInTeamAsync("team-t", "hjälp");
        var propose = (ExecuteAction)help.Actions!.OfType<ExecuteAction>().First();
        propose.Data!["text"] = "nytt förslag V1";
        await _door.PressAsync(_door.Personal(Both), propose);
        foreach (string answer in (string[])["Busstorget", "belysning", "Mörkt", "Måla tunneln vit", "hoppa över", "spara"])
        {
            await _door.SayAsync(FrontDoor.Saying(_door.Personal(Both), answer));
        }

        Assert.Single((await _door.ReadAsync(_tomelilla)).Proposals, proposal => proposal.Value.Place == "Busstorget");
        Assert.DoesNotContain((await _door.ReadAsync(_ystad)).Proposals, proposal => proposal.Value.Place == "Busstorget");
        Assert.Contains("Torget i Ystad", await AskAsync(Both, "V1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_WithoutAStamp_OfAMemberOfBoth_DoesNothingAndSaysSo()
    {
        Said said = await _door.PressAsync(_door.Personal(Both), new ExecuteAction { Verb = "command.run", Data = new() { ["text"] = "status" } });

        Assert.Contains("byt partnerskap", said.Text, StringComparison.Ordinal);
        Assert.Empty(await _door.DeliverAsync());
    }

    [Fact]
    public async Task EveryButton_ThatLeaves_IsStamped()
    {
        AdaptiveCard posted = await WalkCardAsync("team-t");
        InvokeResponse? viewed = await _door.PostAsync(FrontDoor.Pressing(_door.InTeam(Both, "team-t"), posted.Refresh!.Action));
        InvokeResponse? form = await _door.PostAsync(FrontDoor.Pressing(
            _door.InTeam(Both, "team-t"), posted.Actions!.OfType<SubmitAction>().First()));

        string[] left =
        [
            CardJson.WriteString(posted),
            CardJson.WriteString((await ShowInTeamAsync("team-t", "status"))),
            viewed!.Body!.Value.GetRawText(),
            form!.Body!.Value.GetRawText(),
        ];

        Assert.All(left, json => Stamps.Check(json, _tomelilla));
    }

    [Fact]
    public async Task Button_ForwardedToAnotherTeam_IsAnsweredToItsMembersAlone()
    {
        AdaptiveCard walk = await WalkCardAsync("team-t");
        AdaptiveAction list = Assert.Single(walk.Actions!, action => action is ExecuteAction { Verb: "proposal.list" });

        Said member = await _door.PressAsync(_door.InTeam(Both, "team-y"), list);
        Said other = await _door.PressAsync(_door.InTeam(OnlyYstad, "team-y"), list);

        Assert.Contains("V1-01", member.Words, StringComparison.Ordinal);
        Assert.Contains("ett annat medborgarlöfte, som du inte är med i", other.Text, StringComparison.Ordinal);
        Assert.Empty(await _door.DeliverAsync());
    }

    [Fact]
    public async Task CommandButton_ForwardedToAnotherTeam_AnswersThePresserAndPostsNothing()
    {
        AdaptiveCard status = await ShowInTeamAsync("team-t", "status");
        AdaptiveAction button = Assert.Single(status.Actions!, action => action.Title == "Löftet");

        Said answer = await _door.PressAsync(_door.InTeam(Both, "team-y"), button);

        Assert.Contains("Medborgarlöfte 2020", answer.Words, StringComparison.Ordinal);
        Assert.Empty(await _door.DeliverAsync());
    }

    [Fact]
    public async Task SubmitButton_ForwardedToAnotherTeam_IsRefused()
    {
        AdaptiveCard status = await ShowInTeamAsync("team-t", "status");
        AdaptiveAction button = Assert.Single(status.Actions!, action => action.Title == "Löftet");

        await _door.PostAsync(FrontDoor.Pressing(_door.InTeam(Both, "team-y"), button, asSubmit: true));

        FrontDoor.Sent answer = Assert.Single(await _door.DeliverAsync());
        Assert.Contains("ett annat medborgarlöfte än det som gäller här", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ForwardedToAnotherTeam_IsSavedAtHome()
    {
        AdaptiveCard walk = await WalkCardAsync("team-t");
        AdaptiveAction propose = walk.Actions!.OfType<SubmitAction>().First();
        Said form = await _door.PressAsync(_door.InTeam(Both, "team-y"), propose);
        AdaptiveAction save = Assert.Single(form.Card.Actions!);

        Activity submit = FrontDoor.Pressing(
            _door.InTeam(Both, "team-y"), save, inputs: [("place", "Parken"), ("category", "Lighting"), ("problem", "Mörkt"), ("suggestion", "Fler lampor")]);
        submit.Type = ActivityTypes.Invoke;
        submit.Name = InvokeNames.TaskSubmit;
        submit.Value = JsonElement.Parse($$"""{"data":{{submit.Value!.Value.GetRawText()}}}""");
        await _door.PostAsync(submit);

        Assert.Contains((await _door.ReadAsync(_tomelilla)).Proposals, proposal => proposal.Value.Place == "Parken");
        Assert.All(await _door.DeliverAsync(), sent => Assert.StartsWith(FrontDoor.ChannelOf("team-t"), sent.Conversation, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OnlyYstad)]
    [InlineData("nobody")]
    public async Task Button_OfSomebodyWhoIsNoMember_GivesASentence(string account)
    {
        AdaptiveCard walk = await WalkCardAsync("team-t");

        Said said = await _door.PressAsync(_door.Personal(account), walk.Actions!.OfType<ExecuteAction>().First());

        Assert.Contains("som du inte är med i", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_FromAnotherTenant_IsRefused()
    {
        AdaptiveCard walk = await WalkCardAsync("team-t");
        Activity press = _door.Personal(Both);
        press.Conversation!.TenantId = press.ChannelData!.Tenant!.Id = "another tenant";

        Said said = await _door.PressAsync(press, walk.Actions!.OfType<ExecuteAction>().First());

        Assert.Contains("som du inte är med i", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_FromAnotherTenant_IsAStrangers()
    {
        Activity message = FrontDoor.Saying(_door.Personal(Both), "status");
        message.Conversation!.TenantId = message.ChannelData!.Tenant!.Id = "another tenant";

        Assert.Contains("medlemslista", Assert.Single(await _door.SayAsync(message)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Team_WithTheSameIdInAnotherTenant_HasItsOwn()
    {
        await _door.FormAsync("team-t", "Skurups kommun", tenant: "another tenant");

        Activity message = FrontDoor.Saying(_door.InTeam("Skurups kommun/Gata/park", "team-t", tenant: "another tenant"), "byt partnerskap");

        Assert.Contains("gäller alltid Skurups kommun", Assert.Single(await _door.SayAsync(message)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_GetsOneSentenceForEachMessageAndIsForgotten()
    {
        long before = await _door.Records.CountAsync("SELECT COUNT(*) FROM contacts");
        Activity message = FrontDoor.Saying(_door.Personal("nobody"), "Jag heter Ingen och vill veta allt");

        await _door.PostAsync(message);
        await _door.PostAsync(message);
        FrontDoor.Sent sent = Assert.Single(await _door.DeliverAsync());

        Assert.Contains("medlemslista", sent.Words, StringComparison.Ordinal);
        Assert.Equal(before, await _door.Records.CountAsync("SELECT COUNT(*) FROM contacts"));
        Assert.Equal(0, await _door.Records.CountAsync("SELECT COUNT(*) FROM due_work WHERE payload LIKE '%nobody%'"));
        Assert.Equal(0, await _door.Records.CountAsync("SELECT COUNT(*) FROM received_activities WHERE key LIKE '%nobody%'"));
        Assert.Equal(0, await _door.Records.CountAsync("SELECT COUNT(*) FROM memories WHERE key LIKE '%nobody%' OR value LIKE '%nobody%'"));
    }

    [Fact]
    public async Task GroupChat_MembersAreAnsweredAsInTheChannel_AndOthersTold()
    {
        FrontDoor.Sent member = Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.Group(OnlyTomelilla), "hjälp")));
        FrontDoor.Sent other = Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.Group("nobody"), "status")));

        Assert.Equal("19:group@thread.v2", member.Conversation);
        Assert.Contains("nämner du mig först", member.Words, StringComparison.Ordinal);
        Assert.Contains("medlemslista", other.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OnlyYstad, "team-y", "Ystad")]
    [InlineData(OnlyYstad, "team-t", "Ystad")]
    [InlineData(OnlyYstad, "team-nobody-knows", "Ystad")]
    [InlineData(Both, "team-t", "Tomelilla")]
    public async Task Search_FromTheComposeBoxOfAnyChannel_FindsOnesOwn(string account, string team, string own)
    {
        Activity query = _door.InTeam(account, team, ActivityTypes.Invoke);
        query.Name = InvokeNames.ComposeQuery;
        query.Value = JsonElement.Parse("""{"commandId":"search","parameters":[{"name":"text","value":"V1"}],"queryOptions":{"skip":0,"count":25}}""");

        string found = (await _door.PostAsync(query))!.Body!.Value.GetRawText();

        Assert.Contains($"Måla i {own}", found, StringComparison.Ordinal);
        Assert.DoesNotContain($"Måla i {(own == "Ystad" ? "Tomelilla" : "Ystad")}", found, StringComparison.Ordinal);
        Assert.Equal(2, (await _door.Records.Directory.ListMeetingPlacesAsync(TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task Search_OfAMemberOfBoth_FollowsTheChoiceInTheOwnChat()
    {
        Activity query = _door.Group(Both, ActivityTypes.Invoke);
        query.Name = InvokeNames.ComposeQuery;
        query.Value = JsonElement.Parse("""{"commandId":"search","parameters":[{"name":"text","value":"V1"}],"queryOptions":{"skip":0,"count":25}}""");
        string before = (await _door.PostAsync(query))!.Body!.Value.GetRawText();

        await ChooseAsync(Both, "Ystads kommun");
        query.Id = "f:again";
        string after = (await _door.PostAsync(query))!.Body!.Value.GetRawText();

        Assert.Contains("byt partnerskap", before, StringComparison.Ordinal);
        Assert.Contains("Måla i Ystad", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakenOffTheList_IsToldSo()
    {
        await _door.DoAsync(_tomelilla, A.Coordinator, new Domain.Members.UnlistMember(A.Streets));

        Assert.Contains("medlemslista", await AskAsync(OnlyTomelilla, "status"), StringComparison.Ordinal);
    }

    private async Task<PartnershipId> FormAsync(string team, string municipality, string route)
    {
        PartnershipId id = await _door.FormAsync(team, municipality, member => member == A.Coordinator ? Both : $"{municipality}/{A.Members.First(entry => entry.Member == member).Title}");
        string locality = route[(route.LastIndexOf(' ') + 1)..];
        await _door.DoAsync(id, A.Coordinator, A.PlanWalk(locality, route));
        var walk = new WalkNumber(1);
        await _door.DoAsync(id, A.Coordinator, A.CarryOutWalk(walk), A.RegisterProposal(walk, suggestion: $"Måla i {locality}"));
        return id;
    }

    private async Task<string> AskAsync(string account, string text) => Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.Personal(account), text))).Words;

    private async Task<AdaptiveCard> ShowAsync(string account, string text) => Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.Personal(account), text))).Card;

    private async Task<AdaptiveCard> ShowInTeamAsync(string team, string text) => Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.InTeam(Both, team), text))).Card;

    private Task<AdaptiveCard> WalkCardAsync(string team) => ShowInTeamAsync(team, "V1");

    private async Task ChooseAsync(string account, string named)
    {
        await _door.SayAsync(FrontDoor.Saying(_door.Personal(account), $"byt partnerskap {named}"));
        _door.Time.Advance(TimeSpan.FromSeconds(1));
    }
}
