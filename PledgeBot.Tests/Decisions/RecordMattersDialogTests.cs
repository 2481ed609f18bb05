using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Decisions;

/// <summary>A coordinator enters the authorities' diary numbers, and corrects a record of decision.</summary>
public sealed class RecordMattersDialogTests : IDisposable
{
    private readonly Story _story = A.Story();
    private readonly WalkNumber _walk;
    private readonly RecordsInMemory _records;
    private readonly Chat _chat;

    public RecordMattersDialogTests()
    {
        _walk = _story.Decide().Walk;
        _records = new RecordsInMemory(_story.Partnership);
        _chat = new Chat(_records, _story.Now);
    }

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task DiaryForm_WithOneNumber_SavesItAndShowsItOnTheCard()
    {
        AdaptiveCard form = await OpenAsync("diarienummer V1");

        Said said = await _chat.PressAsync(A.Coordinator, form, "Spara", ("Municipality", "KS 2020/118"), ("Police", ""));

        Assert.StartsWith("Diarienumret för V1 är sparat: kommunen KS 2020/118.", said.Text, StringComparison.Ordinal);
        Assert.Equal([new KeyValuePair<Party, string>(Party.Municipality, "KS 2020/118")], _records.Partnership.MattersOf(_walk).DiaryNumbers);
        Assert.Contains("Diarienummer: kommunen KS 2020/118", CardRules.TextOf((await _chat.WriteAsync(A.Streets, "beslut")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiarySteps_Typed_SaveBothAndKeepWhatStood()
    {
        _story.Do(new EnterDiaryNumber(_walk, Party.Municipality, "KS 2020/118"), A.Coordinator);
        _records.Partnership = _story.Partnership;

        await _chat.WriteAsync(A.Coordinator, "diarienummer");
        await _chat.WriteAsync(A.Coordinator, "nästa");
        await _chat.WriteAsync(A.Coordinator, "5000-K1-20");
        Said said = await _chat.WriteAsync(A.Coordinator, "spara");

        Assert.StartsWith("Diarienumret för V1 är sparat: kommunen KS 2020/118 och polisen 5000-K1-20.", said.Text, StringComparison.Ordinal);
        Assert.Equal("5000-K1-20", _records.Partnership.MattersOf(_walk).DiaryNumbers[Party.Police]);
    }

    [Fact]
    public async Task DiaryForm_Empty_SaysWhatIsMissing()
    {
        AdaptiveCard form = await OpenAsync("diarienummer V1");

        Said said = await _chat.PressAsync(A.Coordinator, form, "Spara", ("Municipality", ""), ("Police", ""));

        Assert.Contains("Diarienumret saknas.", CardRules.TextOf(said.Card), StringComparison.Ordinal);
        Assert.Empty(_records.Partnership.MattersOf(_walk).DiaryNumbers);
    }

    [Fact]
    public async Task Correction_ByForm_IsSavedAndANewRecordIsDue()
    {
        RecordNumber number = MakeRecord();
        AdaptiveCard form = await OpenAsync("rätta protokoll V1");

        Said said = await _chat.PressAsync(A.Coordinator, form, "Spara", ("text", "Antalet deltagare var 17."));

        Assert.Equal($"Rättelsen är sparad. Ett nytt protokoll som hänvisar till {number} blir klart strax.", said.Text);
        RecordCorrection correction = Assert.Single(_records.Partnership.MattersOf(_walk).Corrections);
        Assert.Equal((number, "Trygghetssamordnare", "Antalet deltagare var 17."), (correction.Record, correction.Title, correction.Text));
        Assert.Equal([new DueRecord(_walk, RecordCause.Correction)], _records.Partnership.DueRecords);
    }

    [Fact]
    public async Task Correction_Typed_IsSaved()
    {
        MakeRecord();

        await _chat.WriteAsync(A.Officer, "rätta protokoll");
        await _chat.WriteAsync(A.Officer, "Antalet deltagare var 17.");
        await _chat.WriteAsync(A.Officer, "spara");

        Assert.Equal("Kommunpolis", Assert.Single(_records.Partnership.MattersOf(_walk).Corrections).Title);
    }

    [Fact]
    public async Task DiaryNumber_AfterARecord_SaysThatANewOneComes()
    {
        MakeRecord();
        AdaptiveCard form = await OpenAsync("diarienummer V1");

        Said said = await _chat.PressAsync(A.Coordinator, form, "Spara", ("Municipality", "KS 2020/118"), ("Police", ""));

        Assert.EndsWith("Ett nytt protokoll som hänvisar till det förra blir klart strax.", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecidedCard_WithARecord_NamesItAndLeadsToIt()
    {
        RecordNumber number = MakeRecord();

        AdaptiveCard card = (await _chat.WriteAsync(A.Streets, "beslut")).Card;

        Assert.Contains($"Protokoll {number}, 7 september 2020", CardRules.TextOf(card), StringComparison.Ordinal);
        Assert.Equal("protokoll V1", (string?)((ExecuteAction)Assert.Single(card.Actions!)).Data!["text"]);
        Assert.Equal(
            ["Visa protokollet", "Diarienummer", "Rätta protokollet"],
            (await _chat.WriteAsync(A.Coordinator, "beslut")).Card.Actions!.Select(action => action.Title));
    }

    [Theory]
    [InlineData("rätta protokoll V1", "Det finns inget protokoll från V1 än.")]
    [InlineData("rätta protokoll", "Det finns inget protokoll att rätta än.")]
    [InlineData("rätta protokoll V7", "Det finns ingen vandring V7.")]
    [InlineData("diarienummer V7", "Det finns ingen vandring V7.")]
    [InlineData("diarienummer i dag", "Jag förstår inte vilken vandring du menar.")]
    public async Task Dialog_WithoutItsSubject_SaysWhatToDo(string typed, string sentence) =>
        Assert.StartsWith(sentence, (await _chat.WriteAsync(A.Coordinator, typed)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("rätta protokoll V1")]
    [InlineData("diarienummer V1")]
    public async Task Dialog_ByAMemberWithoutTheDuty_IsRefused(string typed)
    {
        MakeRecord();

        Assert.StartsWith("Bara den som är trygghetssamordnare", (await _chat.WriteAsync(A.Streets, typed)).Text, StringComparison.Ordinal);
    }

    private RecordNumber MakeRecord()
    {
        RecordNumber number = _story.Partnership.NextRecordNumber(_story.Now);
        _story.Do(new RecordDecision(_walk, number, new string('a', 64)), by: null);
        _records.Partnership = _story.Partnership;
        return number;
    }

    private async Task<AdaptiveCard> OpenAsync(string typed) =>
        (await _chat.PressAsync(A.Coordinator, (await _chat.WriteInChannelAsync(A.Coordinator, typed)).Card, "Öppna formuläret")).Card;
}
