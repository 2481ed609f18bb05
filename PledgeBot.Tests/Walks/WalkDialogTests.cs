using System.Text;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Walks;

/// <summary>Planning a walk, showing it, and marking it as carried out.</summary>
public sealed class WalkDialogTests
{
    [Fact]
    public async Task Coordinator_PlansAWalkByTyping_ItIsSaved()
    {
        (Chat chat, RecordsInMemory records) = Begin(A.Story());
        using Chat chatting = chat;

        Said check = await AnswerAsync(chat, A.Coordinator, "ny vandring", "Brösarp", "fredag", "kl 18.30", "Stråket från stationen till skolan", "kommunpolis");
        Assert.Contains("fredag 11 september 2020", check.Words, StringComparison.Ordinal);
        Assert.Contains("kl. 18.30", check.Words, StringComparison.Ordinal);
        Said saved = await chat.WriteAsync(A.Coordinator, "spara");

        Assert.Equal("Vandringen är sparad som **V1**: Brösarp, fredag 11 september kl. 18.30. Skriv **genomförd V1** när ni har gått.", saved.Text);
        Assert.Equal(
            new Walk(new WalkNumber(1), "Brösarp", "Stråket från stationen till skolan", new DateTime(2020, 9, 11, 18, 30, 0), A.Officer, null),
            Assert.Single(records.Partnership.Walks));
    }

    [Fact]
    public async Task Coordinator_PlansAWalkByForm_LeadsItUnlessSaidOtherwise()
    {
        (Chat chat, RecordsInMemory records) = Begin(A.Story());
        using Chat chatting = chat;
        AdaptiveCard offer = (await chat.WriteInChannelAsync(A.Coordinator, "ny vandring")).Card;

        AdaptiveCard form = (await chat.PressAsync(A.Coordinator, offer, "Öppna formuläret")).Card;
        Assert.Equal(5, form.Body.OfType<CardInput>().Count());
        string leader = Assert.Single(form.Body.OfType<InputChoiceSet>()).Value!;
        await chat.PressAsync(A.Coordinator, form, "Spara", ("locality", "Lunnarp"), ("date", "2020-10-01"), ("time", "17:00"), ("route", "Skolan"), ("leader", leader));

        Assert.Equal(A.Coordinator, Assert.Single(records.Partnership.Walks).Leader);
    }

    [Fact]
    public async Task Coordinator_PlansAWalkOutsideThePeriod_IsToldWhenAndKeepsTheRest()
    {
        (Chat chat, _) = Begin(A.Story());
        using Chat chatting = chat;

        Said wrong = await AnswerAsync(chat, A.Coordinator, "ny vandring", "Brösarp", "2 januari 2021");

        Assert.Contains("2 januari 2021 är för sent. Välj 31 december 2020 eller tidigare.", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("Steg 2 av 5", wrong.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_WithoutTheDuty_IsToldWhoPlansWalks()
    {
        (Chat chat, _) = Begin(A.Story());
        using Chat chatting = chat;

        Assert.StartsWith("Bara den som är", (await chat.WriteAsync(A.Communicator, "ny vandring")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaders_WithTheSameRole_AreToldApartByName()
    {
        Story story = A.Story();
        story.Do(new ListMember(A.Member(20), Domain.Parties.Party.Municipality, "Skola", Duties.None), by: null);
        (Chat chat, RecordsInMemory records) = Begin(story);
        using Chat chatting = chat;
        records.Contacts[A.Member(20)] = new Contact(A.Member(20), "Eva Ek", "eva", "29:eva");
        AdaptiveCard form = (await chat.PressAsync(A.Coordinator, (await chat.WriteInChannelAsync(A.Coordinator, "ny vandring")).Card, "Öppna formuläret")).Card;

        IEnumerable<string> leaders = Assert.Single(form.Body.OfType<InputChoiceSet>()).Choices.Select(choice => choice.Title);

        Assert.Contains("Skola (Eva Ek)", leaders);
        Assert.Contains("Trygghetssamordnare", leaders);
    }

    [Fact]
    public async Task Leader_MarksTheWalkAsCarriedOut_CountsAreKept()
    {
        Story story = A.Story();
        story.PlanWalk();
        (Chat chat, RecordsInMemory records) = Begin(story);
        using Chat chatting = chat;

        // The leader is the one of Streets; the walk's own day stands as the answer.
        Said check = await AnswerAsync(chat, A.Streets, "genomförd V1", "nästa", "12", "3", "hoppa över", "0", "hoppa över", "2", "1");
        Assert.Contains("torsdag 3 september 2020", check.Words, StringComparison.Ordinal);
        Said saved = await chat.WriteAsync(A.Streets, "spara");

        Assert.StartsWith("Vandring **V1** är markerad som genomförd med 18 deltagare.", saved.Text, StringComparison.Ordinal);
        Assert.Equal(18, records.Partnership.Walks[0].CarriedOut!.ParticipantTotal);
        Assert.Contains("18 deltagare: boende 12, ungdomar 3, tjänstepersoner 2, polis 1", (await chat.WriteAsync(A.Streets, "V1")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leader_CountsNobody_GoesToTheFirstGroupAndKeepsTheRest()
    {
        Story story = A.Story();
        story.PlanWalk();
        (Chat chat, RecordsInMemory records) = Begin(story);
        using Chat chatting = chat;
        string[] nobody = [.. Enumerable.Repeat("hoppa över", 7)];
        await AnswerAsync(chat, A.Streets, ["genomförd V1", "4 september", .. nobody]);

        Said refused = await chat.WriteAsync(A.Streets, "spara");
        Assert.Contains("Minst en person behöver ha varit med", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Steg 2 av 8", refused.Words, StringComparison.Ordinal);
        await AnswerAsync(chat, A.Streets, "5", "spara");

        Assert.Equal(new DateOnly(2020, 9, 4), records.Partnership.Walks[0].CarriedOut!.Date);
    }

    [Fact]
    public async Task Member_WhoNeitherLeadsNorCoordinates_MayNotMark()
    {
        Story story = A.Story();
        story.PlanWalk();
        (Chat chat, _) = Begin(story);
        using Chat chatting = chat;

        Assert.StartsWith("Bara vandringsledaren", (await chat.WriteAsync(A.School, "genomförd")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_ShowsEachViewerWhatTheyCanDo()
    {
        Story story = A.Story();
        WalkNumber walk = story.PlanWalk();
        story.Propose(walk);
        (Chat chat, _) = Begin(story);
        using Chat chatting = chat;

        Assert.Equal(["Nytt förslag", "Visa förslag"], Buttons(await chat.WriteAsync(A.School, "V1")));
        Assert.Equal(["Nytt förslag", "Markera som genomförd", "Visa förslag"], Buttons(await chat.WriteAsync(A.Streets, "V1")));
        Assert.Equal(["Nytt förslag", "Markera som genomförd", "Bedöm förslag", "Visa förslag"], Buttons(await chat.WriteAsync(A.Coordinator, "V1")));
        Assert.Equal(["Nytt förslag", "Markera som genomförd", "Bedöm förslag", "Visa förslag"], Buttons(await chat.WriteInChannelAsync(A.School, "V1")));
    }

    [Fact]
    public async Task Card_WhenEverythingIsAssessed_OffersTheVoteUntilItHasBegun()
    {
        Story story = A.Story();
        WalkNumber walk = story.WalkWithCandidates(3);
        (Chat chat, RecordsInMemory records) = Begin(story);
        using Chat chatting = chat;

        Assert.Equal(["Nytt förslag", "Starta omröstning", "Ersättare", "Visa förslag"], Buttons(await chat.WriteAsync(A.Coordinator, "vandring")));
        story.OpenPoll(walk);
        records.Partnership = story.Partnership;
        Assert.Equal(["Visa förslag"], Buttons(await chat.WriteAsync(A.Coordinator, "vandring")));
    }

    [Fact]
    public async Task Card_WithAsManyProposalsAsAWalkHolds_StaysWithinItsBoundAndSaysHowManyMore()
    {
        Story story = A.Story();
        WalkNumber walk = story.PlanWalk();
        for (int i = 0; i < RegisterProposal.MostPerWalk; i++)
        {
            story.Do(A.RegisterProposal(walk, new string('å', 100), new string('ä', 300), new string('ö', 300)), A.School);
        }

        (Chat chat, _) = Begin(story);
        using Chat chatting = chat;
        AdaptiveCard card = (await chat.WriteAsync(A.Coordinator, "V1")).Card;
        AdaptiveCard list = (await chat.PressAsync(A.Coordinator, card, "Visa förslag")).Card;

        Assert.All([card, list], shown => Assert.InRange(Encoding.UTF8.GetByteCount(CardJson.WriteString(shown)), 1, 25 * 1024));
        Assert.Contains("… och ", CardJson.WriteString(card), StringComparison.Ordinal);
        Assert.Equal(99, Assert.Single(list.Body.OfType<InputChoiceSet>()).Choices.Count);
    }

    [Fact]
    public async Task Member_ListsTheWalks_SeesTheLatestFirst()
    {
        Story story = A.Story();
        story.CarryOutWalk();
        story.PlanWalk(new DateTime(2020, 10, 1, 18, 0, 0));
        (Chat chat, _) = Begin(story);
        using Chat chatting = chat;

        Said said = await chat.WriteAsync(A.School, "vandringar");

        Assert.Contains("**V2 Tomelilla** – planerad till torsdag 1 oktober kl. 18.00, 0 förslag", said.Words, StringComparison.Ordinal);
        Assert.Equal(["Visa V2", "Visa V1"], Buttons(said));
    }

    [Theory]
    [InlineData("vandring V9", "Det finns ingen vandring V9.")]
    [InlineData("vandring i skogen", "Jag förstår inte vilken vandring du menar.")]
    [InlineData("förslag V1-77", "Det finns inget förslag V1-77.")]
    [InlineData("bedöm skogen", "Jag förstår inte vad du vill bedöma.")]
    [InlineData("bedöm", "Det finns inga förslag att bedöma.")]
    public async Task Coordinator_NamesWhatIsNot_IsToldSo(string written, string beginning)
    {
        Story story = A.Story();
        story.PlanWalk();
        (Chat chat, _) = Begin(story);
        using Chat chatting = chat;

        Assert.StartsWith(beginning, (await chat.WriteAsync(A.Coordinator, written)).Text, StringComparison.Ordinal);
    }

    private static (Chat Chat, RecordsInMemory Records) Begin(Story story)
    {
        var records = new RecordsInMemory(story.Partnership);
        return (new Chat(records, A.Noon), records);
    }

    private static async Task<Said> AnswerAsync(Chat chat, MemberId who, params string[] answers)
    {
        Said? said = null;
        foreach (string answer in answers)
        {
            said = await chat.WriteAsync(who, answer);
        }

        return said!;
    }

    private static IEnumerable<string> Buttons(Said said) => (said.Card.Actions ?? []).Select(action => action.Title!);
}
