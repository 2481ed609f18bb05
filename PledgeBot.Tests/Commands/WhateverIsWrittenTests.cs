using System.Text.RegularExpressions;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Photos;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Commands;

/// <summary>Whatever somebody writes gets one answer with something to do next.</summary>
public sealed partial class WhateverIsWrittenTests : IDisposable
{
    private readonly Chat _chat = new(new RecordsInMemory(A.Story().Partnership), A.Noon);

    public void Dispose() => _chat.Dispose();

    public static TheoryData<string> Scopes => [ConversationTypes.Personal, ConversationTypes.GroupChat, ConversationTypes.Channel];

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Write_TwoHundredUnknownTexts_EachGetsOneAnswerWithANextStep(string scope)
    {
        string[] texts = [.. UnknownTexts.All];
        Assert.InRange(texts.Distinct().Count(), 200, 1000);

        foreach (string text in texts)
        {
            Said said = await _chat.WriteInAsync(scope, A.Communicator, text);

            Assert.True(HasNextStep(said), $"{text}: {said.Words}");
            Assert.InRange(said.Words.Length, 1, 12_000);
            Assert.DoesNotContain('\u202e', said.Words);
        }
    }

    [Theory]
    [InlineData("hej", "Hej!")]
    [InlineData("Hej!", "Hej!")]
    [InlineData("HEJSAN :)", "Hej!")]
    [InlineData("hallå", "Hej!")]
    [InlineData("hello", "Hej!")]
    [InlineData("God morgon, PledgeBot!", "Hej!")]
    [InlineData("hejj", "Hej!")]
    [InlineData("tack", "Varsågod!")]
    [InlineData("Tack så mycket!!", "Varsågod!")]
    [InlineData("tack för hjälpen 🙏", "Varsågod!")]
    [InlineData("thanks", "Varsågod!")]
    [InlineData("takc", "Varsågod!")]
    [InlineData("ok", "Bra!")]
    [InlineData("Okej.", "Bra!")]
    [InlineData("👍", "Bra!")]
    [InlineData("👍🏽👍🏽", "Bra!")]
    [InlineData("hej då", "Hej då!")]
    [InlineData("Är du en robot?", "datorprogram")]
    [InlineData("ja", "Jag väntar inte på något svar")]
    [InlineData("avbryt", "Jag väntar inte på något svar")]
    [InlineData("spara", "Jag väntar inte på något svar")]
    public async Task Write_ToBePolite_IsAnsweredInKind(string text, string expected)
    {
        Said said = await _chat.WriteAsync(A.Streets, text);

        Assert.Contains(expected, CardRules.TextOf(said.Card), StringComparison.Ordinal);
        Assert.Equal(["Status", "Hjälp"], said.Card.Actions!.Select(action => action.Title));
    }

    [Theory]
    [InlineData("hjälp")]
    [InlineData("hjälp!")]
    [InlineData("HJÄLP MIG!!!")]
    [InlineData("hja\u0308lp")]
    [InlineData("/hjälp")]
    [InlineData("**hjälp**")]
    [InlineData("”hjälp”")]
    [InlineData("help")]
    [InlineData("vad kan du?")]
    [InlineData("Vad kan du göra")]
    [InlineData("Hej! Vad kan du?")]
    [InlineData("?")]
    [InlineData("???")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b\ufeff")]
    public async Task Write_ForHelp_IsHelped(string text) =>
        Assert.Contains("Det här kan jag", CardRules.TextOf((await _chat.WriteAsync(A.Streets, text)).Card), StringComparison.Ordinal);

    [Theory]
    [InlineData("hjlp", "hjälp")]
    [InlineData("jhälp", "hjälp")]
    [InlineData("hjäpl", "hjälp")]
    [InlineData("stauts", "status")]
    [InlineData("sttaus nu", "status")]
    [InlineData("åtgrder", "åtgärder")]
    [InlineData("nyt förslag", "nytt förslag")]
    public async Task Write_WithASlip_IsAskedWhetherItWasMeant(string text, string meant)
    {
        AdaptiveCard card = (await _chat.WriteAsync(A.Streets, text)).Card;

        Assert.Contains($"Menade du **{meant}**?", CardRules.TextOf(card), StringComparison.Ordinal);
        Assert.Equal(meant, card.Actions![0].Title, ignoreCase: true);
    }

    [Theory]
    [InlineData("Hej, status")]
    [InlineData("status: tack")]
    [InlineData("ok. hur går det?")]
    [InlineData("- status -")]
    public async Task Write_APoliteCommand_IsTheCommand(string text) =>
        Assert.Contains("Läget", (await _chat.WriteAsync(A.Streets, text)).Words, StringComparison.Ordinal);

    [Fact]
    public async Task Write_MentionsOfOthers_AreRepeatedAsNames()
    {
        AdaptiveCard card = (await _chat.WriteAsync(A.Streets, "fråga <at>Bo Ek</at> om tunneln")).Card;

        Assert.Contains("”fråga Bo Ek om tunneln”", CardRules.TextOf(card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", "Läget")]
    [InlineData("avstå", "Ingen omröstning")]
    [InlineData("obegripligt", "Jag förstod inte")]
    public async Task Write_WithAPictureThatIsNotUsed_IsOneAnswerThatSaysSo(string text, string expected)
    {
        Said said = await _chat.WriteAsync(A.Streets, text, _chat.Picture(Pictures.RedAndBlue(40, 30)));

        Assert.Contains(expected, said.Words, StringComparison.Ordinal);
        Assert.Contains("Bilden har jag inte sparat", said.Words, StringComparison.Ordinal);
    }

    private static bool HasNextStep(Said said) => said.Shown is { } card
        ? card.Actions is { Count: > 0 } || TypedStep().IsMatch(CardJson.WriteString(card))
        : TypedStep().IsMatch(said.Text!);

    // A command in bold is something that can be written next.
    [GeneratedRegex(@"\*\*[^*]+\*\*")]
    private static partial Regex TypedStep();
}
