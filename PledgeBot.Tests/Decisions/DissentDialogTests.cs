using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Decisions;

/// <summary>A member on the roll gives a dissenting opinion for the record.</summary>
public sealed class DissentDialogTests : IDisposable
{
    private readonly Story _story = A.Story();
    private readonly WalkNumber _walk;
    private readonly RecordsInMemory _records;
    private readonly Chat _chat;

    public DissentDialogTests()
    {
        _walk = _story.WalkWithCandidates(3);
        _story.CloseAfter(_story.OpenPoll(_walk), [1, 2], [1, 2], [1, 2], [1, 2], [1, 3], [1], []);
        _records = new RecordsInMemory(_story.Partnership);
        _chat = new Chat(_records, _story.Now);
    }

    private Recommendation Recommendation => _records.Partnership.Recommendations[_walk];

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Form_FilledIn_StandsOnTheCardWithTheRole()
    {
        AdaptiveCard form = await OpenFormAsync();

        Said said = await _chat.PressAsync(A.School, form, "Spara", ("text", "Skolvägen borde gå före."));

        Assert.StartsWith("Din avvikande mening om V1 är sparad.", said.Text, StringComparison.Ordinal);
        Dissent dissent = Assert.Single(Recommendation.Dissents);
        Assert.Equal((A.School, Party.Municipality, "Skola", "Skolvägen borde gå före."), (dissent.By, dissent.Party, dissent.Title, dissent.Text));
        AdaptiveCard card = (await _chat.WriteAsync(A.Streets, "beslut")).Card;
        Assert.Contains("**Skola** (kommunen): Skolvägen borde gå före.", CardRules.TextOf(card), StringComparison.Ordinal);
        CardRules.Check(card);
    }

    [Fact]
    public async Task Form_TheSecondTime_HasWhatStandsAndReplacesIt()
    {
        await _chat.PressAsync(A.School, await OpenFormAsync(), "Spara", ("text", "Skolvägen borde gå före."));

        AdaptiveCard again = await OpenFormAsync();
        Assert.Equal("Skolvägen borde gå före.", Assert.Single(again.Body.OfType<InputText>()).Value);
        await _chat.PressAsync(A.School, again, "Spara", ("text", "Skolvägen borde gå före busshållplatsen."));

        Assert.Equal("Skolvägen borde gå före busshållplatsen.", Assert.Single(Recommendation.Dissents).Text);
    }

    [Fact]
    public async Task Steps_Typed_SaveTheSame()
    {
        Assert.Contains("Steg 1 av 1", (await _chat.WriteAsync(A.School, "avvikande mening V1")).Words, StringComparison.Ordinal);
        await _chat.WriteAsync(A.School, "Skolvägen borde gå före.");
        await _chat.WriteAsync(A.School, "spara");

        Assert.Equal("Skolvägen borde gå före.", Assert.Single(Recommendation.Dissents).Text);
    }

    [Fact]
    public async Task Dissent_OfOneWhoIsNotOnTheRoll_IsRefused()
    {
        Assert.StartsWith("Du finns inte med på röstlängden", (await _chat.WriteAsync(A.RescueService, "avvikande mening")).Text, StringComparison.Ordinal);
        Assert.Equal(["Uppdatera"], (await _chat.WriteAsync(A.RescueService, "beslut")).Card.Actions!.Select(action => action.Title));
    }

    [Fact]
    public async Task Dissent_WhenItIsDecided_IsRefusedAndWhatWasGivenStands()
    {
        AdaptiveCard form = await OpenFormAsync();
        await _chat.PressAsync(A.School, form, "Spara", ("text", "Skolvägen borde gå före."));
        await _chat.WriteAsync(A.SafetyManager, "bekräfta");
        await _chat.WriteAsync(A.Chief, "bekräfta");

        Said said = await _chat.PressAsync(A.School, form, "Spara", ("text", "Något annat."));

        Assert.StartsWith("Kommunen och polisen har redan beslutat", said.Text, StringComparison.Ordinal);
        Assert.Equal("Skolvägen borde gå före.", Assert.Single(Recommendation.Dissents).Text);
    }

    private async Task<AdaptiveCard> OpenFormAsync() =>
        (await _chat.PressAsync(A.School, (await _chat.WriteAsync(A.School, "beslut")).Card, "Avvikande mening")).Card;
}
