using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Tests.Turns;

/// <summary>The bot comes to a place, leaves it, and hears what becomes of it, as the channel tells it: several times and in any order.</summary>
public sealed class InstallationTests : IAsyncLifetime
{
    private const string Team = "team-t";
    private const string Anna = "Tomelilla kommun/Trygghetssamordnare";

    private FrontDoor _door = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _door = await FrontDoor.OpenAsync();

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    public static TheoryData<string> Orders => ["iu", "ui", "iiuu", "uiui", "i", "u", "uuuu", "xi"];

    // i: installationUpdate, u: conversationUpdate, x: add-upgrade.
    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Add_ToATeam_IsWelcomedOnceWithTheSetUp(string order)
    {
        List<FrontDoor.Sent> sent = [];
        foreach (char news in order)
        {
            sent.AddRange(await _door.SayAsync(Added(_door.InTeam("anna", Team, Kind(news)), news)));
        }

        FrontDoor.Sent welcome = Assert.Single(sent);
        Assert.True(welcome.IsThread);
        Assert.Equal("19:picked@thread.tacv2", welcome.Conversation);
        var button = Assert.IsType<SubmitAction>(Assert.Single(welcome.Card.Actions!));
        Assert.Equal("set-up", button.Data!["dialog"]!.GetValue<string>());
        MeetingPlace place = (await _door.Records.Directory.FindByTeamAsync(FrontDoor.Tenant, Team, Cancellation))!;
        Assert.Equal(place.Partnership.ToString(), button.Data["partnership"]!.GetValue<string>());
        Assert.Contains("19:picked@thread.tacv2", place.Channel, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Add_ToThePersonalChatOfAMember_IsWelcomedOnce(string order)
    {
        PartnershipId partnership = await _door.FormAsync(Team, "Tomelilla kommun");
        List<FrontDoor.Sent> sent = [];
        foreach (char news in order)
        {
            sent.AddRange(await _door.SayAsync(Added(_door.Personal(Anna, Kind(news)), news)));
        }

        FrontDoor.Sent welcome = Assert.Single(sent);
        Assert.Equal("a:" + Anna, welcome.Conversation);
        Assert.Contains("Tomelilla kommun och lokalpolisområde Ystad", welcome.Words, StringComparison.Ordinal);
        Stamps.Check(welcome.Words, partnership);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Add_ToAGroupChat_IsWelcomedOnce(string order)
    {
        List<FrontDoor.Sent> sent = [];
        foreach (char news in order)
        {
            sent.AddRange(await _door.SayAsync(Added(_door.Group("anna", Kind(news)), news)));
        }

        Assert.Contains("Nämn mig först", Assert.Single(sent).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_ToThePersonalChatOfAStranger_IsAFriendlySentenceOnce()
    {
        List<FrontDoor.Sent> sent =
        [
            .. await _door.SayAsync(Added(_door.Personal("nobody", Kind('u')), 'u')),
            .. await _door.SayAsync(Added(_door.Personal("nobody", Kind('i')), 'i')),
            .. await _door.SayAsync(Added(_door.Personal("nobody", Kind('i')), 'i')),
        ];

        Assert.Contains("Be trygghetssamordnaren lägga till dig", Assert.Single(sent).Activity.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_TwoDeliveriesAtOnce_MakeOnePartnership()
    {
        Activity[] news = [.. "iuiuiuiu".Select(kind => Added(_door.InTeam("anna", Team, Kind(kind)), kind))];

        await Task.WhenAll(news.Select(activity => Task.Run(() => _door.PostAsync(activity))));

        Assert.Single(await _door.Records.Directory.ListMeetingPlacesAsync(Cancellation));
        Assert.Single(await _door.DeliverAsync());
    }

    [Fact]
    public async Task Add_ByOneWhoseNameTheNewsTells_NamesThem()
    {
        Activity news = Added(_door.InTeam("anna", Team, Kind('i')), 'i');
        news.From!.Name = "Anna Ek";

        Assert.Contains("Anna Ek har lagt till mig här", Assert.Single(await _door.SayAsync(news)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_ByOneWhoseNameOnlyTheRosterTells_NamesThem()
    {
        _door.Connector.Names["29:anna"] = "Anna Ek";

        FrontDoor.Sent welcome = Assert.Single(await _door.SayAsync(Added(_door.InTeam("anna", Team, Kind('i')), 'i')));

        Assert.Contains("Anna Ek har lagt till mig här", welcome.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WhoseFirstNewsNamesGeneral_MovesToThePickedChannel()
    {
        Activity first = Added(_door.InTeam("anna", Team, Kind('u')), 'u');
        first.ChannelData!.Settings = null;

        await _door.SayAsync(first);
        await _door.SayAsync(Added(_door.InTeam("anna", Team, Kind('i')), 'i'));

        MeetingPlace place = (await _door.Records.Directory.FindByTeamAsync(FrontDoor.Tenant, Team, Cancellation))!;
        Assert.Contains("19:picked@thread.tacv2", place.Channel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_AgainToATeamThatHasItsPartnership_KeepsTheChannelOfTheSetUp()
    {
        await _door.FormAsync(Team, "Tomelilla kommun");

        FrontDoor.Sent welcome = Assert.Single(await _door.SayAsync(Added(_door.InTeam(Anna, Team, Kind('i')), 'i')));

        Assert.Equal(FrontDoor.ChannelOf(Team), welcome.Conversation);
        Assert.Contains("Varje måndag", welcome.Words, StringComparison.Ordinal);
        Assert.Contains("Ta bort appen", welcome.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("team")]
    [InlineData("personal")]
    [InlineData("group")]
    public async Task RemoveAndAdd_InTruth_WelcomesAgain(string where)
    {
        await _door.FormAsync(Team, "Tomelilla kommun");
        Assert.Single(await NewsAsync(where, 'i'));
        Assert.Empty(await NewsAsync(where, 'i'));

        Assert.Empty(await NewsAsync(where, 'r'));
        Assert.Single(await NewsAsync(where, 'i'));
        Assert.Empty(await NewsAsync(where, 'u'));
    }

    [Theory]
    [InlineData("team", "19:channel-of-team-t@thread.tacv2")]
    [InlineData("personal", "a:" + Anna)]
    [InlineData("group", "19:group@thread.v2")]
    public async Task Remove_NothingIsSentThereUntilTheBotIsBack(string where, string conversation)
    {
        PartnershipId partnership = await _door.FormAsync(Team, "Tomelilla kommun");
        await NewsAsync(where, 'i');

        await NewsAsync(where, 'r');
        Assert.True(await IsClosedAsync(partnership, conversation));
        Assert.Equal(where != "team", await IsClosedAsync(Dialogs.Turns.Lobby.Id, conversation));

        await NewsAsync(where, 'u');
        Assert.False(await IsClosedAsync(partnership, conversation));
        Assert.False(await IsClosedAsync(Dialogs.Turns.Lobby.Id, conversation));
    }

    [Fact]
    public async Task AMessage_FromAConversationThatWasTakenForClosed_OpensIt()
    {
        PartnershipId partnership = await _door.FormAsync(Team, "Tomelilla kommun");
        await NewsAsync("personal", 'i');
        await NewsAsync("personal", 'r');

        Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.Personal(Anna), "status")));
        Assert.False(await IsClosedAsync(partnership, "a:" + Anna));
    }

    [Theory]
    [InlineData("team")]
    [InlineData("personal")]
    [InlineData("group")]
    public async Task Remove_HeardLate_AfterTheBotIsBack_ChangesNothing(string where)
    {
        await _door.FormAsync(Team, "Tomelilla kommun");
        await NewsAsync(where, 'i');
        Activity late = News(where, 'r');
        await _door.PostAsync(late);
        _door.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await NewsAsync(where, 'i'));

        late.Id = "f:again";
        await _door.PostAsync(late);

        Assert.Empty(await NewsAsync(where, 'i'));
        Assert.Single(await _door.SayAsync(FrontDoor.Saying(Place(where, ActivityTypes.Message), "status")));
    }

    [Fact]
    public async Task Add_HeardLate_AfterTheBotIsGone_SendsNothing()
    {
        await _door.FormAsync(Team, "Tomelilla kommun");
        Activity late = News("personal", 'i');
        await _door.SayAsync(late);
        _door.Time.Advance(TimeSpan.FromMinutes(1));
        await NewsAsync("personal", 'r');

        late.Id = "f:again";
        Assert.Empty(await _door.SayAsync(late));
    }

    [Theory]
    [InlineData("teamMemberAdded")]
    [InlineData("TEAMMEMBERREMOVED")]
    [InlineData("teamRenamed")]
    [InlineData("channelRenamed")]
    [InlineData("channelCreated")]
    public async Task ATeamChanges_NothingIsSaidAndTheTeamIsReadAgain(string happened)
    {
        await _door.FormAsync(Team, "Tomelilla kommun");
        Activity news = _door.InTeam("anna", Team, ActivityTypes.ConversationUpdate);
        news.ChannelData!.EventType = happened;
        news.MembersAdded = [new ChannelAccount { Id = "29:new" }];

        await _door.PostAsync(news);
        await _door.PostAsync(news);

        Assert.Equal(1, await _door.Records.CountAsync("SELECT COUNT(*) FROM due_work WHERE kind = 'refresh-roster' AND state = 'waiting'"));
        Assert.Empty(await _door.DeliverAsync());
    }

    [Theory]
    [InlineData("teamDeleted", "teamRestored", null)]
    [InlineData("teamHardDeleted", "teamrestored", null)]
    [InlineData("teamArchived", "teamUnarchived", null)]
    [InlineData("channelDeleted", "channelRestored", "19:channel-of-team-t@thread.tacv2")]
    public async Task TheChannelGoes_NothingIsSentThereUntilItIsBack(string gone, string back, string? channel)
    {
        PartnershipId partnership = await _door.FormAsync(Team, "Tomelilla kommun");
        await _door.PostAsync(Changed(gone, channel));
        Assert.True(await IsClosedAsync(partnership, FrontDoor.ChannelOf(Team)));

        await _door.PostAsync(Changed(back, channel));
        Assert.False(await IsClosedAsync(partnership, FrontDoor.ChannelOf(Team)));
    }

    [Fact]
    public async Task AnotherChannelGoes_OursStays()
    {
        PartnershipId partnership = await _door.FormAsync(Team, "Tomelilla kommun");

        await _door.PostAsync(Changed("channelDeleted", "19:another@thread.tacv2"));

        Assert.False(await IsClosedAsync(partnership, FrontDoor.ChannelOf(Team)));
    }

    [Fact]
    public async Task ATeamThatTheBotDoesNotKnow_IsNotEntered()
    {
        await _door.PostAsync(Changed("teamRenamed", null));

        Assert.Empty(await _door.Records.Directory.ListMeetingPlacesAsync(Cancellation));
    }

    [Fact]
    public async Task AMessageInATeamThatNobodyAddedTheBotTo_EntersItAndShowsTheSetUp()
    {
        FrontDoor.Sent answer = Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.InTeam("anna", Team), "status")));

        Assert.Equal(FrontDoor.ChannelOf(Team) + ";messageid=17", answer.Conversation);
        Assert.Contains("Ställ in", answer.Words, StringComparison.Ordinal);
        Assert.Single(await _door.Records.Directory.ListMeetingPlacesAsync(Cancellation));
    }

    [Fact]
    public async Task TheConnectorMoves_PostsFollow()
    {
        await _door.FormAsync(Team, "Tomelilla kommun");
        Activity message = FrontDoor.Saying(_door.InTeam(Anna, Team), "status");
        message.ServiceUrl = "http://127.0.0.1:6501/moved/";

        await _door.PostAsync(message);

        MeetingPlace place = (await _door.Records.Directory.FindByTeamAsync(FrontDoor.Tenant, Team, Cancellation))!;
        Assert.Contains("6501/moved", place.Channel, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hjälp")]
    [InlineData("nytt förslag V1")]
    [InlineData("😀")]
    public async Task ATeamStillToBeFormed_AnswersEveryTextWithTheSetUp(string text)
    {
        await _door.SayAsync(News("team", 'i'));

        FrontDoor.Sent answer = Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.InTeam("bo", Team), text)));

        Assert.IsType<SubmitAction>(Assert.Single(answer.Card.Actions!));
        Assert.Equal(0, (await _door.ReadAsync((await PlaceAsync()).Partnership)).Version);
    }

    [Fact]
    public async Task ATeamStillToBeFormed_AnswersEveryButtonWithTheSetUp()
    {
        await _door.SayAsync(News("team", 'i'));
        ExecuteAction button = new ExecuteAction { Verb = "command.run", Data = new() { ["text"] = "status" } }.WithSubmitFallback();
        var form = SubmitAction.OpenTask("Nytt förslag", "form.open", new() { ["dialog"] = "proposal", ["subject"] = "" });

        Said pressed = await _door.PressAsync(_door.InTeam("bo", Team), button);
        Assert.Empty(await _door.DeliverAsync());
        Said opened = await _door.PressAsync(_door.InTeam("bo", Team), form);
        await _door.PostAsync(FrontDoor.Pressing(_door.InTeam("bo", Team), button, asSubmit: true));

        Assert.Equal("Ställ in", Assert.Single(pressed.Card.Actions!).Title);
        Assert.Contains("inte inställt än", opened.Text, StringComparison.Ordinal);
        Assert.Equal("Ställ in", Assert.Single(Assert.Single(await _door.DeliverAsync()).Card.Actions!).Title);
    }

    [Fact]
    public async Task ATeamStillToBeFormed_InThePersonalChat_IsAStrangers()
    {
        await _door.SayAsync(News("team", 'i'));

        Assert.Contains("medlemslista", Assert.Single(await _door.SayAsync(FrontDoor.Saying(_door.Personal("anna"), "hjälp"))).Words, StringComparison.Ordinal);
    }

    private static string Kind(char news) => news == 'u' ? ActivityTypes.ConversationUpdate : ActivityTypes.InstallationUpdate;

    private static Activity Added(Activity activity, char news)
    {
        activity.Action = news switch { 'i' => "add", 'x' => "add-upgrade", 'r' => "remove", _ => null };
        if (news == 'u')
        {
            activity.MembersAdded = [new ChannelAccount { Id = FrontDoor.Bot }, new ChannelAccount { Id = activity.From!.Id }];
        }

        if (activity.ChannelData!.Team is not null)
        {
            activity.ChannelData.Settings = new TeamsChannelDataSettings { SelectedChannel = new ChannelInfo { Id = "19:picked@thread.tacv2" } };
            activity.ChannelData.EventType = news == 'u' ? "teamMemberAdded" : null;
        }

        return activity;
    }

    private Activity Place(string where, string type) => where switch
    {
        "team" => _door.InTeam(Anna, Team, type),
        "group" => _door.Group(Anna, type),
        _ => _door.Personal(Anna, type),
    };

    private Activity News(string where, char news) => Added(Place(where, Kind(news)), news);

    private async Task<IReadOnlyList<FrontDoor.Sent>> NewsAsync(string where, char news)
    {
        _door.Time.Advance(TimeSpan.FromSeconds(1));
        return await _door.SayAsync(News(where, news));
    }

    private Activity Changed(string happened, string? channel)
    {
        Activity news = _door.InTeam("anna", Team, ActivityTypes.ConversationUpdate);
        news.From = null;
        news.ChannelData!.EventType = happened;
        news.ChannelData.Channel = channel is null ? null : new ChannelInfo { Id = channel };
        return news;
    }

    private async Task<MeetingPlace> PlaceAsync() => (await _door.Records.Directory.FindByTeamAsync(FrontDoor.Tenant, Team, Cancellation))!;

    private async Task<bool> IsClosedAsync(PartnershipId partnership, string conversation)
    {
        await using ITurn turn = await _door.Records.Partnerships.BeginTurnAsync(partnership, Cancellation);
        return await Dialogs.Delivery.Reach.IsClosedAsync(turn, conversation, Cancellation);
    }
}
