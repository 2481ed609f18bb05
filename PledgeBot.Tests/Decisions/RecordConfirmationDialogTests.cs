using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Decisions;

/// <summary>A coordinator records that an authorised member has confirmed by phone or at a meeting.</summary>
public sealed class RecordConfirmationDialogTests : IDisposable
{
    private readonly Story _story = A.Story();
    private readonly WalkNumber _walk;
    private readonly RecordsInMemory _records;
    private readonly Chat _chat;

    public RecordConfirmationDialogTests()
    {
        _walk = _story.WalkWithCandidates(2);
        _story.Do(new RecommendWithoutPoll(_walk), A.Coordinator);
        _records = new RecordsInMemory(_story.Partnership);
        _records.Contacts[A.Chief] = new Contact(A.Chief, "Chefen", "directory", "29:chief");
        _chat = new Chat(_records, A.Noon.AddDays(2));
    }

    private Recommendation Recommendation => _records.Partnership.Recommendations[_walk];

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Form_FilledIn_ConfirmsForTheMemberAndSaysWhatRemains()
    {
        Said said = await RecordAsync(await OpenFormAsync(), A.Chief, "2020-09-08");

        Assert.Equal(
            "Bekräftelsen är antecknad (Lokalpolisområdeschef, för polisen). Nu återstår kommunen. Personen får veta det i sin egen chatt med mig.",
            said.Text);
        Confirmation confirmation = Assert.Single(Recommendation.Confirmations);
        Assert.Equal(
            (A.Chief, new RecordedConfirmation(A.Chief, new DateOnly(2020, 9, 8), Manner.ByPhone, "Trygghetssamordnare")),
            (confirmation.By, confirmation.Recorded));
        Assert.Single(_records.Work.Values, work => work.Kind == MemberNotice.Kind && work.Payload.Length == 0);
    }

    [Fact]
    public async Task Card_OfARecordedConfirmation_SaysWhoConfirmedHowAndWhoRecordedIt()
    {
        await RecordAsync(await OpenFormAsync(), A.Chief, "2020-09-08");

        AdaptiveCard card = (await _chat.WriteAsync(A.Streets, "beslut")).Card;

        Assert.Contains(
            "✓ Polisen: bekräftat av Lokalpolisområdeschef per telefon 8 september 2020, antecknat av Trygghetssamordnare",
            CardRules.TextOf(card),
            StringComparison.Ordinal);
        CardRules.Check(card);
    }

    [Fact]
    public async Task Form_ForTheSecondParty_DecidesAndAsksToTellOneWithoutAnAccount()
    {
        await _chat.WriteAsync(A.Chief, "bekräfta");

        Said said = await RecordAsync(await OpenFormAsync(), A.SafetyManager, "2020-09-09", nameof(Manner.AtMeeting));

        Assert.Equal(
            "Bekräftelsen är antecknad (Säkerhetschef, för kommunen). Nu är det beslutat, och förslagen har blivit åtgärder. "
            + "Personen har inget konto här, så berätta själv att bekräftelsen är antecknad.",
            said.Text);
        Assert.True(Recommendation.IsDecided);
        Assert.Contains(
            "✓ Kommunen: bekräftat av Säkerhetschef på möte 9 september 2020, antecknat av Trygghetssamordnare",
            CardRules.TextOf((await _chat.WriteAsync(A.Streets, "beslut")).Card),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_Opened_ListsTheAuthorisedOfThePartiesThatRemain()
    {
        Assert.Equal(["Säkerhetschef, för kommunen", "Lokalpolisområdeschef, för polisen"], Choices(await OpenFormAsync()));

        await _chat.WriteAsync(A.SafetyManager, "bekräfta");

        Assert.Equal(["Lokalpolisområdeschef, för polisen"], Choices(await OpenFormAsync()));
    }

    [Fact]
    public async Task Coordinator_WhoMayConfirm_ConfirmsThemselfAndRecordsForOthersOnly()
    {
        _story.Do(A.Members[0] with { Duties = Duties.Coordinate | Duties.Confirm }, by: null);
        _records.Partnership = _story.Partnership;

        AdaptiveCard card = (await _chat.WriteAsync(A.Coordinator, "beslut")).Card;

        Assert.Equal(["Bekräfta för kommunen", "Lämna tillbaka", "Uppdatera", "Anteckna bekräftelse"], card.Actions!.Select(action => action.Title));
        AdaptiveCard form = (await _chat.PressAsync(A.Coordinator, card, "Anteckna bekräftelse")).Card;
        Assert.Equal(["Säkerhetschef, för kommunen", "Lokalpolisområdeschef, för polisen"], Choices(form));
        Said own = await RecordAsync(form, A.Coordinator, "2020-09-08");
        Assert.Contains("Din egen bekräftelse antecknar du inte.", CardRules.TextOf(own.Card), StringComparison.Ordinal);
        Assert.Empty(Recommendation.Confirmations);
    }

    [Theory]
    [InlineData(9, "2020-09-06", "6 september 2020 är för tidigt.")]
    [InlineData(9, "2020-09-10", "10 september 2020 är för sent.")]
    [InlineData(8, "2020-09-08", "Den personen har inte uppgiften att bekräfta gruppens förslag.")]
    [InlineData(2, "2020-09-08", "Det här är redan bekräftat för kommunen.")]
    public async Task Form_WithWhatCannotBe_ComesBackWithWhy(int member, string day, string sentence)
    {
        AdaptiveCard form = await OpenFormAsync();
        await _chat.WriteAsync(A.SafetyManager, "bekräfta");

        Said said = await RecordAsync(form, A.Member(member), day);

        Assert.Contains(sentence, CardRules.TextOf(said.Card), StringComparison.Ordinal);
        Assert.False(Recommendation.IsConfirmedBy(Party.Police));
    }

    [Fact]
    public async Task Form_ByAMemberWithoutTheDuty_IsNotOpened()
    {
        AdaptiveCard card = (await _chat.WriteAsync(A.Coordinator, "beslut")).Card;

        Said said = await _chat.PressAsync(A.Chief, card, "Anteckna bekräftelse");

        Assert.StartsWith("Bara den som är trygghetssamordnare eller kommunpolis kan göra det här.", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await _chat.WriteAsync(A.Chief, "beslut")).Card.Actions!, action => action.Title == "Anteckna bekräftelse");
    }

    [Fact]
    public async Task Steps_Typed_RecordTheSame()
    {
        Assert.Contains("Steg 1 av 3", (await _chat.WriteAsync(A.Officer, "anteckna bekräftelse")).Words, StringComparison.Ordinal);
        await _chat.WriteAsync(A.Officer, "lokalpolis");
        await _chat.WriteAsync(A.Officer, "igår");
        await _chat.WriteAsync(A.Officer, "nästa");

        await _chat.WriteAsync(A.Officer, "spara");

        Confirmation confirmation = Assert.Single(Recommendation.Confirmations);
        Assert.Equal(
            new RecordedConfirmation(A.Chief, new DateOnly(2020, 9, 8), Manner.ByPhone, "Kommunpolis"), confirmation.Recorded);
    }

    [Fact]
    public async Task Record_WhenItIsDecided_SaysSo()
    {
        AdaptiveCard form = await OpenFormAsync();
        _story.Confirm(_walk);
        _records.Partnership = _story.Partnership;

        Assert.StartsWith("Kommunen och polisen har redan beslutat", (await RecordAsync(form, A.Chief, "2020-09-08")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Inget av gruppens förslag väntar", (await _chat.WriteAsync(A.Coordinator, "anteckna bekräftelse")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anteckna bekräftelse v7", "Gruppen har inget förslag från V7 att bekräfta än.")]
    [InlineData("anteckna bekräftelse", "Flera förslag väntar. Skriv vilken vandring, till exempel **anteckna bekräftelse V1**.")]
    public async Task Record_WithoutAWalkThatWaits_SaysWhich(string typed, string sentence)
    {
        _story.Do(new RecommendWithoutPoll(_story.WalkWithCandidates(1)), A.Coordinator);
        _records.Partnership = _story.Partnership;

        Assert.StartsWith(sentence, (await _chat.WriteAsync(A.Coordinator, typed)).Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Choices(AdaptiveCard form) =>
        form.Body.OfType<InputChoiceSet>().Single(input => input.Id == "who").Choices.Select(choice => choice.Title);

    private async Task<AdaptiveCard> OpenFormAsync()
    {
        AdaptiveCard card = (await _chat.WriteAsync(A.Coordinator, "beslut")).Card;
        return (await _chat.PressAsync(A.Coordinator, card, "Anteckna bekräftelse")).Card;
    }

    private Task<Said> RecordAsync(AdaptiveCard form, MemberId confirmer, string day, string manner = nameof(Manner.ByPhone)) =>
        _chat.PressAsync(A.Coordinator, form, "Spara", ("who", confirmer.ToString()), ("day", day), ("manner", manner));
}
