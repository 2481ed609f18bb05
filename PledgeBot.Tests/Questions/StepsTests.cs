using PledgeBot.Domain.Members;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Questions;

/// <summary>Dialogs answered step by step, in the personal chat.</summary>
public sealed class StepsTests : IDisposable
{
    private static readonly string[] ProposalAnswers = ["Gångtunneln vid stationen", "belysning", "Mörkt och klottrat", "Måla tunneln vit", "hoppa över"];

    private readonly RecordsInMemory _records;
    private readonly Chat _chat;

    public StepsTests()
    {
        Story story = A.Story();
        story.CarryOutWalk();
        _records = new RecordsInMemory(story.Partnership);
        _chat = new Chat(_records, A.Noon);
    }

    private IReadOnlyCollection<Proposal> Proposals => [.. _records.Partnership.Proposals.Values];

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Member_TypesEveryAnswer_SavesAfterTheCheck()
    {
        Said first = await WriteAsync("nytt förslag");
        Assert.Contains("Steg 1 av 5", first.Words, StringComparison.Ordinal);
        Said check = await AnswerAsync(ProposalAnswers);
        Assert.Contains("Stämmer det här?", check.Words, StringComparison.Ordinal);
        Assert.Contains("Gångtunneln vid stationen", check.Words, StringComparison.Ordinal);
        Assert.Empty(Proposals);

        Said saved = await WriteAsync("spara");

        Assert.Equal("Förslaget är sparat som **V1-01**. Härnäst bedömer trygghetssamordnaren det.", saved.Text);
        Proposal proposal = Assert.Single(Proposals);
        Assert.Equal(
            ("Gångtunneln vid stationen", Category.Lighting, "Mörkt och klottrat", "Måla tunneln vit", null),
            (proposal.Place, proposal.Category, proposal.Problem, proposal.Suggestion, proposal.Photo));
    }

    [Theory]
    [InlineData("Ja!")]
    [InlineData("det stämmer")]
    [InlineData("ok")]
    public async Task Member_SaysYesToTheCheck_Saves(string yes)
    {
        await WriteAsync("nytt förslag");
        await AnswerAsync(ProposalAnswers);

        await WriteAsync(yes);

        Assert.Single(Proposals);
    }

    [Fact]
    public async Task Member_SaysYesToAQuestion_HasAnsweredIt()
    {
        await WriteAsync("nytt förslag");

        Said second = await WriteAsync("ja");

        Assert.Contains("Steg 2 av 5", second.Words, StringComparison.Ordinal);
        Assert.Empty(Proposals);
    }

    [Fact]
    public async Task Member_PressesThroughTheCards_SavesTheSame()
    {
        AdaptiveCard card = (await WriteAsync("nytt förslag")).Card;
        (string Id, string Value)[] inputs = [("place", "Torget"), ("category", "Presence"), ("problem", "Stökigt"), ("suggestion", "Fotpatrullera")];
        foreach ((string Id, string Value) input in inputs)
        {
            Said next = await PressAsync(card, "Nästa", input);
            Assert.Equal(CardJson.WriteString(next.Card), CardJson.WriteString(next.Replaced!));
            card = next.Card;
        }

        card = (await PressAsync(card, "Hoppa över")).Card;
        Said saved = await PressAsync(card, "Spara");

        Assert.Contains("V1-01", saved.Words, StringComparison.Ordinal);
        Assert.Null(saved.Card.Actions);
        Assert.Equal(("Torget", Category.Presence), (Assert.Single(Proposals).Place, Assert.Single(Proposals).Category));
    }

    [Theory]
    [InlineData("löftet")]
    [InlineData("rösta 2 5")]
    public async Task Member_WritesACommandInTheMiddle_GetsItsAnswerAndTheQuestionStillWaits(string command)
    {
        await StandAtAsync(1);

        Said answer = await WriteAsync(command);

        Assert.DoesNotContain("Steg", answer.Words, StringComparison.Ordinal);
        await AnswerAsync(ProposalAnswers[1..]);
        await WriteAsync("spara");
        Assert.Equal("Gångtunneln vid stationen", Assert.Single(Proposals).Place);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Member_WritesHelpAtAnyStep_GetsTheWordsAndStaysThere(int step)
    {
        string before = await StandAtAsync(step);

        Said help = await WriteAsync("hjälp");

        Assert.Contains("**tillbaka**", help.Words, StringComparison.Ordinal);
        Assert.Contains(before, help.Words, StringComparison.Ordinal);
        await AnswerAsync(ProposalAnswers[step..]);
        await WriteAsync("spara");
        Assert.Equal("Gångtunneln vid stationen", Assert.Single(Proposals).Place);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Member_CancelsAtAnyStep_SavesNothingAndIsFree(int step)
    {
        await StandAtAsync(step);

        Assert.Equal("Avbrutet. Inget är sparat.", (await WriteAsync("Avbryt!")).Text);

        Assert.Empty(Proposals);
        Assert.Contains("Trygghetsvandring V1", (await WriteAsync("vandring V1")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Member_GoesBackAtAnyStep_StandsAtTheQuestionBeforeWithItsAnswer(int step)
    {
        await StandAtAsync(step);

        Said back = await WriteAsync("tillbaka");

        Assert.Contains($"Steg {step} av 5", back.Words, StringComparison.Ordinal);
        string[] standing = ["Gångtunneln vid stationen", "\"Lighting\"", "Mörkt och klottrat", "Måla tunneln vit", "Vill du lägga till ett foto?"];
        Assert.Contains(standing[step - 1], back.Words, StringComparison.Ordinal);
        Said forth = await WriteAsync("nästa");
        Assert.Contains(step == 5 ? "Stämmer det här?" : $"Steg {step + 1} av 5", forth.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_GoesBackAtTheFirstStep_IsToldAndStays()
    {
        await WriteAsync("nytt förslag");

        Said back = await WriteAsync("tillbaka");

        Assert.Contains("Det här är den första frågan.", back.Words, StringComparison.Ordinal);
        Assert.Contains("Steg 1 av 5", back.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Member_SkipsOrSavesAtADemandedQuestion_IsToldAndStays(int step)
    {
        string before = await StandAtAsync(step);

        Said skipped = await WriteAsync("hoppa över");
        Said saved = await WriteAsync("spara");

        Assert.Contains("Att rätta: ", skipped.Words, StringComparison.Ordinal);
        Assert.Contains(before, skipped.Words, StringComparison.Ordinal);
        Assert.Contains("Svara på frågan först", saved.Words, StringComparison.Ordinal);
        Assert.Contains(before, saved.Words, StringComparison.Ordinal);
        Assert.Empty(Proposals);
    }

    [Fact]
    public async Task Member_AnswersWrong_KeepsWhatWasRight()
    {
        await StandAtAsync(1);

        Said wrong = await WriteAsync("parkering");

        Assert.Contains("”parkering” finns inte bland valen", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("Steg 2 av 5", wrong.Words, StringComparison.Ordinal);
        await AnswerAsync(ProposalAnswers[1..]);
        await WriteAsync("spara");
        Assert.Equal("Gångtunneln vid stationen", Assert.Single(Proposals).Place);
    }

    [Fact]
    public async Task Member_WritesTooMuch_GetsItBackToShorten()
    {
        await WriteAsync("nytt förslag");

        Said wrong = await WriteAsync(new string('x', 101));

        Assert.Contains("101 tecken", wrong.Words, StringComparison.Ordinal);
        Assert.Equal(new string('x', 101), Assert.Single(wrong.Card.Body.OfType<InputText>()).Value);
    }

    [Fact]
    public async Task Member_ChangesAnAnswerAtTheCheck_ReturnsToTheCheck()
    {
        await StandAtAsync(5);

        Said asked = await WriteAsync("ändra plats");
        Assert.Contains("Steg 1 av 5", asked.Words, StringComparison.Ordinal);
        Said check = await WriteAsync("Torget");

        Assert.Contains("Stämmer det här?", check.Words, StringComparison.Ordinal);
        await WriteAsync("spara");
        Assert.Equal(("Torget", "Måla tunneln vit"), (Assert.Single(Proposals).Place, Assert.Single(Proposals).Suggestion));
    }

    [Fact]
    public async Task Member_ChangesAnAnswerOnTheCheckCard_ReturnsToTheCheck()
    {
        await StandAtAsync(4);
        AdaptiveCard check = (await WriteAsync("hoppa över")).Card;

        Assert.Contains("Välj i listan vad du vill ändra", (await PressAsync(check, "Ändra")).Words, StringComparison.Ordinal);
        AdaptiveCard asked = (await PressAsync(check, "Ändra", ("change", "suggestion"))).Card;
        check = (await PressAsync(asked, "Nästa", ("suggestion", "Byt lampor"))).Card;
        await PressAsync(check, "Spara");

        Assert.Equal("Byt lampor", Assert.Single(Proposals).Suggestion);
    }

    [Fact]
    public async Task Member_ProposesToChangeSomething_IsNotTakenForAWish()
    {
        await StandAtAsync(3);

        await AnswerAsync(["Ändra skylten vid torget", "hoppa över", "spara"]);

        Assert.Equal("Ändra skylten vid torget", Assert.Single(Proposals).Suggestion);
    }

    [Fact]
    public async Task Member_WritesSomethingElseAtTheCheck_IsToldTheWords()
    {
        await StandAtAsync(5);

        Said said = await WriteAsync("kanske");

        Assert.Contains("Skriv **spara** om allt stämmer", said.Words, StringComparison.Ordinal);
        Assert.Empty(Proposals);
    }

    [Fact]
    public async Task Program_RestartsInTheMiddle_TheDialogGoesOn()
    {
        await StandAtAsync(3);

        using var restarted = new Chat(_records, A.Noon.AddHours(3));
        Said next = await restarted.WriteAsync(A.Communicator, "Måla tunneln vit");

        Assert.Contains("Steg 5 av 5", next.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoMembers_AtOnce_NeverMix()
    {
        MemberId[] members = [A.Communicator, A.School];
        foreach (MemberId member in members)
        {
            await _chat.WriteAsync(member, "nytt förslag");
        }

        string[][] answers = [["Torget", "1", "Mörkt", "Byt lampor", "hoppa över", "spara"], ["Parken", "3", "Glas", "Städa", "hoppa över", "spara"]];
        for (int i = 0; i < answers[0].Length; i++)
        {
            await _chat.WriteAsync(members[0], answers[0][i]);
            await _chat.WriteAsync(members[1], answers[1][i]);
        }

        Assert.Equal(
            [("Torget", Category.Lighting, "Byt lampor", members[0]), ("Parken", Category.Litter, "Städa", members[1])],
            Proposals.Select(proposal => (proposal.Place, proposal.Category, proposal.Suggestion, proposal.By!.Value)));
    }

    [Fact]
    public async Task Member_PressesAnOldCard_ChangesNothingAndSeesWhereTheDialogIs()
    {
        AdaptiveCard first = (await WriteAsync("nytt förslag")).Card;
        await PressAsync(first, "Nästa", ("place", "Torget"));

        Said old = await PressAsync(first, "Nästa", ("place", "Parken"));
        Said cancelled = await PressAsync(first, "Avbryt");

        Assert.Contains("Steg 2 av 5", old.Words, StringComparison.Ordinal);
        Assert.Contains("Steg 2 av 5", cancelled.Words, StringComparison.Ordinal);
        await AnswerAsync([.. ProposalAnswers[1..], "spara"]);
        Assert.Equal("Torget", Assert.Single(Proposals).Place);
    }

    [Fact]
    public async Task Member_PressesACardOfAnEndedDialog_ChangesNothingInTheNext()
    {
        AdaptiveCard old = (await WriteAsync("nytt förslag")).Card;
        await WriteAsync("avbryt");
        await WriteAsync("nytt förslag");

        Said said = await PressAsync(old, "Nästa", ("place", "Parken"));

        Assert.Contains("Steg 1 av 5", said.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Parken", said.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_PressesSaveTwice_SavesOnceAndSeesItSavedTwice()
    {
        await StandAtAsync(4);
        AdaptiveCard check = (await WriteAsync("hoppa över")).Card;

        Said first = await PressAsync(check, "Spara");
        Said second = await PressAsync(check, "Spara");

        Assert.Single(Proposals);
        Assert.Equal(first.Words, second.Words);
    }

    [Fact]
    public async Task Member_PressesSaveOnAnOldCheck_MustCheckAgain()
    {
        await StandAtAsync(4);
        AdaptiveCard check = (await WriteAsync("hoppa över")).Card;
        await WriteAsync("ändra plats");

        Said said = await PressAsync(check, "Spara");

        Assert.Contains("Steg 1 av 5", said.Words, StringComparison.Ordinal);
        Assert.Empty(Proposals);
    }

    [Fact]
    public async Task Member_ComesBackAfterTwoDays_CommandsWorkAndTheCardGoesOn()
    {
        AdaptiveCard first = (await WriteAsync("nytt förslag")).Card;
        _chat.Time.Advance(TimeSpan.FromDays(2));

        Said command = await WriteAsync("vandring V1");
        Said next = await PressAsync(first, "Nästa", ("place", "Torget"));

        Assert.Contains("Trygghetsvandring V1", command.Words, StringComparison.Ordinal);
        Assert.Contains("Steg 2 av 5", next.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_BeginsAnotherDialogInTheMiddle_KeepsTheFirst()
    {
        await _chat.WriteAsync(A.Coordinator, "nytt förslag");
        await _chat.WriteAsync(A.Coordinator, "Torget");

        Said said = await _chat.WriteAsync(A.Coordinator, "ny vandring");

        Assert.Contains("Du håller redan på med ”Nytt förslag”", said.Words, StringComparison.Ordinal);
        Assert.Contains("Steg 2 av 5", said.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_SavesWhenTheGroupHasBegunToVote_KeepsTheAnswersAndIsToldWhy()
    {
        await StandAtAsync(5);
        Story story = A.Story();
        story.WalkWithCandidates(3);
        story.OpenPoll(new WalkNumber(1));
        _records.Partnership = story.Partnership;

        Said said = await WriteAsync("spara");

        Assert.Contains("Gruppen har börjat välja bland förslagen", said.Words, StringComparison.Ordinal);
        Assert.Contains("Gångtunneln vid stationen", said.Words, StringComparison.Ordinal);
        Assert.Equal(3, Proposals.Count);
    }

    [Fact]
    public async Task Member_StartsInTheChannel_GetsTheFormAndNoSteps()
    {
        Said said = await _chat.WriteInChannelAsync(A.Communicator, "nytt förslag");

        Assert.Equal("Öppna formuläret", Assert.Single(said.Card.Actions!).Title);
        Assert.Contains("**nytt förslag V1**", said.Words, StringComparison.Ordinal);
        Assert.Empty(_records.Memory);
    }

    [Fact]
    public async Task Press_WithDataOfAnotherShape_ChangesNothing()
    {
        await WriteAsync("nytt förslag");
        var card = new AdaptiveCard { Actions = [new ExecuteAction { Title = "X", Verb = "steps.answer" }] };

        InvalidOperationException answered = await Assert.ThrowsAsync<InvalidOperationException>(() => PressAsync(card, "X", ("run", "trasigt")));

        Assert.Contains("BadRequest", answered.Message, StringComparison.Ordinal);
        Assert.Contains("Steg 2 av 5", (await WriteAsync("Torget")).Words, StringComparison.Ordinal);
    }

    private Task<Said> WriteAsync(string text) => _chat.WriteAsync(A.Communicator, text);

    private Task<Said> PressAsync(AdaptiveCard card, string button, params (string Id, string Value)[] inputs) =>
        _chat.PressAsync(A.Communicator, card, button, inputs);

    private async Task<Said> AnswerAsync(IEnumerable<string> answers)
    {
        Said? said = null;
        foreach (string answer in answers)
        {
            said = await WriteAsync(answer);
        }

        return said ?? new Said(null, null, null);
    }

    /// <summary>Begins a proposal and answers so many questions; gives what the card says about where that is.</summary>
    private async Task<string> StandAtAsync(int step)
    {
        await WriteAsync("nytt förslag");
        await AnswerAsync(ProposalAnswers.Take(step));
        return step == 5 ? "Stämmer det här?" : $"Steg {step + 1} av 5";
    }
}
