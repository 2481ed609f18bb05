using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Measures;

/// <summary>A coordinator replaces a measure that turned out to be impossible.</summary>
public sealed class ReplaceDialogTests : IDisposable
{
    private readonly Story _story = A.Story();
    private readonly RecordsInMemory _records;
    private Chat? _chat;

    public ReplaceDialogTests() => _records = new RecordsInMemory(_story.Partnership);

    private Measure Measure => _records.Partnership.Measures[A.Proposal(2)];

    public void Dispose() => _chat?.Dispose();

    [Fact]
    public async Task Form_WithTheNextInRank_RecommendsItInThePlace()
    {
        Chat chat = Decided(4, [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);
        AdaptiveCard form = await OpenFormAsync();
        InputChoiceSet how = form.Body.OfType<InputChoiceSet>().Single(input => input.Id == "how");
        Assert.Equal(
            ["Näst på tur: V1-03 Måla tunneln vit", "En ny omröstning om de 2 kandidater som finns kvar"], how.Choices.Select(choice => choice.Title));

        Said said = await chat.PressAsync(A.Coordinator, form, "Spara", ("reason", "Marken är såld."), ("how", "next"), ("closesOn", ""), ("closesAt", ""));

        Assert.Equal(
            "V1-02 är ersatt. Orsaken står på åtgärdens kort i kanalen. V1-03 tar platsen. Kommunen och polisen ska bekräfta det på kortet i kanalen.", said.Text);
        Assert.Equal((MeasureStatus.Replaced, "Marken är såld."), (Measure.Status, Measure.Closure!.Note));
        Recommendation recommendation = _records.Partnership.Recommendations[new WalkNumber(1)];
        Assert.Equal((A.Proposal(2), A.Proposal(3)), (recommendation.Replaces, Assert.Single(recommendation.Proposals)));
    }

    [Fact]
    public async Task Cards_OfAReplacedMeasure_SayWhyAndWhatTookThePlace()
    {
        Chat chat = Decided(4, [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);
        await ReplaceAsync("Marken är såld.", "1");

        AdaptiveCard card = (await chat.WriteAsync(A.Coordinator, "åtgärd V1-02")).Card;

        string words = CardRules.TextOf(card);
        Assert.Contains("→ Ersatt", words, StringComparison.Ordinal);
        Assert.Contains("Marken är såld.", words, StringComparison.Ordinal);
        Assert.Contains("V1-03 Måla tunneln vit (gruppens förslag, inte beslutat än)", words, StringComparison.Ordinal);
        Assert.Equal(["Visa beslutet"], card.Actions!.Select(action => action.Title));
        string decision = CardRules.TextOf((await chat.WriteAsync(A.Streets, "beslut V1")).Card);
        Assert.Contains("→ Ersätter V1-02 Måla tunneln vit, som inte går att genomföra. Orsak: Marken är såld.", decision, StringComparison.Ordinal);
        Assert.Contains("Gäller som förut: V1-01", decision, StringComparison.Ordinal);
        string walk = CardRules.TextOf((await chat.WriteAsync(A.Streets, "vandring V1")).Card);
        Assert.Contains("Gruppens förslag\nV1-03\nBeslutat\nV1-01\n", walk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_WhenTheReplacementIsDecided_NamesIt()
    {
        Chat chat = Decided(4, [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);
        await ReplaceAsync("Marken är såld.", "1");
        await chat.WriteAsync(A.SafetyManager, "bekräfta");
        await chat.WriteAsync(A.Chief, "bekräfta");

        Assert.Equal(MeasureStatus.Chosen, _records.Partnership.Measures[A.Proposal(3)].Status);
        string words = CardRules.TextOf((await chat.WriteAsync(A.Streets, "åtgärd V1-02")).Card);
        Assert.Contains("I stället\nV1-03 Måla tunneln vit\n", words, StringComparison.Ordinal);
        Assert.Contains("· 1 ersatt", CardRules.TextOf((await chat.WriteAsync(A.Streets, "status")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_WithANewVote_AskForItsDayAndOpenIt()
    {
        Chat chat = Decided(4, [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);

        await chat.WriteAsync(A.Coordinator, "ersätt V1-02");
        await chat.WriteAsync(A.Coordinator, "Marken är såld.");
        Assert.Contains("Steg 3 av 4", (await chat.WriteAsync(A.Coordinator, "2")).Words, StringComparison.Ordinal);
        await chat.WriteAsync(A.Coordinator, "18 september");
        await chat.WriteAsync(A.Coordinator, "kl 15");
        Said said = await chat.WriteAsync(A.Coordinator, "spara");

        Assert.EndsWith("Gruppen väljer nu mellan V1-03 och V1-04 i en omröstning som är öppen till fredag 18 september kl. 15.00.", said.Text, StringComparison.Ordinal);
        Poll poll = _records.Partnership.Polls[^1];
        Assert.Equal((A.Proposal(2), 1), (poll.Replaces, poll.Rules.Picks));
        Assert.Contains(
            "Gruppen röstar om vad som tar platsen, till fredag 18 september kl. 15.00",
            CardRules.TextOf((await chat.WriteAsync(A.Streets, "åtgärd V1-02")).Card),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_WithTheNextInRank_SkipTheVotesDay()
    {
        Chat chat = Decided(4, [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);

        Said said = await ReplaceAsync("Marken är såld.", "1");

        Assert.Contains("V1-03 tar platsen.", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WhenNobodyIsNext_AsksOnlyForTheVote()
    {
        Decided(4, [1, 2], [1, 2], [1, 2], [1, 2], [1], [2], []);

        AdaptiveCard form = await OpenFormAsync();

        Assert.Equal(["reason", "closesOn", "closesAt"], form.Body.OfType<CardInput>().Select(input => input.Id));
        Assert.Contains("Inget förslag står näst på tur, så gruppen röstar om de 2 kandidater som finns kvar.", CardRules.TextOf(form), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "Bara V1-03 finns kvar att välja, så det tar platsen.", "V1-03 tar platsen.")]
    [InlineData(2, "Inget förslag finns kvar från vandringen, så platsen blir tom.", "Inget förslag finns kvar, så inget nytt tar platsen.")]
    public async Task Form_WithLittleLeft_AsksOnlyWhy(int candidates, string introduction, string follows)
    {
        Chat chat = Decided(candidates);
        AdaptiveCard form = await OpenFormAsync();
        Assert.Equal("reason", Assert.Single(form.Body.OfType<CardInput>()).Id);
        Assert.Contains(introduction, CardRules.TextOf(form), StringComparison.Ordinal);

        Said said = await chat.PressAsync(A.Coordinator, form, "Spara", ("reason", "Marken är såld."));

        Assert.Contains(follows, said.Text, StringComparison.Ordinal);
        Assert.Equal(MeasureStatus.Replaced, Measure.Status);
    }

    [Fact]
    public async Task Form_WithAVoteThatClosesTooSoon_ComesBackWithWhy()
    {
        Chat chat = Decided(4, [1, 2], [1, 2], [1, 2], [1, 2], [1], [2], []);

        Said said = await chat.PressAsync(
            A.Coordinator, await OpenFormAsync(), "Spara", ("reason", "Marken är såld."), ("closesOn", "2020-09-10"), ("closesAt", "12:05"));

        Assert.Contains("Omröstningen kan stänga tidigast", CardRules.TextOf(said.Card), StringComparison.Ordinal);
        Assert.Equal(MeasureStatus.Chosen, Measure.Status);
    }

    [Theory]
    [InlineData("ersätt", "Skriv vilken åtgärd du menar, till exempel **ersätt V1-02**.")]
    [InlineData("ersätt V1-04", "V1-04 är ett förslag och ingen åtgärd.")]
    [InlineData("ersätt V7-01", "Det finns ingen åtgärd V7-01.")]
    public async Task Replace_OfWhatCannotBe_SaysWhy(string typed, string sentence)
    {
        Chat chat = Decided(4, [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);

        Assert.StartsWith(sentence, (await chat.WriteAsync(A.Coordinator, typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replace_WhileAnotherReplacementWaits_IsRefused()
    {
        Chat chat = Decided(4, [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);
        await ReplaceAsync("Marken är såld.", "1");

        Assert.StartsWith("Förslagen från V1 är inte klara än", (await chat.WriteAsync(A.Coordinator, "ersätt V1-01")).Text, StringComparison.Ordinal);
        Assert.StartsWith("V1-02 är ersatt och går inte att ändra.", (await chat.WriteAsync(A.Coordinator, "ersätt V1-02")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replace_ByAMemberWithoutTheDuty_IsRefused()
    {
        Chat chat = Decided(2);

        Assert.StartsWith("Bara den som är trygghetssamordnare", (await chat.WriteAsync(A.Streets, "ersätt V1-02")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await chat.WriteAsync(A.Streets, "åtgärd V1-02")).Card.Actions!, action => action.Title == "Ersätt");
    }

    [Fact]
    public async Task Status_Replaced_IsNotChosenByHand()
    {
        Chat chat = Decided(2);
        AdaptiveCard card = (await chat.WriteAsync(A.Coordinator, "åtgärd V1-02")).Card;

        Assert.Equal(
            ["Planerad", "Pågår", "Klar", "Genomförs inte", "Ändra ansvarig eller datum", "Ersätt"], card.Actions!.Select(action => action.Title));
        Assert.IsType<SubmitAction>(card.Actions![^1]);
    }

    /// <summary>Decides two measures of so many candidates: by the ballots, or where there are none without a poll, or in one that gives V1-03 a vote.</summary>
    private Chat Decided(int candidates, params int[][] ballots)
    {
        WalkNumber walk = _story.WalkWithCandidates(candidates);
        if (candidates == PollRules.ChosenPerWalk)
        {
            _story.Do(new RecommendWithoutPoll(walk), A.Coordinator);
        }
        else
        {
            _story.CloseAfter(_story.OpenPoll(walk), ballots.Length > 0 ? ballots : [[1, 2], [1, 2], [1, 2], [1, 2], [1, 3], [2], []]);
        }

        _story.Confirm(walk);
        _records.Partnership = _story.Partnership;
        return _chat = new Chat(_records, _story.Now);
    }

    private async Task<AdaptiveCard> OpenFormAsync() =>
        (await _chat!.PressAsync(A.Coordinator, (await _chat.WriteAsync(A.Coordinator, "åtgärd V1-02")).Card, "Ersätt")).Card;

    private async Task<Said> ReplaceAsync(string reason, string how)
    {
        await _chat!.WriteAsync(A.Coordinator, "ersätt V1-02");
        await _chat.WriteAsync(A.Coordinator, reason);
        await _chat.WriteAsync(A.Coordinator, how);
        return await _chat.WriteAsync(A.Coordinator, "spara");
    }
}
