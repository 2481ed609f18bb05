using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Invokes;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.SetUp;

/// <summary>The way from an installed app to a group that works, as the channel brings it; and out again.</summary>
public sealed class SetUpInATeamTests : IAsyncLifetime
{
    private const string Team = "19:team";
    private const string News = "19:news@thread.tacv2";

    private readonly List<string> _inTeam = ["eva", "nils"];
    private FrontDoor _door = null!;

    public async ValueTask InitializeAsync()
    {
        _door = await FrontDoor.OpenAsync();
        _door.Connector.Tells = Tell;
    }

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    [Fact]
    public async Task Founder_SetsUp_TheChosenChannelGetsOneCardAndTheNextStep()
    {
        await InstallAsync();

        Said next = await SetUpAsync("eva");

        Assert.Contains("Steg 2 av 2", next.Words, StringComparison.Ordinal);
        FrontDoor.Sent posted = Assert.Single(await _door.DeliverAsync());
        Assert.Equal((News, true), (posted.Conversation, posted.IsThread));
        Assert.Contains("Trygghetssamordnare, kommunen", CardRules.TextOf(posted.Card), StringComparison.Ordinal);
        Assert.Equal("Medlemmar och roller", posted.Card.Actions![0].Title);
    }

    [Fact]
    public async Task Card_OfTheChannel_IsKeptUpToDateInItsPlace()
    {
        await InstallAsync();
        await SetUpAsync("eva");
        await _door.DeliverAsync();

        await ListNilsAsync();

        FrontDoor.Sent changed = Assert.Single(await _door.DeliverAsync());
        Assert.Equal("PUT", changed.Method);
        Assert.Contains("1 från kommunen, 1 från polisen", CardRules.TextOf(changed.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promise_AfterTheSetUp_IsEnteredInTheFormThatFollows()
    {
        await InstallAsync();
        AdaptiveCard promise = (await SetUpAsync("eva")).Card;

        Said saved = await SubmitAsync(
            "eva",
            promise,
            ("title", "Medborgarlöfte 2020"),
            ("commitments", "Välja två aktiviteter"),
            ("first", "2020-01-01"),
            ("last", "2020-12-31"),
            ("signed", "2020-06-03"),
            ("signatories", "Ordförande\nChef"));

        Assert.StartsWith("Medborgarlöfte 2020 är inlagt", saved.Text, StringComparison.Ordinal);
        Assert.Single((await PartnershipAsync()).Promises);
    }

    [Fact]
    public async Task SecondPerson_PressingTheSameButton_IsToldWhoDidIt()
    {
        AdaptiveCard welcome = await InstallAsync();
        AdaptiveCard form = (await OpenAsync("nils", welcome)).Card;
        await SetUpAsync("eva");

        Assert.StartsWith(
            "Kommunen och polisen är redan inlagda av trygghetssamordnare (kommunen).", (await OpenAsync("nils", welcome)).Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "Kommunen och polisen är redan inlagda av trygghetssamordnare (kommunen).", (await SubmitAsync("nils", form, Filled())).Text, StringComparison.Ordinal);
        Assert.Equal(
            "Kommunen och polisen är redan inlagda. Skriv inställningar så ser du vad som är inställt.", (await OpenAsync("eva", welcome)).Text);
        Assert.Single((await PartnershipAsync()).Members);
    }

    [Fact]
    public async Task SameFormTwice_IsSavedOnce()
    {
        AdaptiveCard welcome = await InstallAsync();
        AdaptiveCard form = (await OpenAsync("eva", welcome)).Card;
        Said first = await SubmitAsync("eva", form, Filled());
        Said second = await SubmitAsync("eva", form, Filled());

        Assert.Equal(first.Words, second.Words);
        Assert.Equal(1, await _door.Records.CountAsync("SELECT COUNT(*) FROM events WHERE type = 'partnership-formed'"));
    }

    [Fact]
    public async Task SomebodyOutsideTheTeam_CannotSetUp()
    {
        AdaptiveCard welcome = await InstallAsync();

        Assert.StartsWith("Du är inte med i teamet", (await OpenAsync("zoe", welcome)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_IsKeptOfATeamThatIsNotSetUp()
    {
        await InstallAsync();
        await _door.DeliverAsync();

        Assert.Equal(0, await _door.Records.CountAsync("SELECT (SELECT COUNT(*) FROM roster) + (SELECT COUNT(*) FROM contacts)"));
    }

    [Fact]
    public async Task Member_GetsInOnceListed_AndNoLongerAfterLeavingTheTeam()
    {
        await InstallAsync();
        await SetUpAsync("eva");
        await _door.DeliverAsync();
        Assert.Contains("medlemslista", Assert.Single(await AskAsync("nils")).Words, StringComparison.Ordinal);

        await ListNilsAsync();
        Assert.Contains(await AskAsync("nils"), sent => sent.Words.Contains("Läget", StringComparison.Ordinal));

        _inTeam.Remove("nils");
        await TellAsync("teamMemberRemoved");
        Assert.Contains("medlemslista", Assert.Single(await AskAsync("nils")).Words, StringComparison.Ordinal);

        _inTeam.Add("nils");
        await TellAsync("teamMemberAdded");
        Assert.Contains(await AskAsync("nils"), sent => sent.Words.Contains("Läget", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Member_TakenOffTheList_IsToldWhoHelps()
    {
        await InstallAsync();
        await SetUpAsync("eva");
        await _door.DeliverAsync();
        await ListNilsAsync();
        Partnership partnership = await PartnershipAsync();

        await _door.DoAsync(partnership.Id, partnership.FoundedBy!.Value, new UnlistMember(partnership.Members[1].Id));

        Assert.Contains(await AskAsync("nils"), sent => sent.Words.Contains("medlemslista", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SomebodyByPhone_LetsNoAccountIn()
    {
        await InstallAsync();
        await SetUpAsync("eva");
        AdaptiveCard list = Assert.Single(await SayAsync("eva", "medlemmar"), sent => sent.Words.Contains("Medlemmar och roller", StringComparison.Ordinal) && sent.Method == "POST" && !sent.IsThread).Card;
        AdaptiveCard form = (await PressAsync("eva", list, "Lägg till per telefon")).Card;
        await SubmitAsync("eva", form, ("name", "Kommissarie Al"), ("party", "Police"), ("title", "Chef"), ("votes", "yes"), ("confirms", "yes"));
        Assert.Equal(2, (await PartnershipAsync()).Members.Length);

        Activity nameless = FrontDoor.Saying(_door.InTeam("nobody", Team), "status");
        nameless.From!.AadObjectId = null;

        Assert.DoesNotContain(await _door.SayAsync(nameless), sent => sent.Words.Contains("Läget", StringComparison.Ordinal));
    }

    private static (string, string)[] Filled() =>
    [
        ("municipality", "Tomelilla kommun"),
        ("police-area", "lokalpolisområde Ystad"),
        ("party", "Municipality"),
        ("title", "Trygghetssamordnare"),
        ("day", "Monday"),
        ("time", "08:30"),
        ("channel", News),
    ];

    private string? Tell(string path)
    {
        string Describe(string account) => $$"""{"id":"29:{{account}}","aadObjectId":"{{account}}","name":"{{account}}","userRole":"user"}""";
        string last = path.Split('/')[^1];
        return last switch
        {
            "pagedmembers" => $$"""{"members":[{{string.Join(',', _inTeam.Select(Describe))}}]}""",
            "conversations" => $$"""{"conversations":[{"id":"{{Team}}"},{"id":"{{FrontDoor.ChannelOf(Team)}}","name":"Löftet"},{"id":"{{News}}","name":"Nyheter"}]}""",
            Team => """{"id":"19:team","name":"Trygghet"}""",
            _ when last.StartsWith("29:", StringComparison.Ordinal) && _inTeam.Contains(last[3..]) => Describe(last[3..]),
            _ => null,
        };
    }

    private async Task<AdaptiveCard> InstallAsync()
    {
        Activity installed = _door.InTeam("eva", Team, ActivityTypes.InstallationUpdate);
        installed.Action = "add";
        return Assert.Single(await _door.SayAsync(installed)).Card;
    }

    private async Task<Said> SetUpAsync(string who)
    {
        FrontDoor.Sent[] answered = [.. await SayAsync(who, "kom igång")];
        return await SubmitAsync(who, (await OpenAsync(who, Assert.Single(answered).Card)).Card, Filled());
    }

    private Task<Said> OpenAsync(string who, AdaptiveCard card) => PressAsync(who, card, "Ställ in");

    private Task<Said> PressAsync(string who, AdaptiveCard card, string button) =>
        _door.PressAsync(_door.InTeam(who, Team), Assert.Single(card.Actions!, action => action.Title == button));

    private async Task<Said> SubmitAsync(string who, AdaptiveCard form, params (string Id, string Value)[] inputs)
    {
        JsonObject data = Assert.IsType<SubmitAction>(Assert.Single(form.Actions!)).Data!.DeepClone().AsObject();
        foreach ((string id, string value) in inputs)
        {
            data[id] = value;
        }

        Activity submit = _door.InTeam(who, Team, ActivityTypes.Invoke);
        submit.Name = InvokeNames.TaskSubmit;
        submit.Value = JsonElement.Parse(new JsonObject { ["data"] = data }.ToJsonString());
        return Said.Read(await _door.PostAsync(submit), []);
    }

    private async Task ListNilsAsync()
    {
        AdaptiveCard offer = Assert.Single(await SayAsync("eva", "medlem nils"), sent => sent.Method == "POST" && !sent.IsThread).Card;
        AdaptiveCard form = (await PressAsync("eva", offer, "Öppna formuläret")).Card;
        await SubmitAsync("eva", form, ("party", "Police"), ("title", "Kommunpolis"), ("coordinates", "no"), ("votes", "yes"), ("confirms", "no"));
    }

    private async Task<IReadOnlyList<FrontDoor.Sent>> AskAsync(string who) =>
        [.. (await SayAsync(who, "status")).Where(sent => sent.Method == "POST" && !sent.IsThread)];

    private Task<IReadOnlyList<FrontDoor.Sent>> SayAsync(string who, string text) => _door.SayAsync(FrontDoor.Saying(_door.InTeam(who, Team), text));

    private async Task TellAsync(string what)
    {
        Activity news = _door.InTeam("eva", Team, ActivityTypes.ConversationUpdate);
        news.ChannelData!.EventType = what;
        await _door.SayAsync(news);
    }

    private async Task<Partnership> PartnershipAsync()
    {
        MeetingPlace place = (await _door.Records.Directory.FindByTeamAsync(FrontDoor.Tenant, Team, TestContext.Current.CancellationToken))!;
        return await _door.ReadAsync(place.Partnership);
    }
}
