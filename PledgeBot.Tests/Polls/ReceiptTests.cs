using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Tests.Polls;

/// <summary>What a member is told of receipts, before and after the closing.</summary>
public sealed class ReceiptTests
{
    private static readonly PollRules Open = PollRules.Usual with { ExtensionDays = 0 };
    private static readonly PollRules Secret = Open with { IsSecret = true };

    [Fact]
    public async Task Receipt_Alone_IsTheMembersOwnAndStaysWhenTheVoteIsChanged()
    {
        using var chat = new PollChat(Secret);
        await chat.SayAsync(A.Streets, "rösta 1 2");
        Receipt receipt = chat.Box.BallotOf(A.Streets)!.Receipt!.Value;
        await chat.SayAsync(A.Streets, "rösta 3");

        Assert.StartsWith($"Ditt kvitto i omröstningen om V1 är **{receipt}**. Den är öppen till", await chat.SayAsync(A.Streets, "kvitto"), StringComparison.Ordinal);
        Assert.StartsWith("Du har inte röstat i omröstningen om V1 än", await chat.SayAsync(A.School, "kvitto"), StringComparison.Ordinal);
        Assert.StartsWith("Du står inte på röstlängden i omröstningen om V1", await chat.SayAsync(A.RescueService, "kvitto"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_OfSomebodyElseBeforeClosing_IsAsUnknownAsAnyOther()
    {
        using var chat = new PollChat(Open);
        await chat.SayAsync(A.Streets, "rösta 1 2");
        Receipt receipt = chat.Box.BallotOf(A.Streets)!.Receipt!.Value;
        string other = Enumerable.Range(0, 2).Select(number => Receipt.Numbered(number)).First(free => free != receipt).ToString();

        string theirs = await chat.SayAsync(A.School, $"kvitto {receipt}");
        string nobodys = await chat.SayAsync(A.School, $"kvitto {other}");

        Assert.Equal(nobodys.Replace(other, "x", StringComparison.Ordinal), theirs.Replace(receipt.ToString(), "x", StringComparison.Ordinal));
        Assert.StartsWith("Ditt kvitto i omröstningen om V1", await chat.SayAsync(A.Streets, $"kvitto {receipt}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Receipt_AfterClosing_TellsAnybodyThatItWasCountedAndWithWhat(bool isSecret)
    {
        using var chat = new PollChat(isSecret ? Secret : Open, then: Close);
        CountedBallot counted = chat.Poll.Result!.Ballots.First(ballot => !ballot.Picks.IsEmpty);
        CountedBallot abstention = chat.Poll.Result.Ballots.First(ballot => ballot.Picks.IsEmpty);

        Assert.Equal(
            $"Kvittot **{counted.Receipt}** finns bland de räknade rösterna i omröstningen om V1, som stängde fredag 11 september kl. 12.00: V1-01 och V1-02.",
            await chat.SayAsync(A.RescueService, $"Kvitto {counted.Receipt.ToString().ToUpperInvariant()}!"));
        Assert.EndsWith(": avstår.", await chat.SayAsync(A.RescueService, $"kvitto {abstention.Receipt}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_AloneAfterAnOpenPoll_TellsTheMembersOwnBallot()
    {
        using var chat = new PollChat(Open, then: Close);

        Assert.Matches(@"^Din röst är räknad i omröstningen om V1, som stängde .+: V1-01 och V1-02\. Ditt kvitto är \*\*\w+ \w+\*\*\.$", await chat.SayAsync(A.Coordinator, "kvitto"));
        Assert.Equal("Du har ingen räknad röst i omröstningen om V1.", await chat.SayAsync(A.Officer, "kvitto"));
    }

    [Fact]
    public async Task Receipt_AloneAfterASecretPoll_AsksForTheWords()
    {
        using var chat = new PollChat(Secret, then: Close);

        Assert.Equal(
            "Omröstningen om V1 var sluten och har stängt, så jag vet inte vilket kvitto som är ditt. Skriv **kvitto** och dina två ord.",
            await chat.SayAsync(A.Coordinator, "kvitto"));
    }

    [Theory]
    [InlineData("kvitto björk")]
    [InlineData("kvitto björk havre häst")]
    [InlineData("kvitto qwerty havre")]
    public async Task Receipt_OfWordsThatAreNone_SaysHowOneLooks(string typed)
    {
        using var chat = new PollChat(Open, then: Close);

        Assert.Contains("är inget kvitto. Ett kvitto är två ord, till exempel **björk havre**.", await chat.SayAsync(A.Streets, typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_InTheChannel_IsForTheOwnChat()
    {
        using var chat = new PollChat(Open, then: Close);

        Assert.Equal(
            "Kvitton visar jag bara i din egen chatt med mig. Skriv **kvitto** där. Har du skrivit ditt kvitto här, ta bort meddelandet: av kvittot syns vad du röstade på.",
            (await chat.Chat.WriteInChannelAsync(A.Streets, $"kvitto {chat.Poll.Result!.Ballots[0].Receipt}")).Text);
    }

    [Fact]
    public async Task Receipt_WithNoPollAtAll_SaysSo()
    {
        using var chat = new PollChat(Open);
        chat.Records.Partnership = A.Story().Partnership;

        Assert.StartsWith("Ingen omröstning är öppen just nu.", await chat.SayAsync(A.Streets, "kvitto"), StringComparison.Ordinal);
    }

    private static void Close(Partnerships.Story story)
    {
        foreach (MemberId voter in (MemberId[])[A.Coordinator, A.Streets, A.School, A.Chief])
        {
            story.Vote(PollChat.Id, voter, 1, 2);
        }

        story.Vote(PollChat.Id, A.SocialServices);
        story.Close(PollChat.Id);
    }
}
