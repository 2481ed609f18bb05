using System.Net;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.SetUp;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Weekly;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.SetUp;

/// <summary>Setting a partnership up: the first thing that happens in a team.</summary>
public sealed class SetUpDialogTests : IDisposable
{
    private static readonly (string, string)[] Filled =
    [
        ("municipality", "Tomelilla kommun"),
        ("police-area", "lokalpolisområde Ystad"),
        ("party", "Police"),
        ("title", "Kommunpolis"),
        ("day", "Thursday"),
        ("time", "07:45"),
        ("channel", "19:news"),
    ];

    private readonly RecordsInMemory _records =
        new RecordsInMemory(Partnership.Empty(PartnershipId.New(A.Noon))).WithTeam();

    private readonly Chat _chat;

    public SetUpDialogTests() => _chat = new Chat(_records, A.Noon);

    private string MemberInTeam { get; set; } = $$"""{"id":"29:{{A.Officer}}","aadObjectId":"{{A.Officer}}","name":"Omar Hult","userRole":"user"}""";

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Founder_FillsInTheForm_CoordinatesAPartnershipThatStands()
    {
        await SaveAsync();

        Partnership partnership = _records.Partnership;
        Assert.Equal(new PartnershipFormed("Tomelilla kommun", "lokalpolisområde Ystad", IsDemo: false), partnership.Formed);
        Assert.Equal(new Member(A.Officer, Party.Police, "Kommunpolis", Duties.Coordinate | Duties.Vote), Assert.Single(partnership.Members));
        Assert.Equal(A.Officer, partnership.FoundedBy);
        Assert.Equal(A.Officer.Contact("Omar Hult"), Assert.Single(_records.Contacts.Values));
        Assert.Equal(new WeeklySchedule(DayOfWeek.Thursday, new TimeOnly(7, 45)), partnership.Weekly.Schedule);
    }

    [Fact]
    public async Task Founder_FillsInTheForm_PostsGoWhereAndWhenThatWasSaid()
    {
        await SaveAsync();

        Assert.Equal("19:news", ChannelPlace.Read(_records.Place).ConversationId);
        Assert.Equal(new DateTimeOffset(2020, 9, 10, 5, 45, 0, TimeSpan.Zero), _records.Work[("weekly-status", "next")].DueAt);
        Assert.Equal(A.Noon, _records.Work[("show-card", "set-up/")].DueAt);
        Assert.Equal(A.Noon, _records.Work[("refresh-roster", "team")].DueAt);
    }

    [Fact]
    public async Task Form_Opened_HasWhatStandsAndTheChannels()
    {
        AdaptiveCard form = await OpenAsync(A.Officer);

        CardRules.Check(form with { Body = [.. form.Body, new TextBlock { Text = "Rubrik", Style = TextStyle.Heading }] });
        InputChoiceSet channel = Assert.Single(form.Body.OfType<InputChoiceSet>(), input => input.Id == "channel");
        Assert.Equal("19:channel", channel.Value);
        Assert.Equal(["Löftet", "Allmänt", "Nyheter"], channel.Choices.Select(choice => choice.Title));
        Assert.Equal("Monday", Assert.Single(form.Body.OfType<InputChoiceSet>(), input => input.Id == "day").Value);
        Assert.Contains("Steg 1 av 2", CardRules.TextOf(form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_BeforeTheChannelsAreKnown_AsksWithoutThem()
    {
        _records.Memory.Clear();

        AdaptiveCard form = await OpenAsync(A.Officer);
        await SaveAsync(form, [.. Filled.Where(input => input.Item1 != "channel")]);

        Assert.DoesNotContain(form.Body.OfType<CardInput>(), input => input.Id == "channel");
        Assert.NotNull(_records.Partnership.Formed);
        Assert.Equal("19:channel", ChannelPlace.Read(_records.Place).ConversationId);
        Assert.Equal(A.Noon, _records.Work[("refresh-roster", "team")].DueAt);
    }

    [Fact]
    public async Task Form_TheChannelsBecomeKnownMeanwhile_IsSavedAllTheSame()
    {
        string facts = _records.Memory[Dialogs.Members.TeamFacts.Key];
        _records.Memory.Clear();
        AdaptiveCard form = await OpenAsync(A.Officer);
        _records.Memory[Dialogs.Members.TeamFacts.Key] = facts;

        await SaveAsync(form, [.. Filled.Where(input => input.Item1 != "channel")]);

        Assert.NotNull(_records.Partnership.Formed);
        Assert.Equal("19:channel", ChannelPlace.Read(_records.Place).ConversationId);
    }

    [Fact]
    public async Task Form_WithAChannelThatIsNotTheTeams_IsSentBack()
    {
        Said back = await SaveAsync(await OpenAsync(A.Officer), [.. Filled[..^1], ("channel", "19:of another team")]);

        Assert.Contains("finns inte bland valen", back.Words, StringComparison.Ordinal);
        Assert.Null(_records.Partnership.Formed);
    }

    [Fact]
    public async Task Saved_ThePromiseFollows_AndCanWait()
    {
        Said next = await SaveAsync();

        Assert.Contains("Tomelilla kommun och lokalpolisområde Ystad är inlagda, och du samordnar gruppen.", next.Words, StringComparison.Ordinal);
        Assert.Contains("Steg 2 av 2", next.Words, StringComparison.Ordinal);
        AdaptiveCard settings = (await _chat.WriteAsync(A.Officer, "inställningar")).Card;
        CardRules.Check(settings);
        Assert.Contains("○ Löftet är inte inlagt.", CardRules.TextOf(settings), StringComparison.Ordinal);

        AdaptiveCard form = (await _chat.PressAsync(A.Officer, settings, "Lägg in löftet")).Card;
        await _chat.PressAsync(
            A.Officer,
            form,
            "Spara",
            ("title", "Medborgarlöfte 2020"),
            ("commitments", "1. Välja två aktiviteter\r\n\n- Fortsätta med hembesök\n"),
            ("first", "2020-01-01"),
            ("last", "2020-12-31"),
            ("signed", "2020-06-03"),
            ("signatories", "Ordförande\nChef"));

        Domain.Promises.Promise promise = Assert.Single(_records.Partnership.Promises);
        Assert.Equal(["Välja två aktiviteter", "Fortsätta med hembesök"], promise.Commitments);
        Assert.Equal(["Ordförande", "Chef"], promise.Signatories);
        Assert.Equal(A.Period, promise.Period);
    }

    [Fact]
    public async Task Settings_SayWhatIsSetUpByWhomAndWhatIsLeft()
    {
        await SaveAsync();

        Snapshot.Match((await _chat.WriteAsync(A.Officer, "inställningar")).Card);
    }

    [Fact]
    public async Task Settings_NothingLeft_SaysWhatToDoNext()
    {
        using Chat chat = new(new RecordsInMemory(A.Story().Partnership), A.Noon);

        string words = CardRules.TextOf((await chat.WriteAsync(A.Chief, "inställningar")).Card);

        Assert.Contains("Allt är på plats. Skriv **ny vandring**", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Inlagt av", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondPerson_IsToldWhoDidIt()
    {
        AdaptiveCard invitation = (await _chat.WriteAsync(A.Coordinator, "kom igång")).Card;
        AdaptiveCard form = await OpenAsync(A.Coordinator);
        await SaveAsync();

        _chat.Connector.Answers(HttpStatusCode.OK, MemberInTeam);
        Assert.Equal(
            "Kommunen och polisen är redan inlagda av kommunpolis (polisen). Be den personen skriva medlemmar och ge dig en part och en roll.",
            (await _chat.PressAsync(A.Coordinator, invitation, "Ställ in")).Text);
        _chat.Connector.Answers(HttpStatusCode.OK, MemberInTeam);
        Assert.StartsWith("Kommunen och polisen är redan inlagda", (await _chat.PressAsync(A.Coordinator, form, "Spara", Filled)).Text, StringComparison.Ordinal);
        Assert.Single(_records.Partnership.Members);
    }

    [Fact]
    public async Task Guest_IsToldWhoCan()
    {
        AdaptiveCard invitation = (await _chat.WriteAsync(A.Chief, "kom igång")).Card;
        _chat.Connector.Answers(HttpStatusCode.OK, $$"""{"id":"29:{{A.Chief}}","aadObjectId":"{{A.Chief}}","name":"Inga Lo","userRole":"guest"}""");

        Assert.StartsWith("Du är gäst i teamet.", (await _chat.PressAsync(A.Chief, invitation, "Ställ in")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest", "Du är gäst i teamet.")]
    [InlineData("GUEST", "Du är gäst i teamet.")]
    [InlineData("anonymous", "Jag kunde inte kontrollera med Teams")]
    [InlineData("superuser", "Jag kunde inte kontrollera med Teams")]
    public async Task Form_FromSomebodyWhoIsNoMemberByThen_ChangesNothing(string role, string sentence)
    {
        AdaptiveCard form = await OpenAsync(A.Officer);
        MemberInTeam = MemberInTeam.Replace("\"user\"", $"\"{role}\"", StringComparison.Ordinal);

        Said back = await SaveAsync(form, Filled);

        Assert.Contains(sentence, back.Words, StringComparison.Ordinal);
        Assert.Null(_records.Partnership.Formed);
        Assert.Empty(_records.Contacts);
    }

    [Theory]
    [InlineData("tenant", true)]
    [InlineData("another tenant", false)]
    public async Task Form_ChannelDoesNotSayTheRole_TheTenantDecides(string tenant, bool isFounded)
    {
        MemberInTeam = MemberInTeam.Replace("\"userRole\":\"user\"", $"\"tenantId\":\"{tenant}\"", StringComparison.Ordinal);

        await SaveAsync();

        Assert.Equal(isFounded, _records.Partnership.Formed is not null);
    }

    [Fact]
    public async Task Form_ChannelSpeaksOfAnotherAccount_IsSentBack()
    {
        MemberInTeam = MemberInTeam.Replace($"\"aadObjectId\":\"{A.Officer}\"", "\"aadObjectId\":\"another\"", StringComparison.Ordinal);

        await SaveAsync();

        Assert.Null(_records.Partnership.Formed);
    }

    [Fact]
    public async Task Form_FromOutsideTheTeam_IsSentBack()
    {
        AdaptiveCard form = await OpenAsync(A.Officer);
        _chat.Connector.Answers(HttpStatusCode.NotFound, """{"error":{"code":"MemberNotFoundInConversation","message":""}}""");

        Said back = await _chat.PressAsync(A.Officer, form, "Spara", Filled);

        Assert.Contains("Du är inte med i teamet", back.Words, StringComparison.Ordinal);
        Assert.Null(_records.Partnership.Formed);
    }

    [Fact]
    public async Task Form_ChannelIsDownWhenItOpens_OpensAllTheSame()
    {
        AdaptiveCard invitation = (await _chat.WriteAsync(A.Officer, "kom igång")).Card;
        _chat.Connector.Answers(HttpStatusCode.BadGateway);

        AdaptiveCard form = (await _chat.PressAsync(A.Officer, invitation, "Ställ in")).Card;
        await SaveAsync(form, Filled);

        Assert.NotNull(_records.Partnership.Formed);
    }

    [Fact]
    public async Task Form_ChannelIsDown_IsSentBackWithEverything()
    {
        AdaptiveCard form = await OpenAsync(A.Officer);
        _chat.Connector.Answers(HttpStatusCode.BadGateway);

        Said back = await _chat.PressAsync(A.Officer, form, "Spara", Filled);

        Assert.Contains("Försök igen om en stund.", back.Words, StringComparison.Ordinal);
        Assert.Contains("Tomelilla kommun", back.Words, StringComparison.Ordinal);
        Assert.Null(_records.Partnership.Formed);
    }

    [Fact]
    public async Task Form_ChannelIsSilent_IsSentBackInTime()
    {
        AdaptiveCard form = await OpenAsync(A.Officer);
        _chat.Connector.StaysSilent(() => _chat.Time.Advance(FounderCheck.LongestWait));

        Said back = await _chat.PressAsync(A.Officer, form, "Spara", Filled);

        Assert.Contains("Försök igen om en stund.", back.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAnythingButTheForm_AsksNothing()
    {
        await SaveAsync();
        int asked = _chat.Connector.Requests.Count;

        AdaptiveCard settings = (await _chat.WriteAsync(A.Officer, "inställningar")).Card;
        await _chat.PressAsync(A.Officer, settings, "Lägg in löftet");

        Assert.Equal(asked, _chat.Connector.Requests.Count);
    }

    [Fact]
    public async Task Card_OfTheChannel_FollowsWhatIsChangedLater()
    {
        await SaveAsync();
        _records.Work.Clear();

        AdaptiveCard form = (await _chat.PressAsync(A.Officer, (await _chat.WriteAsync(A.Officer, "inställningar")).Card, "Ändra veckoposten")).Card;
        await _chat.PressAsync(A.Officer, form, "Spara", ("day", "Friday"), ("time", "15:00"));

        Assert.Contains(("show-card", "set-up/"), _records.Work.Keys);
    }

    private async Task<AdaptiveCard> OpenAsync(MemberId who)
    {
        AdaptiveCard invitation = (await _chat.WriteAsync(who, "kom igång")).Card;
        _chat.Connector.Answers(HttpStatusCode.OK, MemberInTeam);
        return (await _chat.PressAsync(who, invitation, "Ställ in")).Card;
    }

    private async Task<Said> SaveAsync() => await SaveAsync(await OpenAsync(A.Officer), Filled);

    private Task<Said> SaveAsync(AdaptiveCard form, (string, string)[] inputs)
    {
        _chat.Connector.Answers(HttpStatusCode.OK, MemberInTeam);
        return _chat.PressAsync(A.Officer, form, "Spara", inputs);
    }
}
