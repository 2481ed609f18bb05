using PledgeBot.Dialogs.Polls;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Subjects;

namespace PledgeBot.Tests.Polls;

/// <summary>What the card of a poll shows, to whom, and when.</summary>
public sealed class PollCardTests
{
    private static readonly PollRules Rules = PollRules.Usual;

    [Fact]
    public async Task Ballot_OfAnOpenPoll_SaysSoBeforeTheVoteAndHasTheRules()
    {
        using var chat = new PollChat(Rules);

        string text = await TextAsync(chat, A.Streets);

        AssertInOrder(text, "Öppen omröstning: vem som röstade på vad står i protokollet", "Du har inte röstat än.", "V1-01 Måla", "Så går det till", "Minst 4 av 7 behöver rösta");
        Assert.Contains("Avstå", await ButtonsAsync(chat, A.Streets));
    }

    [Fact]
    public async Task Ballot_OfASecretPollWithoutAbstaining_SaysSoAndHasNoButtonForIt()
    {
        using var chat = new PollChat(Rules with { IsSecret = true, MayAbstain = false });

        string text = await TextAsync(chat, A.Streets);

        AssertInOrder(text, "Sluten omröstning: vad du röstar på sparas skilt från ditt namn", "Du har inte röstat än.");
        Assert.Contains("i din egen chatt med mig, men inte i kanalen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Avstå", await ButtonsAsync(chat, A.Streets));
    }

    [Fact]
    public async Task Ballot_OfOneWhoHasVoted_HasTheirPicksAndReceiptAndNobodyElses()
    {
        using var chat = new PollChat(Rules with { IsSecret = true });
        await chat.SayAsync(A.Streets, "rösta 2");
        Receipt receipt = chat.Box.BallotOf(A.Streets)!.Receipt!.Value;

        AdaptiveCard own = (await chat.Chat.WriteAsync(A.Streets, "omröstning")).Card;
        string everybodys = CardJson.WriteString((await chat.Chat.WriteInChannelAsync(A.Streets, "omröstning")).Card);

        Assert.Contains("✓ Du har valt 1 av 2: V1-02.", CardRules.TextOf(own), StringComparison.Ordinal);
        Assert.Contains($"Ditt kvitto: **{receipt}**.", CardRules.TextOf(own), StringComparison.Ordinal);
        Assert.Equal("V1-02", Assert.Single(own.Body.OfType<InputChoiceSet>()).Value);
        Assert.DoesNotContain(receipt.ToString(), everybodys, StringComparison.Ordinal);
        Assert.DoesNotContain("Du har valt", everybodys, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ballot_OfAPollWithMoreTime_SaysUntilWhenAndWhy()
    {
        using var chat = new PollChat(Rules, then: story => story.Do(new ExtendPoll(PollChat.Id, A.Noon.AddDays(7), "Flera är borta"), A.Coordinator));

        string text = await TextAsync(chat, A.Streets);

        Assert.Contains("Förlängd till måndag 14 september kl. 12.00: Flera är borta", text, StringComparison.Ordinal);
        Assert.Contains("Rösta senast måndag 14 september kl. 12.00.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ballot_OfAPollThatItsRulesExtended_SaysSo()
    {
        using var chat = new PollChat(Rules, then: story =>
        {
            story.Now = A.Noon.AddDays(4);
            story.Do(story.Closing(PollChat.Id), by: null);
        });

        Assert.Contains("Förlängd till onsdag 16 september kl. 12.00, eftersom för få hade röstat.", await TextAsync(chat, A.Streets), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ballot_OfACoordinator_HasTheirButtonsApartFromThoseForVoting()
    {
        using var chat = new PollChat(Rules);

        AdaptiveCard card = (await chat.Chat.WriteAsync(A.Coordinator, "omröstning")).Card;

        Assert.Equal(["Rösta", "Avstå", "Anmäl jäv"], Assert.Single(card.Body.OfType<ActionSet>()).Actions.Select(action => action.Title));
        Assert.Equal(["Uppdatera", "Anteckna röst", "Förläng", "Dra tillbaka ett förslag"], card.Actions!.Select(action => action.Title));
        foreach (string button in (string[])["Anteckna röst", "Förläng", "Dra tillbaka ett förslag", "Anmäl jäv"])
        {
            Assert.NotNull((await chat.Chat.PressAsync(A.Coordinator, card, button)).Shown);
        }
    }

    [Fact]
    public void BrokenOff_ACandidateWasWithdrawn_LeadsToTheNewPollWhichSaysWhy()
    {
        using var chat = new PollChat(Rules, then: story => story.Do(new WithdrawProposal(A.Proposal(3), "Såld", A.Poll(2)), A.Coordinator));

        AdaptiveCard cancelled = Draw(chat, PollChat.Id);
        string anew = CardRules.TextOf(Draw(chat, A.Poll(2)));

        string text = CardRules.TextOf(cancelled);
        AssertInOrder(text, "Omröstningen är avbruten: V1-03 drogs tillbaka.", "Rösterna räknas inte och är raderade.", "En ny omröstning har startat.");
        Assert.Equal(["Visa den nya omröstningen"], CardActions.Of(cancelled).Select(action => action.Title).OfType<string>());
        Assert.Contains("Omröstningen har börjat om, eftersom V1-03 drogs tillbaka.", anew, StringComparison.Ordinal);
        CardRules.Check(cancelled);
    }

    [Fact]
    public async Task Vote_OnTheCardOfAPollThatWasBrokenOff_IsRefused()
    {
        using var chat = new PollChat(Rules);
        AdaptiveCard old = (await chat.Chat.WriteAsync(A.Streets, "omröstning")).Card;
        chat.Story.Do(new WithdrawProposal(A.Proposal(3), "Såld", A.Poll(2)), A.Coordinator);
        chat.Records.Partnership = chat.Story.Partnership;

        Assert.StartsWith(
            "Omröstningen avbröts när V1-03 drogs tillbaka", (await chat.Chat.PressAsync(A.Streets, old, "Rösta", ("picks", "V1-01"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Result_HasVotesPerProposalAndTurnoutPerPartyAndNothingOfWhoVotedForWhat(bool isSecret)
    {
        using var chat = new PollChat(Rules with { IsSecret = isSecret, ExtensionDays = 0 }, then: story => story.CloseAfter(PollChat.Id, [1, 2], [1, 2], [1, 2], [1, 2], [1], [1], []));

        AdaptiveCard card = (await chat.Chat.WriteAsync(A.Coordinator, "omröstning")).Card;
        string text = CardRules.TextOf(card);

        Assert.Contains("✓ V1-01 Måla tunneln vit: 6 röster", text, StringComparison.Ordinal);
        Assert.Contains("Kommunen: 5 av 5", text, StringComparison.Ordinal);
        Assert.Contains("Kontrollera din röst: skriv **kvitto** och dina två ord", text, StringComparison.Ordinal);
        Assert.All(chat.Poll.Result!.Ballots, ballot => Assert.DoesNotContain(ballot.Receipt.ToString(), text, StringComparison.Ordinal));
        Assert.All(A.Members, member => Assert.DoesNotContain(member.Title, text, StringComparison.Ordinal));
        CardRules.Check(card);
    }

    [Fact]
    public void Result_OfATie_LeadsToTheRunOffThatOpenedByItself()
    {
        using var chat = new PollChat(Rules, then: story => story.CloseAfter(PollChat.Id, [1, 2], [1, 3], [1, 2], [1, 3], [1], [1], [1]));

        AdaptiveCard card = Draw(chat, PollChat.Id);

        Assert.Contains("En ny omröstning mellan dem har startat.", CardRules.TextOf(card), StringComparison.Ordinal);
        Assert.Equal(["Visa den nya omröstningen"], CardActions.Of(card).Select(action => action.Title).OfType<string>());
    }

    private static AdaptiveCard Draw(PollChat chat, PollId id)
    {
        using var culture = CultureScope.ForEverybody();
        var view = new CardView(
            chat.Records.Partnership,
            chat.Records.Partnership.Polls.ToDictionary(poll => poll.Id, poll => chat.Story.BoxOf(poll.Id)),
            [],
            chat.Records.Partnership.FindMember(A.Streets),
            chat.Story.Now);
        return PollCard.Draw(id.ToString(), view)!.Card;
    }

    private static async Task<string> TextAsync(PollChat chat, MemberId who)
    {
        AdaptiveCard card = (await chat.Chat.WriteAsync(who, "omröstning")).Card;
        CardRules.Check(card);
        return CardRules.TextOf(card);
    }

    private static async Task<string?[]> ButtonsAsync(PollChat chat, MemberId who) =>
        [.. CardActions.Of((await chat.Chat.WriteAsync(who, "omröstning")).Card).Select(action => action.Title)];

    private static void AssertInOrder(string text, params string[] parts)
    {
        int from = 0;
        foreach (string part in parts)
        {
            int found = text.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"”{part}” is missing, or stands too early, in:\n{text}");
            from = found;
        }
    }
}
