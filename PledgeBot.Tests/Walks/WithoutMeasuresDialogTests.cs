using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Walks;

/// <summary>A coordinator closes a walk that gives no measures, and puts the few candidates of another forward.</summary>
public sealed class WithoutMeasuresDialogTests : IDisposable
{
    private readonly Story _story = A.Story();
    private Chat? _chat;

    public void Dispose() => _chat?.Dispose();

    [Fact]
    public async Task Form_FilledIn_ClosesTheWalkAndItsCardSaysWhy()
    {
        Chat chat = Begin(WithoutCandidates());
        AdaptiveCard form = (await chat.PressAsync(A.Coordinator, (await chat.WriteAsync(A.Coordinator, "vandring V1")).Card, "Avsluta utan åtgärder")).Card;

        Said said = await chat.PressAsync(A.Coordinator, form, "Spara", ("reason", "Trafikverket äger vägen."));

        Assert.Equal("V1 är avslutad utan åtgärder. Orsaken står på vandringens kort i kanalen.", said.Text);
        AdaptiveCard card = (await chat.WriteAsync(A.Coordinator, "vandring V1")).Card;
        Assert.Contains("Inga genomförbara förslag: Trafikverket äger vägen.", CardRules.TextOf(card), StringComparison.Ordinal);
        Assert.Equal(["Visa förslag"], card.Actions!.Select(action => action.Title));
        Assert.Contains("inga åtgärder", CardRules.TextOf((await chat.WriteAsync(A.Streets, "vandringar")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_Typed_CloseTheSame()
    {
        Chat chat = Begin(WithoutCandidates());

        Assert.Contains("Steg 1 av 1", (await chat.WriteAsync(A.Coordinator, "avsluta utan åtgärder")).Words, StringComparison.Ordinal);
        await chat.WriteAsync(A.Coordinator, "Trafikverket äger vägen.");
        await chat.WriteAsync(A.Coordinator, "spara");

        Assert.Equal("Trafikverket äger vägen.", chat.Records.Partnership.Walks[0].NoMeasuresBecause);
        Assert.StartsWith("V1 är avslutad utan åtgärder.", (await chat.WriteAsync(A.Coordinator, "avsluta utan åtgärder V1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenEverythingIsReturned_TheWalkCanBeClosed()
    {
        WalkNumber walk = _story.WalkWithCandidates(1);
        _story.Do(new RecommendWithoutPoll(walk), A.Coordinator);
        _story.Do(new ReturnProposal(A.Proposal(1), "Platsen är kyrkans.", A.Poll(50)), A.Chief);
        Chat chat = Begin(walk);
        Assert.Contains(
            "Allt är lämnat tillbaka, och inget förslag finns kvar.", CardRules.TextOf((await chat.WriteAsync(A.Streets, "beslut V1")).Card), StringComparison.Ordinal);
        AdaptiveCard card = (await chat.WriteAsync(A.Coordinator, "vandring V1")).Card;
        Assert.Contains("Lämnat tillbaka\nV1-01", CardRules.TextOf(card), StringComparison.Ordinal);

        AdaptiveCard form = (await chat.PressAsync(A.Coordinator, card, "Avsluta utan åtgärder")).Card;
        await chat.PressAsync(A.Coordinator, form, "Spara", ("reason", "Kyrkan bygger själv."));

        Assert.Contains(
            "Vandringen är avslutad utan åtgärder: Kyrkan bygger själv.", CardRules.TextOf((await chat.WriteAsync(A.Streets, "beslut V1")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithCandidatesLeft_ItIsRefused()
    {
        Chat chat = Begin(_story.WalkWithCandidates(2));

        Assert.StartsWith("V1 har förslag kvar att välja mellan.", (await chat.WriteAsync(A.Coordinator, "avsluta utan åtgärder V1")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Ingen vandring kan avslutas", (await chat.WriteAsync(A.Coordinator, "avsluta utan åtgärder")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Bara den som är", (await chat.WriteAsync(A.Streets, "avsluta utan åtgärder V1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, new[] { "Nytt förslag", "Lägg fram utan omröstning", "Visa förslag" })]
    [InlineData(2, new[] { "Nytt förslag", "Lägg fram utan omröstning", "Starta omröstning", "Ersättare", "Visa förslag" })]
    [InlineData(3, new[] { "Nytt förslag", "Starta omröstning", "Ersättare", "Visa förslag" })]
    public async Task WalkCard_OfAssessedProposals_HasTheWaysToChoose(int candidates, string[] buttons)
    {
        Chat chat = Begin(_story.WalkWithCandidates(candidates));

        Assert.Equal(buttons, (await chat.WriteAsync(A.Coordinator, "vandring V1")).Card.Actions!.Select(action => action.Title));
        Assert.Equal(["Nytt förslag", "Visa förslag"], (await chat.WriteAsync(A.Streets, "vandring V1")).Card.Actions!.Select(action => action.Title));
    }

    [Fact]
    public async Task WalkCard_WithOneCandidate_PutsItForwardAtAPress()
    {
        Chat chat = Begin(_story.WalkWithCandidates(1));

        await chat.PressAsync(A.Coordinator, (await chat.WriteAsync(A.Coordinator, "vandring V1")).Card, "Lägg fram utan omröstning");

        Assert.Equal(A.Proposal(1), Assert.Single(chat.Records.Partnership.Recommendations[new WalkNumber(1)].Proposals));
        Assert.Contains(
            "! Det fanns bara en kandidat, så gruppen har inte röstat.", CardRules.TextOf((await chat.WriteAsync(A.Streets, "beslut")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithdrawnProposal_IsMarkedOnTheCardsWithWhy()
    {
        WalkNumber walk = _story.WalkWithCandidates(4);
        _story.OpenPoll(walk);
        _story.Do(new WithdrawProposal(A.Proposal(2), "Lampan är redan bytt.", A.Poll(50)), A.Coordinator);
        Chat chat = Begin(walk);

        Assert.Contains("✕ Tillbakadraget", CardRules.TextOf((await chat.WriteAsync(A.Streets, "vandring V1")).Card), StringComparison.Ordinal);
        string words = CardRules.TextOf((await chat.WriteAsync(A.Streets, "förslag V1-02")).Card);
        Assert.Contains("Varför det drogs tillbaka\nLampan är redan bytt.", words, StringComparison.Ordinal);
    }

    private WalkNumber WithoutCandidates()
    {
        WalkNumber walk = _story.CarryOutWalk();
        _story.Triage(_story.Propose(walk), A.Assessment(TriageClass.SomeoneElses, "Trafikverket"));
        return walk;
    }

    private Chat Begin(WalkNumber walk)
    {
        Assert.NotNull(_story.Partnership.FindWalk(walk));
        return _chat = new Chat(new RecordsInMemory(_story.Partnership), _story.Now);
    }
}
