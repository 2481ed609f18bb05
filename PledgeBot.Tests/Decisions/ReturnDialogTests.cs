using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Decisions;

/// <summary>An authorised member returns a proposal instead of confirming it, or a coordinator records so.</summary>
public sealed class ReturnDialogTests : IDisposable
{
    private readonly Story _story = A.Story();
    private readonly WalkNumber _walk;
    private readonly RecordsInMemory _records;
    private Chat? _chat;

    public ReturnDialogTests()
    {
        _walk = _story.WalkWithCandidates(5);
        _records = new RecordsInMemory(_story.Partnership);
    }

    private Recommendation Recommendation => _records.Partnership.Recommendations[_walk];

    public void Dispose() => _chat?.Dispose();

    [Fact]
    public async Task Form_FilledIn_OffersTheNextInRankAndAsksBothToConfirmAnew()
    {
        Chat chat = Recommended([1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);
        await chat.WriteAsync(A.SafetyManager, "bekräfta");
        AdaptiveCard form = await OpenFormAsync(A.Chief);

        Said said = await chat.PressAsync(A.Chief, form, "Spara", ("which", "V1-02"), ("reason", "Vi har inte bemanning för det i år."));

        Assert.Equal(
            "V1-02 är lämnat tillbaka. V1-03 tar platsen. Kommunen och polisen ska bekräfta det på kortet i kanalen. "
            + "Bekräftelsen från kommunen gäller inte längre, så även kommunen behöver bekräfta på nytt.",
            said.Text);
        Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommendation.Proposals);
        ReturnedProposal returned = Assert.Single(Recommendation.Returned);
        Assert.Equal((A.Proposal(2), Party.Police, "Vi har inte bemanning för det i år.", null), (returned.Reference, returned.Party, returned.Reason, returned.Recorded));
    }

    [Fact]
    public async Task Card_AfterAReturn_SaysWhoReturnedWhatAndWhyAndLetsTheOtherPartyConfirmAgain()
    {
        Chat chat = Recommended([1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);
        await chat.WriteAsync(A.SafetyManager, "bekräfta");
        await ReturnAsync(A.Chief, "V1-02", "Ingen bemanning.");

        AdaptiveCard card = (await chat.WriteAsync(A.SafetyManager, "beslut")).Card;

        string words = CardRules.TextOf(card);
        Assert.Contains("Det här är gruppens förslag sedan något lämnades tillbaka.", words, StringComparison.Ordinal);
        Assert.Contains("Polisen, Lokalpolisområdeschef, 10 september 2020. Orsak: Ingen bemanning.", words, StringComparison.Ordinal);
        Assert.Contains("○ Kommunen: väntar på Säkerhetschef", words, StringComparison.Ordinal);
        Assert.Equal(["Bekräfta för kommunen", "Lämna tillbaka", "Avvikande mening", "Uppdatera"], card.Actions!.Select(action => action.Title));
        CardRules.Check(card);
    }

    [Fact]
    public async Task Steps_Typed_ReturnTheSame()
    {
        Chat chat = Recommended([1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);

        Assert.Contains("Steg 1 av 1", (await chat.WriteAsync(A.Chief, "lämna tillbaka V1-02")).Words, StringComparison.Ordinal);
        await chat.WriteAsync(A.Chief, "Ingen bemanning.");
        await chat.WriteAsync(A.Chief, "spara");

        Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommendation.Proposals);
        Assert.Equal("Ingen bemanning.", Assert.Single(Recommendation.Returned).Reason);
    }

    [Fact]
    public async Task Coordinator_WhoWasTold_RecordsIt()
    {
        Chat chat = Recommended([1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);
        AdaptiveCard form = await OpenFormAsync(A.Coordinator);
        Assert.Equal(
            ["Säkerhetschef, för kommunen", "Lokalpolisområdeschef, för polisen"],
            form.Body.OfType<InputChoiceSet>().Single(input => input.Id == "who").Choices.Select(choice => choice.Title));

        Said said = await chat.PressAsync(
            A.Coordinator,
            form,
            "Spara",
            ("who", A.Chief.ToString()),
            ("day", "2020-09-10"),
            ("manner", nameof(Manner.AtMeeting)),
            ("which", "V1-01"),
            ("reason", "Platsen är kyrkans."));

        Assert.EndsWith("Personen har inget konto här, så berätta själv att det är antecknat.", said.Text, StringComparison.Ordinal);
        ReturnedProposal returned = Assert.Single(Recommendation.Returned);
        Assert.Equal(
            (A.Chief, new RecordedConfirmation(A.Chief, new DateOnly(2020, 9, 10), Manner.AtMeeting, "Trygghetssamordnare")), (returned.By, returned.Recorded));
        Assert.Contains(
            "Polisen, Lokalpolisområdeschef på möte 10 september 2020, antecknat av Trygghetssamordnare. Orsak: Platsen är kyrkans.",
            CardRules.TextOf((await chat.WriteAsync(A.Streets, "beslut")).Card),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coordinator_WhoMayConfirm_ReturnsForThemselfWithoutDayAndManner()
    {
        _story.Do(A.Members[0] with { Duties = Duties.Coordinate | Duties.Vote | Duties.Confirm }, by: null);
        Chat chat = Recommended([1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);

        Assert.Contains("Steg 1 av 2", (await chat.WriteAsync(A.Coordinator, "lämna tillbaka V1-01")).Words, StringComparison.Ordinal);
        await chat.WriteAsync(A.Coordinator, "nästa");
        await chat.WriteAsync(A.Coordinator, "Ingen budget.");
        await chat.WriteAsync(A.Coordinator, "spara");

        ReturnedProposal returned = Assert.Single(Recommendation.Returned);
        Assert.Equal((A.Coordinator, null), (returned.By, returned.Recorded));
    }

    [Fact]
    public async Task Return_WhenSeveralAreNext_OpensAVoteBetweenThem()
    {
        Chat chat = Recommended([1, 2], [1, 2], [1, 2], [1, 3], [1, 4], [2], []);

        Said said = await ReturnAsync(A.Chief, "V1-02", "Ingen bemanning.");

        Assert.Equal(
            "V1-02 är lämnat tillbaka. Gruppen väljer nu mellan V1-03 och V1-04 i en omröstning som är öppen till måndag 14 september kl. 12.00.", said.Text);
        AdaptiveCard card = (await chat.WriteAsync(A.SafetyManager, "beslut")).Card;
        Assert.Contains("Kommunen och polisen bekräftar när den är avgjord.", CardRules.TextOf(card), StringComparison.Ordinal);
        Assert.Equal(["Lämna tillbaka", "Avvikande mening", "Visa omröstningen", "Uppdatera"], card.Actions!.Select(action => action.Title));
    }

    [Fact]
    public async Task Return_OfEverything_SaysThatNothingIsLeftToConfirm()
    {
        Chat chat = Recommended([1, 2], [1, 2], [1, 2], [1, 2], [1], [2], []);
        Assert.Equal(
            "V1-02 är lämnat tillbaka. Inget förslag står näst på tur. Kvar i gruppens förslag är V1-01, som kommunen och polisen ska bekräfta.",
            (await ReturnAsync(A.Chief, "V1-02", "Ingen bemanning.")).Text);

        Said said = await ReturnAsync(A.Chief, "V1-01", "Ingen bemanning där heller.");

        Assert.Equal("V1-01 är lämnat tillbaka. Allt är lämnat tillbaka, men 3 kandidater finns kvar. Samordnaren startar en ny omröstning.", said.Text);
        AdaptiveCard card = (await chat.WriteAsync(A.SafetyManager, "beslut")).Card;
        Assert.Equal(["Avvikande mening", "Visa vandringen", "Uppdatera"], card.Actions!.Select(action => action.Title));
        Assert.Contains(
            (await chat.WriteAsync(A.Coordinator, "vandring V1")).Card.Actions!, action => action.Title == "Starta omröstning");
    }

    [Theory]
    [InlineData("lämna tillbaka V1-05", "V1-05 är inte med i gruppens förslag")]
    [InlineData("lämna tillbaka V7-01", "Det finns ingen vandring V7.")]
    [InlineData("lämna tillbaka tunneln", "Flera förslag väntar. Skriv vilken vandring, till exempel **lämna tillbaka V1**.")]
    public async Task Return_OfWhatCannotBe_SaysWhy(string typed, string sentence)
    {
        Chat chat = Recommended([1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);

        Assert.StartsWith(sentence, (await chat.WriteAsync(A.Chief, typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_WithoutTheDuty_IsRefused()
    {
        Chat chat = Recommended([1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);

        Assert.StartsWith(
            "Bara den som är säkerhetschef eller lokalpolisområdeschef kan bekräfta",
            (await chat.WriteAsync(A.Streets, "lämna tillbaka V1-01")).Text,
            StringComparison.Ordinal);
        Assert.Equal(["Avvikande mening", "Uppdatera"], (await chat.WriteAsync(A.Streets, "beslut")).Card.Actions!.Select(action => action.Title));
    }

    [Fact]
    public async Task Return_WhenItIsDecided_IsRefused()
    {
        Chat chat = Recommended([1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);
        AdaptiveCard form = await OpenFormAsync(A.Chief);
        _story.Confirm(_walk);
        _records.Partnership = _story.Partnership;

        Said said = await chat.PressAsync(A.Chief, form, "Spara", ("which", "V1-01"), ("reason", "Ångrat oss."));

        Assert.StartsWith("Kommunen och polisen har redan beslutat", said.Text, StringComparison.Ordinal);
        Assert.Empty(Recommendation.Returned);
    }

    [Fact]
    public async Task MemberWithAConflictOfInterest_NeitherConfirmsNorReturns()
    {
        PollId poll = _story.OpenPoll(_walk);
        _story.Do(new DeclareConflict(poll, A.Chief), A.Chief);
        Chat chat = Recommended(poll, [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2]);

        AdaptiveCard card = (await chat.WriteAsync(A.Chief, "beslut")).Card;

        Assert.Equal(["Uppdatera"], card.Actions!.Select(action => action.Title));
        Assert.Contains("○ Polisen: ingen på medlemslistan får bekräfta", CardRules.TextOf(card), StringComparison.Ordinal);
        Assert.StartsWith("Den som har anmält jäv", (await chat.WriteAsync(A.Chief, "lämna tillbaka V1-01")).Text, StringComparison.Ordinal);
        AdaptiveCard form = await OpenFormAsync(A.Coordinator);
        Assert.Equal(
            ["Säkerhetschef, för kommunen"],
            form.Body.OfType<InputChoiceSet>().Single(input => input.Id == "who").Choices.Select(choice => choice.Title));
    }

    private Chat Recommended(params int[][] ballots) => Recommended(_story.OpenPoll(_walk), ballots);

    private Chat Recommended(PollId poll, params int[][] ballots)
    {
        _story.CloseAfter(poll, ballots);
        _records.Partnership = _story.Partnership;
        return _chat = new Chat(_records, _story.Now);
    }

    private async Task<AdaptiveCard> OpenFormAsync(MemberId who) =>
        (await _chat!.PressAsync(who, (await _chat.WriteAsync(who, "beslut")).Card, "Lämna tillbaka")).Card;

    private async Task<Said> ReturnAsync(MemberId who, string reference, string reason)
    {
        await _chat!.WriteAsync(who, $"lämna tillbaka {reference}");
        await _chat.WriteAsync(who, reason);
        return await _chat.WriteAsync(who, "spara");
    }
}
