using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Subjects;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Polls;

/// <summary>Where others hear what the bot says, it says the same whatever somebody votes for.</summary>
public sealed class OverheardVoteTests : IDisposable
{
    private const string Elsewhere = "Omröstningen är sluten, så en röst som skrivs här räknas inte.";
    private const string NotCounted = "Rösten räknades inte. Skriv den i din egen chatt med mig, till exempel **rösta 1 2**, så svarar jag där.";

    private readonly Story _story = A.Story();
    private readonly WalkNumber _walk;
    private RecordsInMemory _records = null!;
    private Chat _chat = null!;

    public OverheardVoteTests() => _walk = _story.WalkWithCandidates(4);

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Vote_TypedInTheChannel_IsCountedAndAnsweredAlikeWhateverItIs()
    {
        Open(PollRules.Usual);

        string[] answers =
        [
            await InChannelAsync(A.Streets, "rösta 1 2"),
            await InChannelAsync(A.School, "rösta 4"),
            await InChannelAsync(A.SocialServices, "avstår"),
        ];

        Assert.All(answers, answer => Assert.Equal("Tack, din röst är sparad. Du kan ändra den tills omröstningen stänger.", answer));
        Assert.Equal([A.Proposal(4)], Box.BallotOf(A.School)!.Picks);
        Assert.True(Box.BallotOf(A.SocialServices)!.IsAbstention);
    }

    [Theory]
    [InlineData("rösta 1 2 3")]
    [InlineData("rösta 9")]
    [InlineData("rösta 1 1")]
    [InlineData("rösta V1-02 V2-01")]
    [InlineData("rösta tvåan")]
    [InlineData("avstår")]
    public async Task Vote_TypedInTheChannelThatIsNone_IsAnsweredAlikeWhateverItIs(string typed)
    {
        Open(PollRules.Usual with { MayAbstain = false });

        Assert.Equal(NotCounted, await InChannelAsync(A.Streets, typed));
        Assert.False(Box.HasAnswered(A.Streets));
    }

    [Fact]
    public async Task Vote_TypedInTheChannelByOneNotOnTheRoll_IsTold()
    {
        Open(PollRules.Usual);

        Assert.StartsWith("Du finns inte med på röstlängden", await InChannelAsync(A.RescueService, "rösta 1 2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rösta 1 2")]
    [InlineData("rösta 9 10 11")]
    [InlineData("rösta trean")]
    [InlineData("rösta")]
    [InlineData("avstår")]
    [InlineData("avstå V1")]
    public async Task SecretVote_TypedInTheChannel_IsNotCounted(string typed)
    {
        Open(PollRules.Usual with { IsSecret = true });

        string answer = await InChannelAsync(A.Streets, typed);

        Assert.StartsWith(Elsewhere, answer, StringComparison.Ordinal);
        Assert.Contains("Ta gärna bort meddelandet här", answer, StringComparison.Ordinal);
        Assert.False(Box.HasAnswered(A.Streets));
    }

    [Fact]
    public async Task SecretVote_TypedInTheOwnChat_CountsAndGivesAReceipt()
    {
        Open(PollRules.Usual with { IsSecret = true });

        string answer = (await _chat.WriteAsync(A.Streets, "rösta 1 2")).Text!;

        Assert.Contains("din röst är sparad: V1-01 och V1-02.", answer, StringComparison.Ordinal);
        Assert.Contains($"Ditt kvitto: **{Box.BallotOf(A.Streets)!.Receipt}**.", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("V1-01,V1-02,V1-03")]
    [InlineData("V1-01,V1-01")]
    [InlineData("V1-09")]
    public async Task Press_ByAnOlderClientInTheChannel_IsAnsweredAlikeWhateverIsWrong(string picks)
    {
        Open(PollRules.Usual with { IsSecret = true });
        AdaptiveCard card = (await _chat.WriteInChannelAsync(A.Streets, "omröstning")).Card;
        var vote = Assert.IsType<ExecuteAction>(CardActions.Of(card).First(action => action.Title == "Rösta"));

        Said said = await _chat.SubmitAsync(ConversationTypes.Channel, A.Streets, vote, ("picks", picks));

        Assert.StartsWith("Rösten räknades inte. Skriv den i din egen chatt med mig", said.Text, StringComparison.Ordinal);
        Assert.False(Box.HasAnswered(A.Streets));
    }

    [Fact]
    public async Task Recording_UnderWayWhenThePollCloses_IsForgotten()
    {
        Open(PollRules.Usual);
        await _chat.WriteAsync(A.Coordinator, "anteckna röst");
        await _chat.WriteAsync(A.Coordinator, "gata/park");
        await _chat.WriteAsync(A.Coordinator, "3");
        Assert.Contains(_records.Memory.Values, remembered => remembered.Contains("V1-03", StringComparison.Ordinal));

        foreach (MemberId voter in A.Voters)
        {
            await _chat.WriteInChannelAsync(voter, "rösta 1 2");
        }

        Assert.NotNull(_records.Partnership.FindPoll(A.Poll(1))!.Result);
        Assert.DoesNotContain(_records.Memory.Values, remembered => remembered.Contains("V1-03", StringComparison.Ordinal));
    }

    private BallotBox Box => _records.Boxes.GetValueOrDefault(A.Poll(1), BallotBox.Empty);

    private void Open(PollRules rules)
    {
        _story.Do(new OpenPoll(A.Poll(1), _walk, rules, A.Noon.AddDays(3)), A.Coordinator);
        _records = new RecordsInMemory(_story.Partnership);
        foreach (ListMember entry in A.Members)
        {
            _records.Contacts[entry.Member] = new Contact(entry.Member, entry.Title, entry.Member.ToString(), "29:" + entry.Member);
        }

        _chat = new Chat(_records, A.Noon);
    }

    private async Task<string> InChannelAsync(MemberId who, string typed) => (await _chat.WriteInChannelAsync(who, typed)).Text!;
}
