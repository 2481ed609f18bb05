using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Polls;

/// <summary>A member leaves the list of voters because of a conflict of interest, themself or through a coordinator.</summary>
public sealed class ConflictDialogTests : IDisposable
{
    private const string Who = "who";

    private readonly PollChat _poll = new(PollRules.Usual);

    public void Dispose() => _poll.Dispose();

    [Fact]
    public async Task Form_OfTheMember_AsksNothingButWhetherItIsSure()
    {
        AdaptiveCard form = await OpenFormAsync(A.Streets);

        string text = CardRules.TextOf(form);
        Assert.Contains("Du lämnar röstlängden för den här omröstningen", text, StringComparison.Ordinal);
        Assert.Contains("Det går inte att ångra. Skriv inte varför.", text, StringComparison.Ordinal);
        Assert.Equal("sure", Assert.Single(form.Body.OfType<CardInput>()).Id);
    }

    [Fact]
    public async Task Declared_AfterAVote_DestroysItAndShowsOnlyHowMany()
    {
        await _poll.SayAsync(A.Streets, "rösta 1 2");

        Said said = await _poll.Chat.PressAsync(A.Streets, await OpenFormAsync(A.Streets), "Spara", ("sure", "yes"));

        Assert.Equal("Du har lämnat röstlängden för omröstningen om V1. Du kan inte heller bekräfta det som gruppen föreslår. Tack för att du sa till.", said.Text);
        Assert.False(_poll.Box.HasAnswered(A.Streets));
        Assert.False(_poll.Poll.IsOnRoll(A.Streets));
        string own = CardRules.TextOf((await _poll.Chat.WriteAsync(A.Streets, "omröstning")).Card);
        Assert.Contains("Du har anmält jäv och röstar inte i den här omröstningen.", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Rösta\n", own, StringComparison.Ordinal);
        string everybodys = CardRules.TextOf((await _poll.Chat.WriteInChannelAsync(A.School, "omröstning")).Card);
        Assert.Contains("Jäv: 1 har lämnat röstlängden", everybodys, StringComparison.Ordinal);
        Assert.Contains("Kommunen: 0 av 4", everybodys, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declared_Twice_SaysThatItIsDone()
    {
        await _poll.Chat.PressAsync(A.Streets, await OpenFormAsync(A.Streets), "Spara", ("sure", "yes"));

        Assert.Equal("Du har anmält jäv och röstar inte i den här omröstningen.", await _poll.SayAsync(A.Streets, "anmäl jäv"));
        Assert.StartsWith("Du finns inte med på röstlängden", await _poll.SayAsync(A.Streets, "rösta 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_Typed_DeclareItToo()
    {
        await _poll.Chat.WriteAsync(A.School, "jäv V1");
        await _poll.Chat.WriteAsync(A.School, "1");

        Assert.StartsWith("Du har lämnat röstlängden", await _poll.SayAsync(A.School, "spara"), StringComparison.Ordinal);
        Assert.Equal(A.School, Assert.Single(_poll.Poll.Conflicted).Member);
    }

    [Fact]
    public async Task Coordinator_ForOneWithoutAnAccount_IsToldToTellThem()
    {
        Said said = await _poll.Chat.PressAsync(A.Coordinator, await OpenFormAsync(A.Coordinator), "Spara", (Who, A.Chief.ToString()), ("sure", "yes"));

        Assert.Equal(
            "Lokalpolisområdeschef har lämnat röstlängden för omröstningen om V1. Personen har inget konto här, så berätta själv att jävet är anmält.",
            said.Text);
        Assert.Equal(A.Chief, Assert.Single(_poll.Poll.Conflicted).Member);
    }

    [Fact]
    public async Task Coordinator_ForAnother_HasThemTold()
    {
        await _poll.Chat.PressAsync(A.Coordinator, await OpenFormAsync(A.Coordinator), "Spara", (Who, A.School.ToString()), ("sure", "yes"));

        Assert.Contains((MemberNotice.Kind, $"conflict/{PollChat.Id}/{A.School}"), _poll.Records.Work.Keys);
    }

    [Fact]
    public async Task Coordinator_Opens_WithThemselfChosen()
    {
        InputChoiceSet who = (await OpenFormAsync(A.Coordinator)).Body.OfType<InputChoiceSet>().First(input => input.Id == Who);

        Assert.Equal(A.Coordinator.ToString(), who.Value);
        Assert.Equal(A.Voters.Length, who.Choices.Count);
    }

    [Fact]
    public async Task Member_SendingAnothersName_DeclaresNobodyElse()
    {
        await _poll.Chat.PressAsync(A.Streets, await OpenFormAsync(A.Streets), "Spara", (Who, A.School.ToString()), ("sure", "yes"));

        Assert.Equal(A.Streets, Assert.Single(_poll.Poll.Conflicted).Member);
    }

    [Fact]
    public async Task Declared_WhenAllOthersHaveAnswered_ClosesThePoll()
    {
        foreach (MemberId voter in A.Voters.Where(voter => voter != A.Streets))
        {
            await _poll.SayAsync(voter, "rösta 1 2");
        }

        Said said = await _poll.Chat.PressAsync(A.Streets, await OpenFormAsync(A.Streets), "Spara", ("sure", "yes"));

        Assert.EndsWith("Alla andra har svarat, så omröstningen är stängd.", said.Text, StringComparison.Ordinal);
        Assert.Equal(PollOutcome.Clear, _poll.Poll.Result!.Outcome);
        Assert.Contains("Jäv: 1 har lämnat röstlängden", CardRules.TextOf((await _poll.Chat.WriteAsync(A.School, "omröstning")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_OfOneNotOnTheRoll_IsRefused() =>
        Assert.StartsWith("Du finns inte med på röstlängden", await _poll.SayAsync(A.RescueService, "anmäl jäv"), StringComparison.Ordinal);

    private async Task<AdaptiveCard> OpenFormAsync(MemberId who)
    {
        AdaptiveCard card = (await _poll.Chat.WriteAsync(who, "omröstning")).Card;
        return (await _poll.Chat.PressAsync(who, card, "Anmäl jäv")).Card;
    }
}
