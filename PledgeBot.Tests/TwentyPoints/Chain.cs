using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PledgeBot.Tests.Gallery;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Photos;
using PledgeBot.Tests.Polls;
using PledgeBot.Tests.Records;
using PledgeBot.Tests.Running;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>
/// A group's whole job by what the cards offer, from the app's installation to the weekly status: with one kind of client, on records
/// on disk, delivered as the channel may deliver it.
/// </summary>
internal sealed partial class Chain
{
    /// <summary>What stands in every member's name, and nowhere else.</summary>
    public const string Surname = "Namnmark";

    /// <summary>What a member writes in a dialog and then gives up.</summary>
    public const string GivenUp = "Ovald plats";

    private const string FirstProposal = "Måla tunneln vit";
    private const string Walk = "walk/V1";

    private static readonly TimeSpan BetweenActions = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(15);
    private static readonly ConcurrentDictionary<(ChainClient Client, ChainDelivery Delivery), Lazy<Task<Chain>>> Played = [];
    private static readonly byte[] Picture = Pictures.RedAndBlue(80, 60);

    private readonly HostedBot _bot;
    private readonly ChainClient _client;
    private readonly ChainDelivery _delivery;
    private readonly Sent _sent = new();
    private readonly List<ChainAction> _actions = [];
    private readonly List<(string Who, string Text)> _answers = [];
    private int _retries;

    private Chain(HostedBot bot, ChainClient client, ChainDelivery delivery)
    {
        _bot = bot;
        _client = client;
        _delivery = delivery;
    }

    /// <summary>Coordinates and votes, for the municipality.</summary>
    public static readonly ChannelPerson Coordinator = Person("Anna", 1);

    /// <summary>Votes and confirms, for the municipality.</summary>
    public static readonly ChannelPerson Manager = Person("Bo", 2);

    /// <summary>Votes, for the municipality.</summary>
    public static readonly ChannelPerson Streets = Person("Cia", 3);

    /// <summary>Votes, for the municipality; by phone, though there is an account.</summary>
    public static readonly ChannelPerson School = Person("David", 4);

    /// <summary>Coordinates and votes, for the police.</summary>
    public static readonly ChannelPerson Officer = Person("Eva", 5);

    /// <summary>Votes and confirms, for the police.</summary>
    public static readonly ChannelPerson Chief = Person("Frans", 6);

    /// <summary>Has no duties.</summary>
    public static readonly ChannelPerson Communicator = Person("Gun", 7);

    private static readonly ChannelPerson[] Team = [Coordinator, Manager, Streets, School, Officer, Chief, Communicator];

    /// <summary>The usual ballots, which end in a tie between the second and the third proposal.</summary>
    public static readonly Dictionary<ChannelPerson, string> UsualBallots = new()
    {
        [Coordinator] = "V1-01,V1-02",
        [Manager] = "V1-01,V1-03",
        [Streets] = "V1-01,V1-02",
        [School] = "V1-01,V1-03",
        [Officer] = "V1-01,V1-02",
        [Chief] = "V1-01,V1-03",
    };

    /// <summary>Gets everything that was done.</summary>
    public IReadOnlyList<ChainAction> Actions => _actions;

    /// <summary>Gets what requests were answered, with who asked.</summary>
    public IReadOnlyList<(string Who, string Text)> Answers => _answers;

    /// <summary>Gets all messages that the bot has sent.</summary>
    public IReadOnlyList<ChannelMessage> Messages => [.. _bot.Channel.Messages.Where(IsMessage)];

    /// <summary>Gets the lines of the log.</summary>
    public IEnumerable<string> Log => _bot.Log.All.Select(line => line.ToString());

    /// <summary>Plays it to the end; from the second time on gives the one that was played.</summary>
    public static Task<Chain> PlayAsync(ChainClient client, ChainDelivery delivery = ChainDelivery.Once) =>
        Played.GetOrAdd((client, delivery), key => new(() => PlayToEndAsync(key.Client, key.Delivery))).Value;

    /// <summary>Plays it until one vote is missing.</summary>
    public static async Task<Chain> PlayUntilLastVoteAsync(ChainClient client, Dictionary<ChannelPerson, string> ballots, bool isSecret = false)
    {
        await using TemporaryRecords records = await TemporaryRecords.CreateAsync();
        await using HostedBot bot = await StartAsync(records);
        var chain = new Chain(bot, client, ChainDelivery.Once);
        await chain.SetUpAsync();
        await chain.WalkAsync();
        await chain.VoteAsync(ballots, isSecret);
        return chain;
    }

    /// <summary>Gets the subject of the card that a message shows for everybody; nothing for other messages.</summary>
    public static string? SubjectOf(ChannelMessage message) =>
        message.Card is { } card && !message.IsPersonal && card.TryGetProperty("refresh", out JsonElement refresh)
            ? GalleryCard.TextOf(refresh.GetProperty("action").GetProperty("data"), "subject")
            : null;

    /// <summary>Gets what a message says, a line for each piece; without receipts, which no two plays have alike.</summary>
    public static string TextOf(JsonElement activity) => AnyReceipt.Hide(ShownText.Of(JsonNode.Parse(activity.GetRawText())!));

    private static async Task<Chain> PlayToEndAsync(ChainClient client, ChainDelivery delivery)
    {
        await using TemporaryRecords records = await TemporaryRecords.CreateAsync();
        await using HostedBot bot = await StartAsync(records);
        var chain = new Chain(bot, client, delivery);
        await chain.SetUpAsync();
        await chain.WalkAsync();
        await chain.VoteAsync(UsualBallots, isSecret: false);
        await chain.EndVotingAsync();
        await chain.DecideAsync();
        await chain.FollowUpAsync();
        return chain;
    }

    private static async Task<HostedBot> StartAsync(TemporaryRecords records)
    {
        HostedBot bot = await HostedBot.StartAsync(A.Noon, services => services.Use(records));
        bot.Channel.Roster.AddRange(Team);
        return bot;
    }

    private static ChannelPerson Person(string name, int number) =>
        new($"29:1{name}", $"0c1d2e3f-1111-4222-8333-9444555666{number:00}", $"{name} {Surname}");

    /// <summary>The app is added, and somebody says who the group is, what it has promised, and who is in it.</summary>
    private async Task SetUpAsync()
    {
        await ActAsync("install", Coordinator, _sent.Installation(Coordinator, Scope.Channel));
        ChainForm promise = await SendOnAsync(
            await OpenAsync(Coordinator, Messages[^1], "set-up"),
            ("municipality", "Tomelilla kommun"),
            ("police-area", "lokalpolisområde Ystad"),
            ("party", "Municipality"),
            ("title", "Trygghetssamordnare"));
        await SendLastAsync(
            promise,
            ("title", "Medborgarlöfte 2020"),
            ("commitments", "Välja två aktiviteter"),
            ("first", "2020-01-01"),
            ("last", "2020-12-31"),
            ("signed", "2020-06-03"),
            ("signatories", "Ordförande"));
        await ListAsync(Manager, "Municipality", "Säkerhetschef", votes: true, confirms: true);
        await ListAsync(Streets, "Municipality", "Gata/park", votes: true);
        await ListAsync(School, "Municipality", "Skola", votes: true);
        await ListAsync(Officer, "Police", "Kommunpolis", votes: true, coordinates: true);
        await ListAsync(Chief, "Police", "Lokalpolisområdeschef", votes: true, confirms: true);
        await ListAsync(Communicator, "Municipality", "Kommunikatör");
        ChainForm byPhone = await OfferedAsync(Coordinator, "medlem telefon", "member");
        await SendLastAsync(
            byPhone,
            ("name", $"Hans {Surname}"),
            ("party", "Municipality"),
            ("title", "Socialtjänst"),
            ("votes", "yes"),
            ("confirms", "no"));
    }

    private async Task ListAsync(ChannelPerson person, string party, string title, bool votes = false, bool confirms = false, bool coordinates = false)
    {
        ChainForm pick = await OfferedAsync(Coordinator, "medlem", "member-pick");
        ChainForm entry = await SendOnAsync(pick, ("person", person.Name));
        await SendLastAsync(
            entry,
            ("party", party),
            ("title", title),
            ("coordinates", YesOrNo(coordinates)),
            ("votes", YesOrNo(votes)),
            ("confirms", YesOrNo(confirms)));
    }

    private static string YesOrNo(bool isYes) => isYes ? "yes" : "no";

    /// <summary>A walk is planned and carried out, gives five proposals, and four of them become candidates.</summary>
    private async Task WalkAsync()
    {
        ChainForm plan = await OfferedAsync(Coordinator, "ny vandring", "walk");
        await SendLastAsync(
            plan, ("locality", "Brösarp"), ("date", "2020-09-07"), ("time", "07:00"), ("route", "Genomfarten och affären"), ("leader", "Gata/park"));
        await SendLastAsync(await OpenAsync(Streets, Shown(Walk), "walk-outcome"), ("date", "2020-09-07"), ("Residents", "8"));
        foreach ((string place, string suggestion) in ((string, string)[])[("Tunneln", FirstProposal), ("Affären", "Mer ljus"), ("Hållplatsen", "Röj"), ("Skolan", "Farthinder")])
        {
            ChainForm proposal = await OpenAsync(Manager, Shown(Walk), "proposal");
            await SendLastAsync(proposal, ("place", place), ("category", "Traffic"), ("problem", "Det är mörkt"), ("suggestion", suggestion));
        }

        await ProposeStepByStepAsync();
        ChainForm triage = await OpenAsync(Coordinator, Shown(Walk), "triage");
        for (int i = 0; i < 4; i++)
        {
            triage = await SendOnAsync(
                triage, ("class", "Candidate"), ("responsible", "Gata/park"), ("party", "Municipality"), ("due", "2020-11-30"));
        }

        await SendLastAsync(triage, ("class", "FaultReport"), ("faultNumber", "2020-118"));
    }

    /// <summary>One proposal is begun and given up, and another is made with a photo, a question at a time.</summary>
    private async Task ProposeStepByStepAsync()
    {
        await WriteAsync(Officer, Scope.Personal, "nytt förslag V1");
        await PressAsync(Officer, LatestTo(Officer), "steps.answer", inputs: ("place", GivenUp));
        await PressAsync(Officer, LatestTo(Officer), "steps.back");
        await PressAsync(Officer, LatestTo(Officer), "steps.cancel");
        await WriteAsync(Officer, Scope.Personal, "nytt förslag V1");
        await PressAsync(Officer, LatestTo(Officer), "steps.answer", inputs: ("place", "Backarna"));
        await PressAsync(Officer, LatestTo(Officer), "steps.answer", inputs: ("category", "Signs"));
        await PressAsync(Officer, LatestTo(Officer), "steps.back");
        await PressAsync(Officer, LatestTo(Officer), "steps.answer", inputs: ("category", "Signs"));
        await WriteAsync(Officer, Scope.Personal, "Besökare hittar inte");
        await PressAsync(Officer, LatestTo(Officer), "steps.answer", inputs: ("suggestion", "Sätt upp vägvisare"));
        string address = _bot.Channel.Keep(Picture);
        await ActAsync("picture", Officer, _sent.Picture(Officer, Scope.Personal, "", address));
        await PressAsync(Officer, LatestTo(Officer), "steps.save");
    }

    /// <summary>All but one vote, in a time that is extended: on the card, by writing, by phone; one looks only, and one changes their mind.</summary>
    private async Task VoteAsync(Dictionary<ChannelPerson, string> ballots, bool isSecret)
    {
        ChainForm poll = await OpenAsync(Coordinator, Shown(Walk), "poll-open");
        await SendLastAsync(poll, ("closesOn", "2020-09-11"), ("closesAt", "15:00"), ("rule", "exactly"), ("kind", isSecret ? "secret" : "open"));
        await VoteAsync(Coordinator, ballots);
        await VoteAsync(Manager, ballots);
        await WriteAsync(Streets, Scope.Personal, "rösta " + ballots[Streets].Replace(',', ' '));
        ChainForm byPhone = await OfferedAsync(Coordinator, "anteckna röst", "poll-record");
        await SendLastAsync(byPhone, ("who", "Skola"), ("picks", ballots[School]), ("manner", "ByPhone"));
        await SendLastAsync(await OfferedAsync(Coordinator, "förläng omröstning", "poll-extend"), ("reason", "Flera är bortresta"));
        await PressAsync(Officer, Poll, "poll.vote", inputs: ("picks", "V1-03,V1-04"));
        await VoteAsync(Officer, ballots);
        await PressAsync(Communicator, Poll, "card.view");
        await VoteAsync(Chief, ballots);
        await WriteAsync(Officer, Scope.Channel, "omröstning");
        await WriteAsync(Communicator, Scope.Channel, "status");
    }

    private Task VoteAsync(ChannelPerson voter, Dictionary<ChannelPerson, string> ballots) => ballots[voter].Length == 0
        ? PressAsync(voter, Poll, "poll.abstain")
        : PressAsync(voter, Poll, "poll.vote", inputs: ("picks", ballots[voter]));

    /// <summary>
    /// The last one answers, which closes the poll in a tie; another one opens by itself, and the clock closes it. One who has voted in it
    /// declares a conflict of interest.
    /// </summary>
    private async Task EndVotingAsync()
    {
        ChainForm byPhone = await OfferedAsync(Coordinator, "anteckna röst", "poll-record");
        await SendLastAsync(byPhone, ("who", "Socialtjänst"), ("picks", "Avstår"), ("manner", "AtMeeting"));
        foreach ((ChannelPerson voter, string pick) in ((ChannelPerson, string)[])[(Coordinator, "V1-02"), (Manager, "V1-02"), (Streets, "V1-03"), (Officer, "V1-02"), (Chief, "V1-02")])
        {
            await PressAsync(voter, Poll, "poll.vote", inputs: ("picks", pick));
        }

        await SendLastAsync(await OfferedAsync(Officer, "anmäl jäv", "poll-conflict"), ("sure", "yes"));
        await PassAsync(TimeSpan.FromDays(3.5));
    }

    /// <summary>One confirms and the other returns a proposal; of what is next in rank then both confirm: one on the card, one by phone.</summary>
    private async Task DecideAsync()
    {
        await PressAsync(Manager, Shown("decision/V1"), "decision.confirm");
        await SendLastAsync(await OfferedAsync(Chief, "lämna tillbaka V1-02", "decision-return"), ("reason", "Ingen bemanning"));
        await PressAsync(Manager, Shown("decision/V1"), "decision.confirm");
        ChainForm byPhone = await OfferedAsync(Coordinator, "anteckna bekräftelse", "decision-record");
        await SendLastAsync(byPhone, ("who", "Lokalpolisområdeschef"), ("manner", "ByPhone"));
    }

    /// <summary>One measure is done, one will not be; members look at where things stand, and two weeks pass.</summary>
    private async Task FollowUpAsync()
    {
        await PressAsync(Streets, Shown("measure/V1-01"), "measure.status", "Ongoing");
        await SendLastAsync(await OpenAsync(Streets, Shown("measure/V1-01"), "measure-done"), ("note", "Synad på plats"));
        await SendLastAsync(await OpenAsync(Coordinator, Shown("measure/V1-03"), "measure-replan"), ("due", "2020-12-18"));
        await SendLastAsync(await OpenAsync(Streets, Shown("measure/V1-03"), "measure-not-done"), ("reason", "Vägen är statlig"));
        await WriteAsync(Manager, Scope.Personal, "hjälp");
        await PressAsync(Manager, LatestTo(Manager), "command.run", "status");
        await PressAsync(Manager, LatestTo(Manager), "command.run");
        await WriteAsync(Manager, Scope.Channel, "status");
        await PressAsync(Manager, Messages[^1], "command.run");
        await WriteAsync(Chief, Scope.GroupChat, "stauts");
        await PressAsync(Chief, Messages[^1], "command.run", "status");
        await PassAsync(TimeSpan.FromDays(7));
        await PassAsync(TimeSpan.FromDays(7));
    }

    /// <summary>Gets the latest poll's message.</summary>
    private ChannelMessage Poll => Messages.Last(message => SubjectOf(message)?.StartsWith("poll/", StringComparison.Ordinal) == true && message.IsRoot);

    private ChannelMessage Shown(string subject) => Messages.First(message => SubjectOf(message) == subject);

    private ChannelMessage LatestTo(ChannelPerson person) =>
        Messages.Last(message => message.Conversation == Place.PersonalChatOf(person.Account) && message.Card is not null);

    /// <summary>Writes a command that is answered with a button for a form, and opens that.</summary>
    private async Task<ChainForm> OfferedAsync(ChannelPerson who, string command, string dialog)
    {
        await WriteAsync(who, Scope.Channel, command);
        return await OpenAsync(who, Messages[^1], dialog);
    }

    private Task<JsonElement?> WriteAsync(ChannelPerson who, Scope scope, string text) => ActAsync($"write {text}", who, _sent.Message(who, scope, text));

    /// <summary>Opens the form of a dialog by the button on a card.</summary>
    private async Task<ChainForm> OpenAsync(ChannelPerson who, ChannelMessage message, string dialog)
    {
        JsonElement card = await LookAsync(who, message);
        JsonElement action = CardOf(card).Actions().FirstOrDefault(action => DataOf(action)["dialog"]?.GetValue<string>() == dialog);
        Assert.True(action.ValueKind == JsonValueKind.Object, $"There is no button for {dialog} on: {card}");
        JsonObject data = DataOf(action);
        data.Remove("msteams");
        JsonElement? answer = await ActAsync($"open {dialog}", who, On(message, _sent.OpenForm(who, ScopeOf(message), data, message.Id)));
        return FormIn(answer, who, message);
    }

    private async Task<ChainForm> SendOnAsync(ChainForm form, params (string Id, string Value)[] values) =>
        FormIn(await SendAsync(form, values), form.Who, form.From);

    private async Task SendLastAsync(ChainForm form, params (string Id, string Value)[] values)
    {
        JsonElement task = (await SendAsync(form, values))!.Value.GetProperty("task");
        Assert.True(task.GetProperty("type").GetString() == "message", $"The form did not close: {task}");
    }

    private Task<JsonElement?> SendAsync(ChainForm form, (string Id, string Value)[] values)
    {
        GalleryCard card = CardOf(form.Card);
        JsonObject data = DataOf(Assert.Single(card.Actions()));
        string dialog = data["dialog"]!.GetValue<string>();
        foreach (JsonElement input in card.Inputs())
        {
            data[GalleryCard.TextOf(input, "id")!] = GalleryCard.TextOf(input, "value") ?? "";
        }

        foreach ((string id, string value) in values)
        {
            Assert.True(data.ContainsKey(id), $"The form {dialog} does not ask for {id}.");
            data[id] = ValueOf(card.Inputs().Single(input => GalleryCard.TextOf(input, "id") == id), value);
        }

        return ActAsync($"send {dialog}", form.Who, On(form.From, _sent.SendForm(form.Who, ScopeOf(form.From), data, form.From.Id)));
    }

    /// <summary>Gets what an input sends: of a choice, the value that has the given words.</summary>
    private static string ValueOf(JsonElement input, string given)
    {
        JsonElement[] choices = input.TryGetProperty("choices", out JsonElement list) ? [.. list.EnumerateArray()] : [];
        return choices.FirstOrDefault(choice => GalleryCard.TextOf(choice, "title")!.Contains(given, StringComparison.Ordinal)) is { ValueKind: JsonValueKind.Object } named
            ? GalleryCard.TextOf(named, "value")!
            : given;
    }

    /// <summary>Presses a button as the client does.</summary>
    private async Task PressAsync(ChannelPerson who, ChannelMessage message, string verb, string with = "", (string Id, string Value)? inputs = null)
    {
        JsonElement card = await LookAsync(who, message);
        JsonElement action = CardOf(card).Actions().FirstOrDefault(action =>
            GalleryCard.TextOf(action, "verb") == verb && action.GetProperty("data").GetRawText().Contains(with, StringComparison.Ordinal));
        Assert.True(action.ValueKind == JsonValueKind.Object, $"There is no button for {verb} {with} on: {card}");
        JsonObject data = DataOf(_client == ChainClient.Older ? action.GetProperty("fallback") : action);
        if (inputs is { } input)
        {
            data[input.Id] = input.Value;
        }

        JsonObject press = _client == ChainClient.Older
            ? _sent.Submit(who, ScopeOf(message), data, message.Id)
            : _sent.Execute(who, ScopeOf(message), verb, data, message.Id);
        await ActAsync($"press {verb}", who, On(message, press));
    }

    /// <summary>Gets the card as somebody sees it before pressing.</summary>
    private async Task<JsonElement> LookAsync(ChannelPerson who, ChannelMessage message)
    {
        JsonElement card = message.Card!.Value;
        if (_client != ChainClient.Newest
            || !card.TryGetProperty("refresh", out JsonElement refresh)
            || refresh.GetProperty("userIds").EnumerateArray().All(account => account.GetString() != who.Account))
        {
            return card;
        }

        JsonElement action = refresh.GetProperty("action");
        JsonObject look = _sent.Execute(who, ScopeOf(message), GalleryCard.TextOf(action, "verb")!, DataOf(action), message.Id, "automatic");
        Stamp(look);
        JsonElement own = (await PostAsync(On(message, look)))!.Value;
        if (_delivery != ChainDelivery.Once)
        {
            AssertSame(own, await PostAsync(look));
        }

        _answers.Add((who.Name, own.GetRawText()));
        return own.GetProperty("value");
    }

    private Task PassAsync(TimeSpan time) => NoteAsync("clock", () => _bot.PassAsync(time));

    /// <summary>Delivers what somebody did.</summary>
    private async Task<JsonElement?> ActAsync(string name, ChannelPerson who, JsonObject activity)
    {
        JsonElement? answer = null;
        await NoteAsync(name, async () =>
        {
            DateTimeOffset end = _bot.Time.GetUtcNow() + BetweenActions;
            answer = await DeliverAsync(activity);
            await _bot.PassAsync(end - _bot.Time.GetUtcNow());
        });
        _answers.Add((who.Name, answer?.GetRawText() ?? ""));
        return answer;
    }

    private async Task NoteAsync(string name, Func<Task> act)
    {
        int before = Messages.Count;
        await act();
        _actions.Add(new ChainAction(name, [.. Messages.Skip(before)]));
    }

    private async Task<JsonElement?> DeliverAsync(JsonObject activity)
    {
        Stamp(activity);
        if (_delivery == ChainDelivery.AgainUnderNewIds)
        {
            _bot.Time.Advance(Retry);
        }

        JsonElement? answer = await PostAsync(activity);
        if (_delivery == ChainDelivery.Again)
        {
            AssertSame(answer, await PostAsync(activity));
        }

        await _bot.DoDueWorkAsync();
        if (_delivery != ChainDelivery.Once)
        {
            AssertSame(answer, await PostAsync(activity));
            await _bot.DoDueWorkAsync();
        }

        for (int i = 0; i < 2 && _delivery == ChainDelivery.AgainUnderNewIds && (string)activity["type"]! == "invoke"; i++)
        {
            await _bot.PassAsync(Retry);
            activity["id"] = $"f:again-{++_retries}";
            Stamp(activity);
            await PostAsync(activity);
            await _bot.DoDueWorkAsync();
        }

        return answer;
    }

    private void Stamp(JsonObject activity) =>
        activity["timestamp"] = _bot.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<JsonElement?> PostAsync(JsonObject activity)
    {
        (int status, JsonElement? body) = await _bot.PostAsync(activity.ToJsonString());
        Assert.Equal(200, status);
        return body;
    }

    // A form with another member's picks is not kept but drawn anew, with a number of its own.
    private static void AssertSame(JsonElement? first, JsonElement? again) =>
        Assert.Equal(FormNumber().Replace(first?.GetRawText() ?? "", ""), FormNumber().Replace(again?.GetRawText() ?? "", ""));

    private static ChainForm FormIn(JsonElement? answer, ChannelPerson who, ChannelMessage from)
    {
        JsonElement task = answer!.Value.GetProperty("task");
        Assert.True(task.GetProperty("type").GetString() == "continue", $"No form came: {task}");
        JsonElement card = task.GetProperty("value").GetProperty("card").GetProperty("content");
        Assert.DoesNotContain("Att rätta:", card.GetRawText(), StringComparison.Ordinal);
        return new ChainForm(who, from, card);
    }

    private static GalleryCard CardOf(JsonElement card) => new("", "sv", IsForm: false, card);

    private static JsonObject DataOf(JsonElement action) =>
        action.TryGetProperty("data", out JsonElement data) ? JsonNode.Parse(data.GetRawText())!.AsObject() : [];

    /// <summary>Says in which thread or chat the pressed message stands.</summary>
    private static JsonObject On(ChannelMessage message, JsonObject activity)
    {
        activity["conversation"]!["id"] = message.Conversation;
        return activity;
    }

    private static Scope ScopeOf(ChannelMessage message) => message.IsPersonal ? Scope.Personal
        : message.Conversation.StartsWith(Place.GroupChat, StringComparison.Ordinal) ? Scope.GroupChat
        : Scope.Channel;

    [GeneratedRegex("\"nonce\":\"[0-9a-f]*\"")]
    private static partial Regex FormNumber();

    private static bool IsMessage(ChannelMessage message) => message.Activity.GetProperty("type").GetString() == "message";
}
