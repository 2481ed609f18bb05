using System.Text.Json.Nodes;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Questions;

/// <summary>Dialogs answered as one form.</summary>
public sealed class FormTests : IDisposable
{
    private static readonly (string Id, string Value)[] Filled =
        [("place", "Torget"), ("category", "Presence"), ("problem", "Stökigt på kvällarna"), ("suggestion", "Fotpatrullera fyra fredagar")];

    private readonly RecordsInMemory _records;
    private readonly Chat _chat;

    public FormTests()
    {
        Story story = A.Story();
        WalkNumber walk = story.CarryOutWalk();
        story.Propose(walk);
        story.Propose(walk, "Byt lampor");
        _records = new RecordsInMemory(story.Partnership);
        _chat = new Chat(_records, A.Noon);
    }

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Member_FillsInTheForm_SavesItAndIsToldHowToAddAPhoto()
    {
        AdaptiveCard form = await OpenAsync("Nytt förslag");

        Said said = await _chat.PressAsync(A.Communicator, form, "Spara", Filled);

        Assert.StartsWith("Förslaget är sparat som V1-03.", said.Text, StringComparison.Ordinal);
        Assert.Contains("Skriv foto V1-03 till mig", said.Text, StringComparison.Ordinal);
        Assert.Equal("Torget", _records.Partnership.Proposals[A.Proposal(3)].Place);
    }

    [Fact]
    public async Task Form_AsksEverythingButThePhoto_WithLabelsAndWhatIsMissing()
    {
        AdaptiveCard form = await OpenAsync("Nytt förslag");

        CardInput[] inputs = [.. form.Body.OfType<CardInput>()];
        Assert.Equal(["Plats", "Kategori", "Vad är problemet?", "Förslag"], inputs.Select(input => input.Label));
        Assert.All(inputs, input => Assert.True(input is { IsRequired: true, ErrorMessage.Length: > 0 }));
        Assert.Contains("Ett foto kan du lägga till", CardJson.WriteString(form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_FillsInSomethingWrong_GetsItAllBackWithTheProblemAboveItsInput()
    {
        AdaptiveCard form = await OpenAsync("Nytt förslag");
        string tooLong = new('x', 301);

        Said said = await _chat.PressAsync(
            A.Communicator, form, "Spara", ("place", " "), ("category", "Presence"), ("problem", tooLong), ("suggestion", "Fotpatrullera"));

        Assert.Contains("2 svar behöver rättas.", said.Words, StringComparison.Ordinal);
        IReadOnlyList<CardElement> body = said.Card.Body;
        int problem = body.ToList().FindIndex(element => element.Id == "problem");
        TextBlock sentence = Assert.IsType<TextBlock>(body[problem - 1]);
        Assert.Equal((TextColor.Attention, true), (sentence.Color, sentence.Text.StartsWith("Att rätta: ", StringComparison.Ordinal)));
        Assert.Equal(tooLong, Assert.IsType<InputText>(body[problem]).Value);
        Assert.Equal("Presence", Assert.Single(body.OfType<InputChoiceSet>()).Value);
        Assert.Equal("Fotpatrullera", body.OfType<InputText>().Last().Value);
        Assert.Equal(2, _records.Partnership.Proposals.Count);
    }

    [Fact]
    public async Task Form_SentBack_HasANumberOfItsOwn()
    {
        AdaptiveCard form = await OpenAsync("Nytt förslag");

        AdaptiveCard again = (await _chat.PressAsync(A.Communicator, form, "Spara")).Card;

        Assert.NotEqual(NonceOf(form), NonceOf(again));
        Assert.Contains("V1-03", (await _chat.PressAsync(A.Communicator, again, "Spara", Filled)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_SubmitsWhenTheGroupHasBegunToVote_IsToldWhy()
    {
        AdaptiveCard form = await OpenAsync("Nytt förslag");
        Story story = A.Story();
        story.OpenPoll(story.WalkWithCandidates(3));
        _records.Partnership = story.Partnership;

        Said said = await _chat.PressAsync(A.Communicator, form, "Spara", Filled);

        Assert.Contains("Gruppen har börjat välja", said.Text, StringComparison.Ordinal);
        Assert.Equal(3, _records.Partnership.Proposals.Count);
    }

    [Theory]
    [InlineData("no-such-dialog", "V1")]
    [InlineData("proposal", "V77")]
    [InlineData("triage", "x")]
    [InlineData("walk-outcome", "../../etc")]
    [InlineData("photo", "V1-01")]
    [InlineData("", "")]
    public async Task Form_OfSomethingThatIsNot_IsAnsweredWithASentence(string dialog, string subject)
    {
        var data = new JsonObject { ["dialog"] = dialog, ["subject"] = subject };
        var card = new AdaptiveCard { Actions = [SubmitAction.OpenTask("Öppna", "form.open", data), SubmitAction.For("Spara", "form.save", data)] };

        Assert.NotEmpty((await _chat.PressAsync(A.Coordinator, card, "Öppna")).Text!);
        if (dialog != "photo")
        {
            Assert.NotEmpty((await _chat.PressAsync(A.Coordinator, card, "Spara")).Text!);
        }
    }

    [Fact]
    public async Task Coordinator_AssessesByForm_GoesOnWithTheNextProposalUntilNoneIsLeft()
    {
        AdaptiveCard first = await OpenAsync("Bedöm förslag", A.Coordinator);
        Assert.Contains("V1-01", CardJson.WriteString(first), StringComparison.Ordinal);
        Assert.Equal("2020-12-31", Assert.Single(first.Body.OfType<InputDate>()).Value);

        // What the form asks about another assessment is not read.
        Said second = await _chat.PressAsync(
            A.Coordinator, first, "Spara", ("class", "Candidate"), ("responsible", "Gata/park"), ("party", "Joint"), ("due", "2020-11-30"), ("sentTo", "Trafikverket"));
        Assert.Contains("1 förslag kvar att bedöma.", second.Words, StringComparison.Ordinal);
        Assert.Contains("V1-02", second.Words, StringComparison.Ordinal);
        Said done = await _chat.PressAsync(A.Coordinator, second.Card, "Spara", ("class", "FaultReport"), ("faultNumber", "2020-117"), ("due", "nonsens"));

        Assert.Equal(
            "Bedömningen av V1-02 är sparad: Felanmälan – åtgärdas direkt. Nu är alla förslag från V1 bedömda. "
            + "Ni behöver inte rösta. Skriv utan omröstning V1 så blir kandidaterna gruppens förslag.",
            done.Text);
        Assert.Equal(
            new Assessment(TriageClass.Candidate, new MeasurePlan("Gata/park", ResponsibleParty.Joint, new DateOnly(2020, 11, 30)), ""),
            _records.Partnership.Proposals[A.Proposal(1)].Assessment);
        Assert.Equal(new Assessment(TriageClass.FaultReport, null, "2020-117"), _records.Partnership.Proposals[A.Proposal(2)].Assessment);
    }

    [Fact]
    public async Task Coordinator_LeavesOutWhatACandidateNeeds_IsToldAtEachInput()
    {
        AdaptiveCard form = await OpenAsync("Bedöm förslag", A.Coordinator);

        Said said = await _chat.PressAsync(A.Coordinator, form, "Spara", ("class", "Candidate"), ("due", "2021-01-01"));

        Assert.Contains("3 svar behöver rättas.", said.Words, StringComparison.Ordinal);
        Assert.Contains("1 januari 2021 är för sent. Välj 31 december 2020 eller tidigare.", said.Words, StringComparison.Ordinal);
    }

    private static string NonceOf(AdaptiveCard form) => Assert.IsType<SubmitAction>(Assert.Single(form.Actions!)).Data!["nonce"]!.GetValue<string>();

    private async Task<AdaptiveCard> OpenAsync(string button, Domain.Members.MemberId? who = null)
    {
        AdaptiveCard walk = (await _chat.WriteAsync(who ?? A.Communicator, "vandring V1")).Card;
        return (await _chat.PressAsync(who ?? A.Communicator, walk, button)).Card;
    }
}
