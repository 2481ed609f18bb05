using PledgeBot.Domain.Polls;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.VotingRules;

/// <summary>The group's rules: everybody reads them, coordinators change them, by form, step by step and by typing.</summary>
public sealed class RulesDialogTests : IDisposable
{
    private readonly Story _story = A.Story();
    private readonly RecordsInMemory _records;
    private readonly Chat _chat;

    public RulesDialogTests()
    {
        _records = new RecordsInMemory(_story.Partnership);
        _chat = new Chat(_records, A.Noon);
    }

    private PollRules Rules => _records.Partnership.PollRules;

    public void Dispose() => _chat.Dispose();

    [Theory]
    [InlineData("regler")]
    [InlineData("Omröstningsregler")]
    public async Task Member_AsksForTheRules_ReadsThemWithoutAButton(string typed)
    {
        AdaptiveCard card = (await _chat.WriteAsync(A.Streets, typed)).Card;

        CardRules.Check(card);
        Fact[] facts = [.. Assert.Single(card.Body.OfType<FactSet>()).Facts];
        Assert.Equal(
            [
                "Förslag att välja: Högst två",
                "Får man avstå?: Ja",
                "Öppen eller sluten: Öppen",
                "Minsta antal röstande: Fler än hälften",
                "Minst en från varje part: Ja",
                "Förlängning om för få röstar: 3 arbetsdagar",
                "Ny omröstning vid lika röstetal: 2 arbetsdagar",
                "Om det blir lika igen: De som bekräftar för kommunen och polisen kommer överens",
                "Namn i protokollet: Bara roller",
            ],
            facts.Select(fact => $"{fact.Title}: {fact.Value}"));
        Assert.Contains("Om omröstningen startar nu: Minst 4 av 7 behöver rösta, minst 1 från varje part.", CardRules.TextOf(card), StringComparison.Ordinal);
        Assert.Null(card.Actions);
    }

    [Fact]
    public async Task Coordinator_AsksForTheRules_ChangesThemByTheCardsButton()
    {
        AdaptiveCard card = (await _chat.WriteAsync(A.Coordinator, "regler")).Card;
        CardRules.Check(card);

        var form = new Form(_chat, A.Coordinator, (await _chat.PressAsync(A.Coordinator, card, "Ändra reglerna")).Card);
        Said saved = await form.SaveAsync(
            ("rule", "exactly"),
            ("abstain", "no"),
            ("kind", "secret"),
            ("share", "TwoThirds"),
            ("both", "no"),
            ("extension", "0"),
            ("runOff", "4"),
            ("resort", "CastingVote"),
            ("chair", A.SafetyManager.ToString()),
            ("names", "yes"));

        Assert.Equal("Reglerna är sparade och gäller från nästa omröstning. Öppna omröstningar behåller sina regler. Skriv regler för att se dem.", saved.Text);
        Assert.Equal(
            new PollRules(2, true, false, true, QuorumShare.TwoThirds, false, 0, 4, LastResort.CastingVote, A.SafetyManager, true),
            Rules);
        Assert.Contains("Ordförande med utslagsröst", CardRules.TextOf((await _chat.WriteAsync(A.Streets, "regler")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_InTheChannel_HasNothingForSomeOnly() =>
        Assert.Null((await _chat.WriteInChannelAsync(A.Coordinator, "regler")).Card.Actions);

    [Fact]
    public async Task Form_HasTheRulesThatStand()
    {
        _story.Do(new SetPollRules(PollRules.Usual with { Share = QuorumShare.Everybody, LastResort = LastResort.CastingVote, Chair = A.Chief }), A.Coordinator);
        _records.Partnership = _story.Partnership;

        Form form = await Form.OpenAsync(_chat, A.Coordinator, "ändra regler");

        CardRules.Check(Headed(form.Card));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["rule"] = "atmost",
                ["abstain"] = "yes",
                ["kind"] = "open",
                ["share"] = "Everybody",
                ["both"] = "yes",
                ["extension"] = "3",
                ["runOff"] = "2",
                ["resort"] = "CastingVote",
                ["chair"] = A.Chief.ToString(),
                ["names"] = "no",
            },
            form.Values);
        Assert.DoesNotContain("Räddningstjänst", form.ChoicesOf("chair"));
    }

    [Fact]
    public async Task Form_WithWrongAnswers_ComesBackWithWhatWasRight()
    {
        Form form = await Form.OpenAsync(_chat, A.Coordinator, "ändra regler");

        Form back = await form.SaveInVainAsync(("extension", "11"), ("runOff", "två"), ("resort", "CastingVote"), ("kind", "secret"));

        Assert.Contains("Att rätta: Antalet arbetsdagar behöver vara mellan 0 och 10.", back.Text, StringComparison.Ordinal);
        Assert.Contains("Att rätta: Antalet arbetsdagar behöver vara mellan 1 och 10.", back.Text, StringComparison.Ordinal);
        Assert.Contains("Frågan ”Ordförande med utslagsröst” behöver ett svar.", back.Text, StringComparison.Ordinal);
        Assert.Equal("secret", back.Values["kind"]);
        Form again = await back.SaveInVainAsync(("extension", "5"), ("runOff", "0"), ("resort", "Lots"));
        Assert.Contains("Antalet arbetsdagar behöver vara mellan 1 och 10.", again.Text, StringComparison.Ordinal);
        Assert.Equal(("5", "Lots", "secret"), (again.Values["extension"], again.Values["resort"], again.Values["kind"]));
        Assert.Equal(PollRules.Usual, Rules);

        await again.SaveAsync(("runOff", "1"));

        Assert.Equal(PollRules.Usual with { IsSecret = true, ExtensionDays = 5, RunOffDays = 1, LastResort = LastResort.Lots }, Rules);
    }

    [Fact]
    public async Task Form_WithAChairThatNobodyAskedFor_LeavesTheChairOut()
    {
        Form form = await Form.OpenAsync(_chat, A.Coordinator, "ändra regler");

        await form.SaveAsync(("chair", A.Chief.ToString()), ("names", "yes"));

        Assert.Equal(PollRules.Usual with { NamesInRecord = true }, Rules);
    }

    [Fact]
    public async Task Form_WithAChairWhoIsNotEntitledToVote_ComesBack()
    {
        Form form = await Form.OpenAsync(_chat, A.Coordinator, "ändra regler");

        Form back = await form.SaveInVainAsync(("resort", "CastingVote"), ("chair", A.RescueService.ToString()));

        Assert.Contains("Att rätta: ", back.Text, StringComparison.Ordinal);
        Assert.Equal(PollRules.Usual, Rules);
    }

    [Fact]
    public async Task Steps_Typed_ChangeTheRules()
    {
        string[] typed = ["exakt två", "nej", "sluten", "alla", "ja", "5", "3", "utslagsröst", "säkerhetschef", "namn"];
        Said said = await _chat.WriteAsync(A.Coordinator, "ändra regler");
        Assert.Contains("Steg 1 av 9", said.Words, StringComparison.Ordinal);
        foreach (string answer in typed)
        {
            said = await _chat.WriteAsync(A.Coordinator, answer);
        }

        string check = CardRules.TextOf(said.Card);
        Assert.Contains("Exakt två", check, StringComparison.Ordinal);
        Assert.Contains("Säkerhetschef", check, StringComparison.Ordinal);
        Assert.Equal(PollRules.Usual, Rules);

        await _chat.WriteAsync(A.Coordinator, "spara");

        Assert.Equal(
            new PollRules(2, true, false, true, QuorumShare.Everybody, true, 5, 3, LastResort.CastingVote, A.SafetyManager, true),
            Rules);
    }

    [Fact]
    public async Task Steps_WithALotteryAsLastResort_AskForNoChair()
    {
        await _chat.WriteAsync(A.Coordinator, "ändra regler");
        await _chat.WriteAsync(A.Coordinator, "ändra om det blir lika igen");

        Said check = await _chat.WriteAsync(A.Coordinator, "lottning");
        for (int i = 0; i < 10 && !check.Words.Contains("\"Spara\"", StringComparison.Ordinal); i++)
        {
            check = await _chat.WriteAsync(A.Coordinator, "nästa");
        }

        Assert.DoesNotContain("Ordförande", CardRules.TextOf(check.Card), StringComparison.Ordinal);
        await _chat.WriteAsync(A.Coordinator, "spara");
        Assert.Equal(PollRules.Usual with { LastResort = LastResort.Lots }, Rules);
    }

    [Fact]
    public async Task Steps_WithNoDaysForARunOff_AskAgainAndKeepTheRest()
    {
        await _chat.WriteAsync(A.Coordinator, "ändra regler");
        Said said = await _chat.WriteAsync(A.Coordinator, "exakt två");
        for (int i = 0; i < 5; i++)
        {
            said = await _chat.WriteAsync(A.Coordinator, "nästa");
        }

        Assert.Contains("skiljeomröstning", said.Words, StringComparison.Ordinal);
        Said refused = await _chat.WriteAsync(A.Coordinator, "0");
        Assert.Contains("mellan 1 och 10", refused.Words, StringComparison.Ordinal);
        Assert.Contains("från 1 till 10", (await _chat.WriteAsync(A.Coordinator, "hjälp")).Words, StringComparison.Ordinal);

        await _chat.WriteAsync(A.Coordinator, "1");
        await _chat.WriteAsync(A.Coordinator, "nästa");
        Said check = await _chat.WriteAsync(A.Coordinator, "nästa");
        Assert.Contains("1 arbetsdag", CardRules.TextOf(check.Card), StringComparison.Ordinal);
        await _chat.WriteAsync(A.Coordinator, "spara");

        Assert.Equal(PollRules.Usual with { Exactly = true, RunOffDays = 1 }, Rules);
    }

    [Fact]
    public async Task OpenPoll_KeepsItsRules()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _records.Partnership = _story.Partnership;

        await (await Form.OpenAsync(_chat, A.Coordinator, "ändra regler")).SaveAsync(("kind", "secret"));

        Assert.False(_records.Partnership.FindPoll(poll)!.Rules.IsSecret);
        Assert.True(Rules.IsSecret);
    }

    [Fact]
    public async Task Member_WithoutTheDuty_IsToldWhoHasIt()
    {
        Assert.StartsWith("Bara den som är", (await _chat.WriteAsync(A.Streets, "ändra regler")).Text, StringComparison.Ordinal);
        Form form = await Form.OpenAsync(_chat, A.Coordinator, "ändra regler");

        Assert.StartsWith("Bara den som är", (await (form with { Who = A.Streets }).SaveAsync(("kind", "secret"))).Text, StringComparison.Ordinal);
        Assert.Equal(PollRules.Usual, Rules);
    }

    // A form's title stands above the card, in the dialog's frame.
    private static AdaptiveCard Headed(AdaptiveCard form) => form with { Body = [PledgeBot.Dialogs.Parts.Line.Heading("Formulär"), .. form.Body] };
}
