using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Invokes;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Search;

namespace PledgeBot.Tests.Proposals;

/// <summary>"Gör till förslag" on a message, from the menu of the message to the saved proposal.</summary>
public sealed class ProposalFromMessageTests : IDisposable
{
    private static readonly (string Id, string Value)[] Rest = [("place", "Torget"), ("category", "Lighting"), ("suggestion", "Byt lampor")];

    private readonly Story _story = A.Story();
    private ComposeBox? _box;

    private ComposeBox Box => _box ??= new ComposeBox(_story.Partnership, _story.Now);

    private IEnumerable<Proposal> Proposals => Box.Records.Partnership.Proposals.Values;

    public void Dispose() => _box?.Dispose();

    [Fact]
    public async Task Member_ChoosesItOnAMessage_GetsTheFormWithItsTextAndSavesIt()
    {
        _story.CarryOutWalk();

        AdaptiveCard form = await OpenAsync("<p>Det är <b>mörkt</b> &amp; halt här</p>");
        string? sentence = SentenceOf(await SubmitAsync(form, Rest));

        Assert.Equal("Det är mörkt & halt här", Input<InputText>(form, "problem").Value);
        Assert.All(form.Body.OfType<InputText>().Where(input => input.Id != "problem"), input => Assert.Null(input.Value));
        Assert.Contains("Till vandring V1 i Tomelilla.", WordsOf(form), StringComparison.Ordinal);
        Assert.Contains("Ta bort namn", WordsOf(form), StringComparison.Ordinal);
        Assert.StartsWith("Förslaget är sparat som V1-01. Härnäst bedömer trygghetssamordnaren det.", sentence, StringComparison.Ordinal);
        Assert.Contains("Skriv foto V1-01 till mig", sentence, StringComparison.Ordinal);
        Assert.Equal(("Torget", "Det är mörkt & halt här", A.Communicator), (Proposals.Single().Place, Proposals.Single().Problem, Proposals.Single().By));
    }

    [Theory]
    [InlineData("channel", ComposeBox.TeamOfOurs)]
    [InlineData("channel", "19:another-team@thread.tacv2")]
    [InlineData("groupChat", null)]
    [InlineData("personal", null)]
    public async Task Member_WhereverTheMessageIs_SavesItInTheMembersOwnPartnership(string conversationType, string? team)
    {
        _story.CarryOutWalk();
        (Box.ConversationType, Box.Team) = (conversationType, team);

        await SubmitAsync(await OpenAsync("Mörkt"), Rest);

        Assert.Equal("V1-01", Proposals.Single().Reference.ToString());
    }

    [Fact]
    public async Task SeveralWalksTakeProposals_TheFormAsksWhich()
    {
        _story.CarryOutWalk();
        _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.PlanWalk();

        AdaptiveCard form = await OpenAsync("Mörkt");
        JsonElement again = await SubmitAsync(form, Rest);
        AdaptiveCard sentBack = CardIn(again);
        JsonElement saved = await SubmitAsync(sentBack, [.. Rest, ("walk", "V1")]);

        Assert.Equal(["V3 Tomelilla", "V1 Tomelilla"], Input<InputChoiceSet>(form, "walk").Choices.Select(choice => choice.Title));
        Assert.Contains("Frågan ”Vandring” behöver ett svar.", WordsOf(sentBack), StringComparison.Ordinal);
        Assert.Equal("Torget", Input<InputText>(sentBack, "place").Value);
        Assert.StartsWith("Förslaget är sparat som V1-01.", SentenceOf(saved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WalkThatWasChosen_HasBeenVotedOnMeanwhile_TheFormComesBackWithTheOthers()
    {
        WalkNumber first = _story.CarryOutWalk();
        _story.CarryOutWalk();
        AdaptiveCard form = await OpenAsync("Mörkt");
        for (int i = 0; i < 3; i++)
        {
            _story.Triage(_story.Propose(first));
        }

        _story.OpenPoll(first);
        Box.Records.Partnership = _story.Partnership;

        AdaptiveCard sentBack = CardIn(await SubmitAsync(form, [.. Rest, ("walk", "V1")]));

        Assert.Equal(["V2 Tomelilla"], Input<InputChoiceSet>(sentBack, "walk").Choices.Select(choice => choice.Title));
        Assert.Equal(3, Proposals.Count());
    }

    [Fact]
    public async Task NoWalkTakesProposals_IsAnsweredWithASentence() =>
        Assert.Contains("Skriv ny vandring", SentenceOf(await FetchAsync(Message("Mörkt"))), StringComparison.Ordinal);

    [Fact]
    public async Task LongMessage_IsCutToWhatTheFieldTakes_AndTheFormSaysSo()
    {
        _story.CarryOutWalk();

        AdaptiveCard form = await OpenAsync("<p>" + string.Concat(Enumerable.Repeat("Det är mörkt. ", 100)) + "</p>");

        Assert.InRange(Input<InputText>(form, "problem").Value!.Length, 250, RegisterProposal.LongestProblem);
        Assert.Contains("kortad till 300 tecken", WordsOf(form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessageWithAPicture_TheFormSaysHowToAddItLater()
    {
        _story.CarryOutWalk();

        AdaptiveCard form = await OpenAsync("<p><img itemtype='http://schema.skype.com/AMSImage' src='https://x/1'></p>");

        Assert.Contains("ingen text som jag kan läsa", WordsOf(form), StringComparison.Ordinal);
        Assert.Contains("Bilden i meddelandet kan jag inte hämta.", WordsOf(form), StringComparison.Ordinal);
        Assert.Null(Input<InputText>(form, "problem").Value);
    }

    [Fact]
    public async Task PeopleWhoAreMentioned_AreNotNamedInTheForm()
    {
        _story.CarryOutWalk();

        AdaptiveCard form = await OpenAsync("<p><at id=\"0\">Anna Ek</at> lampan är trasig</p>");

        Assert.Equal("lampan är trasig", Input<InputText>(form, "problem").Value);
        Assert.DoesNotContain("Anna", WordsOf(form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_SubmittedAgainAsARetry_IsSavedOnceAndAnsweredTheSame()
    {
        _story.CarryOutWalk();
        AdaptiveCard form = await OpenAsync("Mörkt");

        string? first = SentenceOf(await SubmitAsync(form, Rest));
        string? retry = SentenceOf(await SubmitAsync(form, Rest));

        Assert.Equal(first, retry);
        Assert.Single(Proposals);
    }

    [Fact]
    public async Task OpenedForm_LeavesNothingOfTheMessageBehind()
    {
        _story.CarryOutWalk();

        await OpenAsync("En hemlighet");

        Assert.Empty(Box.Records.Received);
        Assert.Empty(Box.Records.Memory);
    }

    [Fact]
    public async Task Form_FilledInWrong_ComesBackWithWhatWasRight()
    {
        _story.CarryOutWalk();

        AdaptiveCard sentBack = CardIn(await SubmitAsync(await OpenAsync("Mörkt"), [("place", "Torget"), ("category", "nonsens")]));

        Assert.Equal(("Torget", "Mörkt"), (Input<InputText>(sentBack, "place").Value, Input<InputText>(sentBack, "problem").Value));
        Assert.Contains("2 svar behöver rättas.", WordsOf(sentBack), StringComparison.Ordinal);
        Assert.Empty(Proposals);
    }

    [Fact]
    public async Task Stranger_GetsASentence()
    {
        _story.CarryOutWalk();

        JsonElement task = TaskOf(await Box.AskAsync(A.Stranger, InvokeNames.ComposeFetchTask, Message("Mörkt")));

        Assert.Contains("inte på samverkansgruppens medlemslista", SentenceOf(task), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("composeExtension/fetchTask", """{ "commandId": "other" }""")]
    [InlineData("composeExtension/submitAction", """{ "commandId": "other", "data": {} }""")]
    [InlineData("composeExtension/submitAction", """{ "data": { "dialog": "no-such-dialog" } }""")]
    public async Task Request_OfSomethingThatIsNot_IsAnsweredWithASentence(string name, string value)
    {
        _story.CarryOutWalk();

        Assert.NotEmpty(SentenceOf(TaskOf(await Box.AskAsync(A.Communicator, name, JsonNode.Parse(value)!)))!);
        Assert.Empty(Proposals);
    }

    [Fact]
    public async Task Action_ChosenWithoutAMessage_OpensAnEmptyForm()
    {
        _story.CarryOutWalk();

        Assert.Null(Input<InputText>(CardIn(await FetchAsync(new JsonObject { ["commandId"] = "makeProposal" })), "problem").Value);
    }

    private static JsonObject Message(string html) => new()
    {
        ["commandId"] = "makeProposal",
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject { ["id"] = "1", ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html } },
    };

    private static JsonElement TaskOf(InvokeResponse? answer) => answer!.Body!.Value.GetProperty("task");

    private static string? SentenceOf(JsonElement task) => task.GetProperty("type").GetString() == "message" ? task.GetProperty("value").GetString() : null;

    private static AdaptiveCard CardIn(JsonElement task) => CardJson.Read(task.GetProperty("value").GetProperty("card").GetProperty("content"));

    private static string WordsOf(AdaptiveCard card) => CardJson.WriteString(card);

    private static T Input<T>(AdaptiveCard form, string id)
        where T : CardInput => Assert.Single(form.Body.OfType<T>(), input => input.Id == id);

    private async Task<JsonElement> FetchAsync(JsonObject value) => TaskOf(await Box.AskAsync(A.Communicator, InvokeNames.ComposeFetchTask, value));

    private async Task<AdaptiveCard> OpenAsync(string html) => CardIn(await FetchAsync(Message(html)));

    private async Task<JsonElement> SubmitAsync(AdaptiveCard form, params (string Id, string Value)[] filled)
    {
        JsonObject data = Assert.IsType<SubmitAction>(Assert.Single(form.Actions!)).Data!.DeepClone().AsObject();
        foreach (InputText input in form.Body.OfType<InputText>().Where(input => input.Value is not null))
        {
            data[input.Id!] = input.Value;
        }

        foreach ((string id, string value) in filled)
        {
            data[id] = value;
        }

        return TaskOf(await Box.AskAsync(A.Communicator, InvokeNames.ComposeSubmitAction, new JsonObject { ["commandId"] = "makeProposal", ["data"] = data }));
    }
}
