using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Subjects;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Polls;

/// <summary>What the polls leave unsettled is settled by those who confirm, by the chair, or by lots; and the card says who has said what.</summary>
public sealed class SettlementDialogTests
{
    private static readonly PollRules Rules = PollRules.Usual with { ExtensionDays = 0 };
    private static readonly WalkNumber Walk = new(1);

    [Fact]
    public async Task Agreement_OfBoth_SettlesItAndIsRecommended()
    {
        using PollChat chat = TiedTwice(Rules);

        Said first = await SettleAsync(chat, A.SafetyManager, "V1-02");
        string waiting = await CardAsync(chat, A.Streets);
        Said second = await PressFormAsync(chat, A.Chief, "Välj för din part", ("picks", "V1-02"));

        Assert.Equal("Sparat: kommunen har valt V1-02. Nu återstår polisen.", first.Text);
        Assert.Contains("Kommunen har valt V1-02 (Säkerhetschef)", waiting, StringComparison.Ordinal);
        Assert.Contains("Polisen har inte valt än: Lokalpolisområdeschef", waiting, StringComparison.Ordinal);
        Assert.Equal("Nu är det avgjort: kommunen och polisen har valt V1-02. Bekräfta sedan gruppens förslag.", second.Text);
        Assert.Contains("Kommunen och polisen kom överens om V1-02.", await CardAsync(chat, A.Streets), StringComparison.Ordinal);
        Assert.Equal([A.Proposal(1), A.Proposal(2)], chat.Records.Partnership.Recommendations[Walk].Proposals);
    }

    [Fact]
    public async Task Disagreement_IsToldAndCanBeChanged()
    {
        using PollChat chat = TiedTwice(Rules);
        await SettleAsync(chat, A.SafetyManager, "V1-02");

        Said differs = await SettleAsync(chat, A.Chief, "V1-03");
        Assert.StartsWith("Sparat: polisen har valt V1-03, men kommunen har valt V1-02. Prata ihop er", differs.Text, StringComparison.Ordinal);

        Assert.StartsWith("Nu är det avgjort", (await SettleAsync(chat, A.SafetyManager, "V1-03")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_Typed_BeginsWithTheProposalThatWasNamed()
    {
        using PollChat chat = TiedTwice(Rules);

        Said step = await chat.Chat.WriteAsync(A.SafetyManager, "avgör V1 3");
        Assert.Equal("V1-03", Assert.Single(step.Card.Body.OfType<InputChoiceSet>()).Value);
        await chat.Chat.WriteAsync(A.SafetyManager, "nästa");

        Assert.StartsWith("Sparat: kommunen har valt V1-03.", (await chat.Chat.WriteAsync(A.SafetyManager, "spara")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("V1-01")]
    [InlineData("V1-02,V1-03")]
    public async Task Agreement_OnWhatIsNotLeft_IsRefused(string picks)
    {
        using PollChat chat = TiedTwice(Rules);

        Said said = await SettleAsync(chat, A.SafetyManager, picks);

        Assert.Contains("Välj ett av V1-02 och V1-03.", CardRules.TextOf(said.Card), StringComparison.Ordinal);
        Assert.Empty(RunOffOf(chat).Proposed);
    }

    [Fact]
    public async Task Agreement_RecordedByACoordinator_SaysSoAndHasTheMemberTold()
    {
        using PollChat chat = TiedTwice(Rules);

        Said said = await PressFormAsync(
            chat, A.Coordinator, "Anteckna ett val", ("who", A.Chief.ToString()), ("picks", "V1-03"), ("day", Day(chat)), ("manner", nameof(Manner.ByPhone)));

        Assert.Equal(
            "Sparat: polisen har valt V1-03. Nu återstår kommunen. Personen har inget konto här, så berätta själv att valet är antecknat.", said.Text);
        Assert.Contains("Polisen har valt V1-03 (Lokalpolisområdeschef, per telefon", await CardAsync(chat, A.Streets), StringComparison.Ordinal);
        Assert.Contains((MemberNotice.Kind, $"settlement/{RunOffOf(chat).Id}/Police"), chat.Records.Work.Keys);
    }

    [Fact]
    public async Task Agreement_ByOneWithoutTheDuty_IsRefusedAndHasNoButton()
    {
        using PollChat chat = TiedTwice(Rules);

        Assert.DoesNotContain(ButtonsOf((await chat.Chat.WriteAsync(A.Streets, "omröstning")).Card), title => title == "Välj för din part");
        Assert.StartsWith("Bara den som är", (await chat.Chat.WriteAsync(A.Streets, "avgör V1 3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_AfterAPollThatWasNotQuorate_TakesOneOrTwo()
    {
        using var chat = new PollChat(Rules, then: story => story.CloseAfter(PollChat.Id, [1]));
        Assert.Contains("Minst 4 av 7 behöver rösta, minst 1 från varje part.", await CardAsync(chat, A.Streets), StringComparison.Ordinal);
        Assert.Contains("Rösta igen", ButtonsOf((await chat.Chat.WriteAsync(A.Coordinator, "omröstning")).Card));

        await SettleAsync(chat, A.SafetyManager, "V1-04");
        await SettleAsync(chat, A.Chief, "V1-04");

        Assert.Equal([A.Proposal(4)], chat.Records.Partnership.Recommendations[Walk].Proposals);
    }

    [Fact]
    public async Task CastingVote_OfTheChair_SettlesItWithTheReason()
    {
        using PollChat chat = TiedTwice(Rules with { LastResort = LastResort.CastingVote, Chair = A.SafetyManager });
        Assert.Contains("Den som är säkerhetschef kan också avgöra med sin utslagsröst.", await CardAsync(chat, A.Streets), StringComparison.Ordinal);

        Said without = await PressFormAsync(chat, A.SafetyManager, "Ge utslagsröst", ("picks", "V1-03"), ("reason", ""));
        Assert.Contains("Skäl", CardRules.TextOf(without.Card), StringComparison.Ordinal);
        Assert.Null(RunOffOf(chat).Settlement);
        Said said = await PressFormAsync(chat, A.SafetyManager, "Ge utslagsröst", ("picks", "V1-03"), ("reason", "Fler barn går där"));

        Assert.StartsWith("Din utslagsröst är sparad: V1-03.", said.Text, StringComparison.Ordinal);
        Assert.Contains("Säkerhetschef gav sin utslagsröst åt V1-03. Skäl: Fler barn går där", await CardAsync(chat, A.Streets), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CastingVote_OfAnother_IsRefused()
    {
        using PollChat chat = TiedTwice(Rules with { LastResort = LastResort.CastingVote, Chair = A.SafetyManager });

        Assert.StartsWith("Bara den som omröstningens regler anger som ordförande", (await chat.Chat.WriteAsync(A.Chief, "utslagsröst V1 3")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Det här avgörs inte med lottning.", (await chat.Chat.WriteAsync(A.Coordinator, "lotta V1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lots_ByTheCoordinator_AreDrawnOnceFromASeedOfTheirOwn()
    {
        using PollChat chat = TiedTwice(Rules with { LastResort = LastResort.Lots });
        using PollChat other = TiedTwice(Rules with { LastResort = LastResort.Lots });

        Said said = await PressFormAsync(chat, A.Coordinator, "Dra lott", ("sure", "yes"));
        await PressFormAsync(other, A.Coordinator, "Dra lott", ("sure", "yes"));

        Settlement drawn = RunOffOf(chat).Settlement!;
        Assert.Equal($"Lotten föll på {drawn.Chosen[0]}. Nu ska kommunen och polisen bekräfta gruppens förslag.", said.Text);
        Assert.Equal(Lots.Draw(drawn.Seed!, drawn.Among, drawn.Places), drawn.Chosen);
        Assert.Matches("^[0-9a-f]{64}$", drawn.Seed);
        Assert.NotEqual(drawn.Seed, RunOffOf(other).Settlement!.Seed);
        Assert.Contains($"Lotten avgjorde: {drawn.Chosen[0]}.", await CardAsync(chat, A.Streets), StringComparison.Ordinal);
        Assert.StartsWith("Det finns inget kvar att avgöra", (await chat.Chat.WriteAsync(A.Coordinator, "lotta V1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_ToSettle_IsSaid()
    {
        using var chat = new PollChat(Rules);

        Assert.StartsWith("Det finns inget kvar att avgöra", (await chat.Chat.WriteAsync(A.SafetyManager, "avgör")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Det finns inget kvar att avgöra", (await chat.Chat.WriteAsync(A.SafetyManager, "utslagsröst V1 3")).Text, StringComparison.Ordinal);
    }

    private static PollChat TiedTwice(PollRules rules) => new(rules, then: story =>
    {
        story.CloseAfter(PollChat.Id, [1, 2], [1, 3], [1, 2], [1, 3], [1], [1], [1]);
        story.CloseAfter(story.RunOffOf(PollChat.Id), [2], [3], [2], [3], [], [], []);
    });

    private static Poll RunOffOf(PollChat chat) => chat.Records.Partnership.Polls[1];

    private static string Day(PollChat chat) =>
        Domain.Calendar.SwedishTime.DayAt(chat.Story.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string?> ButtonsOf(AdaptiveCard card) => CardActions.Of(card).Select(action => action.Title);

    private static async Task<string> CardAsync(PollChat chat, MemberId who)
    {
        AdaptiveCard card = (await chat.Chat.WriteAsync(who, "omröstning")).Card;
        CardRules.Check(card);
        return CardRules.TextOf(card);
    }

    private static Task<Said> SettleAsync(PollChat chat, MemberId who, string picks) => PressFormAsync(chat, who, "Välj för din part", ("picks", picks));

    private static async Task<Said> PressAsync(PollChat chat, MemberId who, string button) =>
        await chat.Chat.PressAsync(who, (await chat.Chat.WriteAsync(who, "omröstning")).Card, button);

    private static async Task<Said> PressFormAsync(PollChat chat, MemberId who, string button, params (string Id, string Value)[] inputs) =>
        await chat.Chat.PressAsync(who, (await PressAsync(chat, who, button)).Card, "Spara", inputs);
}
