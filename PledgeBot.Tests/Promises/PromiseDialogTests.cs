using PledgeBot.Domain.Promises;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Promises;

/// <summary>Recording a promise that has been signed.</summary>
public sealed class PromiseDialogTests : IDisposable
{
    private readonly RecordsInMemory _records = new(A.Story().Partnership);
    private readonly Chat _chat;

    public PromiseDialogTests() => _chat = new Chat(_records, A.Noon);

    private static (string, string)[] Filled(string commitments = "Ett\nTvå", string last = "2022-12-31", string signatories = "Ordförande") =>
        [("title", "Löfte 2021–2022"), ("commitments", commitments), ("first", "2021-01-01"), ("last", last), ("signed", "2020-12-10"), ("signatories", signatories)];

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Coordinator_EntersThePromiseByTyping_ItIsKeptWordForWord()
    {
        foreach (string answer in (string[])["nytt löfte", "Vårt löfte 2021", "• Välja två aktiviteter\n• Fortsätta med hembesök", "nästa", "nästa", "10 december 2020"])
        {
            await _chat.WriteAsync(A.Officer, answer);
        }

        Said check = await _chat.WriteAsync(A.Officer, "nästa");
        Assert.Contains("(1) Välja två aktiviteter (2) Fortsätta med hembesök", check.Words, StringComparison.Ordinal);
        Said saved = await _chat.WriteAsync(A.Officer, "spara");

        Assert.Equal("**Vårt löfte 2021** är inlagt och gäller 1 januari 2021 – 31 december 2021. Skriv **löftet** för att läsa det.", saved.Text);
        Promise promise = _records.Partnership.Promises[1];
        Assert.Equal(["Välja två aktiviteter", "Fortsätta med hembesök"], promise.Commitments);
        Assert.Equal(new PromisePeriod(new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31)), promise.Period);
        Assert.Equal(["Ordförande", "Chef"], promise.Signatories);
    }

    [Theory]
    [InlineData("Medborgarlöfte 2021")]
    [InlineData("Löfte 2021–2022")]
    public async Task Name_ThatSoundsLikeACommand_IsTheAnswer(string title)
    {
        await _chat.WriteAsync(A.Officer, "nytt löfte");

        Assert.Contains("Steg 2 av 6", (await _chat.WriteAsync(A.Officer, title)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ForTheNextPromise_FollowsTheLastOne()
    {
        AdaptiveCard form = await OpenAsync();

        Assert.Equal(["2021-01-01", "2021-12-31", null], form.Body.OfType<InputDate>().Select(input => input.Value));
        Assert.Equal("Ordförande\nChef", form.Body.OfType<InputText>().Single(input => input.Id == "signatories").Value);
    }

    [Fact]
    public async Task Form_EndsBeforeItBegins_IsSentBackWithEverything()
    {
        Said back = await _chat.PressAsync(A.Coordinator, await OpenAsync(), "Spara", Filled(last: "2020-12-31"));

        Assert.Contains("Löftet kan inte sluta 31 december 2020, före sin första dag 1 januari 2021.", back.Words, StringComparison.Ordinal);
        Assert.Contains("Löfte 2021–2022", back.Words, StringComparison.Ordinal);
        Assert.Single(_records.Partnership.Promises);
    }

    [Fact]
    public async Task Form_WithSixCommitments_IsSentBack()
    {
        Said back = await _chat.PressAsync(A.Coordinator, await OpenAsync(), "Spara", Filled(commitments: "1\n2\n3\n4\n5\n6"));

        Assert.Contains("Vad ni lovar har 6 rader, men högst 5 får plats.", back.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithALongLine_IsSentBackAndSaysWhich()
    {
        string line = "Vi lovar att " + new string('å', 1000);

        Said back = await _chat.PressAsync(A.Coordinator, await OpenAsync(), "Spara", Filled(commitments: $"Kort\n{line}"));

        Assert.Contains("Raden som börjar ”Vi lovar att", back.Words, StringComparison.Ordinal);
        Assert.Contains("1013 tecken, men högst 1000", back.Words, StringComparison.Ordinal);
        Assert.Contains(line, back.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithTheLongestPromise_IsKeptAndFits()
    {
        string commitments = string.Join('\n', Enumerable.Repeat(new string('å', GivePromise.LongestCommitment), GivePromise.MostCommitments));
        string signatories = string.Join('\n', Enumerable.Repeat(new string('ö', GivePromise.LongestSignatory), GivePromise.MostSignatories));
        AdaptiveCard form = await OpenAsync();

        Said back = await _chat.PressAsync(A.Coordinator, form, "Spara", Filled(commitments, last: "2020-01-01", signatories));
        Assert.Equal(commitments, back.Card.Body.OfType<InputText>().Single(input => input.Id == "commitments").Value);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(CardJson.WriteString(back.Card)), 1, 25_000);
        await _chat.PressAsync(A.Coordinator, back.Card, "Spara", Filled(commitments, signatories: signatories));

        Assert.Equal(5, _records.Partnership.Promises[1].Commitments.Length);
        Assert.Equal(10, _records.Partnership.Promises[1].Signatories.Length);
    }

    [Fact]
    public async Task PromiseEnteredOnceMore_IsTheOneThatCounts()
    {
        await _chat.PressAsync(A.Coordinator, await OpenAsync(), "Spara", Filled());
        await _chat.PressAsync(A.Coordinator, await OpenAsync(), "Spara", [.. Filled()[1..], ("title", "Rättat löfte")]);

        Assert.Equal("Rättat löfte", _records.Partnership.PromiseOn(new DateOnly(2021, 6, 1))!.Title);
    }

    [Fact]
    public async Task Member_WithoutTheDuty_IsToldWhoHasIt() =>
        Assert.StartsWith("Bara den som är", (await _chat.WriteAsync(A.Chief, "nytt löfte")).Text, StringComparison.Ordinal);

    private async Task<AdaptiveCard> OpenAsync()
    {
        AdaptiveCard offer = (await _chat.WriteInChannelAsync(A.Coordinator, "nytt löfte")).Card;
        return (await _chat.PressAsync(A.Coordinator, offer, "Öppna formuläret")).Card;
    }
}
