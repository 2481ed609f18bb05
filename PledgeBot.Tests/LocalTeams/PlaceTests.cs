using System.Net;
using System.Text.Json.Nodes;
using PledgeBot.LocalTeams;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>Several teams, a group chat, and what members do to them.</summary>
public sealed class PlaceTests : LocalTeamsTest
{
    private const string Team = "19:local-exempel@thread.tacv2";
    private const string Channel = "19:local-exempel-1@thread.tacv2";
    private const string Group = "19:local-plan@thread.v2";

    private static readonly LocalMember Dag = new("29:dag", "0c1d2e3f-1111-4222-8333-944455566604", "Dag Ström", "Samordnare · Exempelköping");

    private static readonly LocalMember Eva =
        new("29:eva", "0c1d2e3f-1111-4222-8333-944455566605", "Eva Gran", "Kommunpolis · polisen", IsGuest: true);

    private MemberOverHttp? _dag;

    private MemberOverHttp DagHimself => _dag ??= As(Dag);

    [Fact]
    public async Task State_OfAMember_HasTheirPlacesAlone()
    {
        JsonNode anna = await Anna.StateAsync();
        JsonNode dag = await DagHimself.StateAsync();

        Assert.Equal(["19:local-team@thread.tacv2", Group, LocalTeamsServer.PersonalChatOf(LocalTeamsServer.Anna)], Ids(anna["places"]));
        Assert.Equal([Team, LocalTeamsServer.PersonalChatOf(Dag)], Ids(dag["places"]));
        Assert.Equal(Channel, (string?)dag["channel"]!["id"]);
        Assert.Equal([Team, Channel, "19:local-exempel-2@thread.tacv2"], Ids(dag["places"]![0]!["channels"]));
        Assert.Equal(["29:anna", "29:bo", "29:cia"], Ids(dag["members"]));
        Assert.Equal(["29:anna", "29:bo", "29:cia", "29:dag", "29:eva"], Ids(dag["everybody"]));
    }

    [Fact]
    public async Task Post_InAnotherTeam_IsSeenInItAlone()
    {
        await DagHimself.SendAsync(Channel, "hej");

        Assert.Single(await DagHimself.MessagesAsync());
        Assert.Empty(await Anna.MessagesAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => Anna.SendAsync(Channel, "inte mitt"));
    }

    [Fact]
    public async Task Post_WhereTheAppIsNot_ReachesNobodyElse()
    {
        JsonObject posted = await DagHimself.SendAsync(Channel, "hej");

        Assert.False(posted.ContainsKey("delivered"));
        Assert.Empty(Bot.Activities);
        Assert.Equal("hej", (string?)Assert.Single(await DagHimself.MessagesAsync())["activity"]!["text"]);
    }

    [Theory]
    [InlineData("activities")]
    [InlineData("pagedmembers")]
    public async Task Connector_WhereTheAppIsNot_IsForbidden(string what)
    {
        (int status, JsonObject? body, _) = what == "activities"
            ? await PostAsync(Activities(Channel), Cards.Message("Hej"))
            : await CallAsync(HttpMethod.Get, $"v3/conversations/{Uri.EscapeDataString(Team)}/pagedmembers");

        Assert.Equal((403, "BotNotInConversationRoster"), (status, Code(body)));
    }

    [Fact]
    public async Task AddApp_InATeam_TellsTheBotInTheShapesOfTeams()
    {
        Assert.Equal(HttpStatusCode.NoContent, await DagHimself.ChangePlaceAsync(Team, "addApp", channel: Channel));

        Assert.Equal(["conversationUpdate", "installationUpdate"], Bot.Activities.Select(a => (string?)a["type"]));
        JsonObject update = Bot.Activities[0];
        Assert.Equal("teamMemberAdded", (string?)update["channelData"]!["eventType"]);
        Assert.Equal("28:pledgebot-local", (string?)Assert.Single(update["membersAdded"]!.AsArray())!["id"]);
        Assert.Equal("add", (string?)Bot.Activities[1]["action"]);
        Assert.All(Bot.Activities, activity =>
        {
            JsonNode data = activity["channelData"]!;
            Assert.Equal("29:dag", (string?)activity["from"]!["id"]);
            Assert.Equal((Channel, "channel"), ((string?)activity["conversation"]!["id"], (string?)activity["conversation"]!["conversationType"]));
            Assert.Equal(Channel, (string?)data["settings"]!["selectedChannel"]!["id"]);
            Assert.Equal((Team, "Medborgarlöftet i Exempelköping"), ((string?)data["team"]!["id"], (string?)data["team"]!["name"]));
            Assert.True(Guid.TryParse((string?)data["team"]!["aadGroupId"], out _));
            Assert.NotNull((string?)data["tenant"]!["id"]);
        });
    }

    [Fact]
    public async Task AddApp_InAGroupChat_AddsTheBotWithoutAnEventType()
    {
        await Anna.ChangePlaceAsync(Group, "addApp");
        await Bo.SendAsync(Group, "hjälp");

        Assert.Equal(["conversationUpdate", "installationUpdate", "message"], Bot.Activities.Select(a => (string?)a["type"]));
        Assert.Equal("28:pledgebot-local", (string?)Assert.Single(Bot.Activities[0]["membersAdded"]!.AsArray())!["id"]);
        Assert.All(Bot.Activities, activity =>
        {
            Assert.Equal((Group, "groupChat"), ((string?)activity["conversation"]!["id"], (string?)activity["conversation"]!["conversationType"]));
            Assert.True((bool?)activity["conversation"]!["isGroup"]);
            Assert.Equal(["tenant"], activity["channelData"]!.AsObject().Select(p => p.Key));
        });
        Assert.Equal("<at>PledgeBot</at> hjälp", (string?)Bot.Activities[2]["text"]);
    }

    [Fact]
    public async Task AddApp_InThePersonalChat_NamesTheBotAndTheMember()
    {
        await DagHimself.ChangePlaceAsync(LocalTeamsServer.PersonalChatOf(Dag), "addApp");

        Assert.Equal(["28:pledgebot-local", "29:dag"], Bot.Activities[0]["membersAdded"]!.AsArray().Select(m => (string?)m!["id"]));
        Assert.Equal("personal", (string?)Bot.Activities[0]["conversation"]!["conversationType"]);
    }

    [Fact]
    public async Task AddApp_SecondTime_IsRefusedAndToldToNobody()
    {
        await DagHimself.ChangePlaceAsync(Team, "addApp");
        Bot.Forget();

        Assert.Equal(HttpStatusCode.Conflict, await DagHimself.ChangePlaceAsync(Team, "addApp"));
        Assert.Empty(Bot.Activities);
    }

    [Fact]
    public async Task AddApp_TeamTheMemberIsNotIn_IsRefused()
    {
        Assert.Equal(HttpStatusCode.Conflict, await Anna.ChangePlaceAsync(Team, "addApp"));
        Assert.Empty(Bot.Activities);
    }

    [Fact]
    public async Task RemoveApp_FromATeam_TellsTheBotWhichCanThenWriteThereNoLonger()
    {
        await DagHimself.ChangePlaceAsync(Team, "addApp");
        string thread = $"{Channel};messageid={await Bot.SendAsync(Teams.ServiceUrl, Channel, Cards.Message("Hej"))}";
        Bot.Forget();

        await DagHimself.ChangePlaceAsync(Team, "removeApp");
        (int send, JsonObject? body, _) = await PostAsync(Activities(thread), Cards.Message("Hej igen"));
        (int details, _, _) = await CallAsync(HttpMethod.Get, $"v3/teams/{Uri.EscapeDataString(Team)}");

        Assert.Equal(["conversationUpdate", "installationUpdate"], Bot.Activities.Select(a => (string?)a["type"]));
        Assert.Equal("teamMemberRemoved", (string?)Bot.Activities[0]["channelData"]!["eventType"]);
        Assert.Equal("28:pledgebot-local", (string?)Assert.Single(Bot.Activities[0]["membersRemoved"]!.AsArray())!["id"]);
        Assert.Equal("remove", (string?)Bot.Activities[1]["action"]);
        Assert.Equal((403, "BotNotInConversationRoster", 403), (send, Code(body), details));
    }

    [Fact]
    public async Task RemoveApp_FromThePersonalChat_EndsWritingThereThoughTheTeamHasIt()
    {
        string chat = LocalTeamsServer.PersonalChatOf(LocalTeamsServer.Anna);
        await Anna.ChangePlaceAsync(chat, "removeApp");

        (int send, JsonObject? body, _) = await PostAsync(Activities(chat), Cards.Message("Hej"));

        Assert.Equal((403, "BotNotInConversationRoster"), (send, Code(body)));
    }

    [Fact]
    public async Task PersonalChat_OfSomebodyInATeamWithTheApp_CanBeOpenedByTheBot()
    {
        JsonObject Chat() => new()
        {
            ["isGroup"] = false,
            ["members"] = new JsonArray(new JsonObject { ["id"] = "29:dag" }),
            ["tenantId"] = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566",
        };
        (int before, JsonObject? refused, _) = await PostAsync("v3/conversations", Chat());
        await DagHimself.ChangePlaceAsync(Team, "addApp");

        (int after, _, _) = await PostAsync("v3/conversations", Chat());

        Assert.Equal((403, "BotNotInConversationRoster", 201), (before, Code(refused), after));
        await Bot.SendAsync(Teams.ServiceUrl, LocalTeamsServer.PersonalChatOf(Dag), Cards.Message("Hej"));
    }

    [Fact]
    public async Task Block_TheBot_AnswersInTheFormOfTheMessageService()
    {
        string chat = LocalTeamsServer.PersonalChatOf(LocalTeamsServer.Anna);
        await Anna.ChangePlaceAsync(chat, "block");

        (int status, JsonObject? body, _) = await PostAsync(Activities(chat), Cards.Message("Hej"));
        await Anna.ChangePlaceAsync(chat, "unblock");
        (int again, _, _) = await PostAsync(Activities(chat), Cards.Message("Hej"));

        Assert.Equal((403, 209, 201), (status, (int?)body!["errorCode"], again));
        Assert.Equal("MessageWritesBlocked", (string?)JsonNode.Parse((string)body["message"]!)!["subCode"]);
        Assert.Null(body["error"]);
    }

    [Fact]
    public async Task Members_WhoComeAndGo_AreToldAndSeeAccordingly()
    {
        await DagHimself.ChangePlaceAsync(Team, "addApp");
        await Bot.SendAsync(Teams.ServiceUrl, Channel, Cards.Message("Hej"));
        Bot.Forget();

        await DagHimself.ChangePlaceAsync(Team, "addMember", member: "29:anna");
        int seen = (await Anna.MessagesAsync()).Count;
        await DagHimself.ChangePlaceAsync(Team, "removeMember", member: "29:anna");

        Assert.Equal((1, 0), (seen, (await Anna.MessagesAsync()).Count));
        Assert.Equal(["teamMemberAdded", "teamMemberRemoved"], Bot.Activities.Select(a => (string?)a["channelData"]!["eventType"]));
        Assert.Equal("29:anna", (string?)Assert.Single(Bot.Activities[0]["membersAdded"]!.AsArray())!["id"]);
        Assert.Equal(LocalTeamsServer.Anna.AadObjectId, (string?)Assert.Single(Bot.Activities[1]["membersRemoved"]!.AsArray())!["aadObjectId"]);
        Assert.Equal(Team, (string?)Bot.Activities[0]["conversation"]!["id"]);
    }

    [Fact]
    public async Task Members_OfAGroupChat_AreToldWithoutAnEventType()
    {
        await Anna.ChangePlaceAsync(Group, "addApp");
        Bot.Forget();

        await Anna.ChangePlaceAsync(Group, "addMember", member: "29:dag");

        JsonObject update = Assert.Single(Bot.Activities);
        Assert.Equal("29:dag", (string?)Assert.Single(update["membersAdded"]!.AsArray())!["id"]);
        Assert.False(update["channelData"]!.AsObject().ContainsKey("eventType"));
    }

    [Fact]
    public async Task Channels_CreatedRenamedDeletedRestored_AreToldByTheirEvents()
    {
        await DagHimself.ChangePlaceAsync(Team, "addApp");
        Bot.Forget();

        await DagHimself.ChangePlaceAsync(Team, "createChannel", name: "Vandringar");
        string created = Ids((await DagHimself.StateAsync())["places"]![0]!["channels"])[^1];
        await DagHimself.ChangePlaceAsync(Team, "renameChannel", channel: created, name: "Promenader");
        await DagHimself.ChangePlaceAsync(Team, "deleteChannel", channel: created);
        (int gone, JsonObject? body, _) = await PostAsync(Activities(created), Cards.Message("Hej"));
        await DagHimself.ChangePlaceAsync(Team, "restoreChannel", channel: created);
        (int back, _, _) = await PostAsync(Activities(created), Cards.Message("Hej"));
        (_, JsonObject? channels, _) = await CallAsync(HttpMethod.Get, $"v3/teams/{Uri.EscapeDataString(Team)}/conversations");

        Assert.Equal(
            ["channelCreated", "channelRenamed", "channelDeleted", "channelRestored"],
            Bot.Activities.Select(a => (string?)a["channelData"]!["eventType"]));
        Assert.All(Bot.Activities, a => Assert.Equal((created, Team), ((string?)a["channelData"]!["channel"]!["id"], (string?)a["conversation"]!["id"])));
        Assert.Equal("Promenader", (string?)Bot.Activities[1]["channelData"]!["channel"]!["name"]);
        Assert.Equal((404, "ConversationNotFound", 201), (gone, Code(body), back));
        Assert.Equal([null, "Trygghet i stan", "Arkivet", "Promenader"], channels!["conversations"]!.AsArray().Select(c => (string?)c!["name"]));
    }

    [Fact]
    public async Task Team_RenamedArchivedDeletedRestored_IsToldByItsEvents()
    {
        await DagHimself.ChangePlaceAsync(Team, "addApp");
        Bot.Forget();

        await DagHimself.ChangePlaceAsync(Team, "renameTeam", name: "Trygga Exempelköping");
        await DagHimself.ChangePlaceAsync(Team, "archiveTeam");
        (int archived, JsonObject? refusal, _) = await PostAsync(Activities(Channel), Cards.Message("Hej"));
        await DagHimself.ChangePlaceAsync(Team, "unarchiveTeam");
        await DagHimself.ChangePlaceAsync(Team, "deleteTeam");
        (int deleted, _, _) = await PostAsync(Activities(Channel), Cards.Message("Hej"));
        await DagHimself.ChangePlaceAsync(Team, "restoreTeam");
        (int restored, _, _) = await PostAsync(Activities(Channel), Cards.Message("Hej"));

        Assert.Equal(
            ["teamRenamed", "teamArchived", "teamUnarchived", "teamDeleted", "teamRestored"],
            Bot.Activities.Select(a => (string?)a["channelData"]!["eventType"]));
        Assert.Equal("Trygga Exempelköping", (string?)Bot.Activities[0]["channelData"]!["team"]!["name"]);
        Assert.Equal((403, "NotEnoughPermissions", 404, 201), (archived, Code(refusal), deleted, restored));
    }

    [Fact]
    public async Task Changes_WhereTheAppIsNot_AreToldToNobody()
    {
        await DagHimself.ChangePlaceAsync(Team, "renameTeam", name: "Nytt namn");
        await DagHimself.ChangePlaceAsync(Team, "createChannel", name: "Ny kanal");

        Assert.Empty(Bot.Activities);
    }

    [Theory]
    [InlineData("renameChannel", Team, "General")]
    [InlineData("deleteChannel", Team, null)]
    [InlineData("createChannel", null, "")]
    [InlineData("createChannel", null, "123456789012345678901234567890123456789012345678901")]
    [InlineData("restoreTeam", null, null)]
    [InlineData("block", null, null)]
    [InlineData("explode", null, null)]
    public async Task Change_ThatMakesNoSense_IsRefused(string change, string? channel, string? name)
    {
        Assert.Equal(HttpStatusCode.Conflict, await DagHimself.ChangePlaceAsync(Team, change, channel, name: name));
    }

    [Fact]
    public async Task Roster_Guest_IsToldByRole()
    {
        await DagHimself.ChangePlaceAsync(Team, "addApp");

        (_, JsonObject? page, _) = await CallAsync(HttpMethod.Get, $"v3/conversations/{Uri.EscapeDataString(Channel)}/pagedmembers");

        Assert.Equal([("29:dag", "user"), ("29:eva", "guest")], page!["members"]!.AsArray().Select(m => ((string)m!["id"]!, (string)m["userRole"]!)));
    }

    [Fact]
    public async Task WaitForMessage_MemberAddedMeanwhile_IsToldOfThePlace()
    {
        await DagHimself.ChangePlaceAsync(Team, "addApp");
        await Bot.SendAsync(Teams.ServiceUrl, Channel, Cards.Message("Hej"));

        Task<JsonObject> waiting = Anna.WaitForMessageAsync(m => (string)m["conversation"]! == Channel);
        await DagHimself.ChangePlaceAsync(Team, "addMember", member: "29:anna");

        Assert.Equal("Hej", (string?)(await waiting)["activity"]!["text"]);
    }

    private protected override void Configure(LocalTeamsOptions options)
    {
        options.FurtherTeams.Add(new("exempel", "Medborgarlöftet i Exempelköping", ["Trygghet i stan", "Arkivet"], [Dag, Eva]));
        options.GroupChats.Add(new("plan", "Planering", [LocalTeamsServer.Anna, LocalTeamsServer.Bo]));
    }

    private static IReadOnlyList<string> Ids(JsonNode? list) => [.. list!.AsArray().Select(item => (string)item!["id"]!)];
}
