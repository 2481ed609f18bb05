using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Subjects;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Polls;

/// <summary>No worker runs: a poll closes at its time all the same, since whoever touches it next records that first.</summary>
public sealed class ClosingByTheClockTests : IAsyncLifetime
{
    private static readonly WalkNumber Walk = new(1);
    private static readonly DateTimeOffset ClosesAt = A.Noon.AddDays(3);

    private FrontDoor _door = null!;
    private PartnershipId _partnership;
    private AdaptiveCard _ballot = null!;

    public async ValueTask InitializeAsync()
    {
        _door = await FrontDoor.OpenAsync();
        _partnership = await _door.FormAsync("team", "Tomelilla kommun", member => member.ToString());
        Command[] commands =
        [
            A.PlanWalk(),
            A.CarryOutWalk(Walk),
            .. Enumerable.Range(1, 4).SelectMany(number => (Command[])[A.RegisterProposal(Walk), new TriageProposal(A.Proposal(number), A.Candidate())]),
            new OpenPoll(A.Poll(1), Walk, PollRules.Usual with { ExtensionDays = 0 }, ClosesAt),
        ];
        await _door.DoAsync(_partnership, A.Coordinator, commands);
        _ballot = Assert.Single(await _door.SayAsync(FrontDoor.Saying(Personal(A.Streets), "omröstning"))).Card;
        foreach (MemberId voter in (MemberId[])[A.Coordinator, A.SafetyManager, A.Streets, A.Chief])
        {
            await _door.PressAsync(Personal(voter), Button("Rösta"), ("picks", "V1-01,V1-03"));
        }
    }

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    [Fact]
    public async Task Vote_AtTheClosingTime_IsRefusedAndRecordsTheClosing()
    {
        _door.Time.SetUtcNow(ClosesAt);

        Said said = await _door.PressAsync(Personal(A.School), Button("Rösta"), ("picks", "V1-02"));

        Assert.StartsWith("Omröstningen stängde torsdag 10 september kl. 12.00", said.Text, StringComparison.Ordinal);
        await AssertClosedAsync();
    }

    [Fact]
    public async Task Vote_InTheLastInstant_Counts()
    {
        _door.Time.SetUtcNow(ClosesAt.AddTicks(-1));

        await _door.PressAsync(Personal(A.School), Button("Rösta"), ("picks", "V1-02"));

        Assert.False((await PollAsync()).HasEnded);
        _door.Time.SetUtcNow(ClosesAt);
        await _door.PressAsync(Personal(A.RescueService), Button("Uppdatera"));
        Assert.Equal([4, 1, 4, 0], (await PollAsync()).Result!.Totals.Select(total => total.Votes));
    }

    [Fact]
    public async Task Look_ByAMemberWhoIsNotEvenOnTheRoll_ShowsTheResult()
    {
        _door.Time.SetUtcNow(ClosesAt.AddHours(5));

        Said said = await _door.PressAsync(Personal(A.RescueService), Button("Uppdatera"));

        Assert.Contains("Resultat – trygghetsvandring V1", CardRules.TextOf(said.Card), StringComparison.Ordinal);
        Assert.Contains("Gruppens förslag: V1-01 och V1-03.", CardRules.TextOf(said.Card), StringComparison.Ordinal);
        await AssertClosedAsync();
    }

    [Theory]
    [InlineData("hjälp")]
    [InlineData("åtgärder")]
    [InlineData("hej")]
    [InlineData("dsfkjh")]
    public async Task Text_AboutAnythingElse_RecordsTheClosing(string text)
    {
        _door.Time.SetUtcNow(ClosesAt);

        await _door.PostAsync(FrontDoor.Saying(Personal(A.Communicator), text));

        await AssertClosedAsync();
    }

    [Fact]
    public async Task Status_AfterTheClosingTime_WaitsForTheConfirmations()
    {
        _door.Time.SetUtcNow(ClosesAt);

        await _door.PostAsync(FrontDoor.Saying(_door.InTeam(A.Communicator.ToString(), "team"), "status"));

        await AssertClosedAsync();
    }

    [Fact]
    public async Task Press_ThatComesAgainAfterTheClosingTime_ShowsTheResult()
    {
        Activity press = Personal(A.School);
        await _door.PressAsync(press, Button("Rösta"), ("picks", "V1-02"));
        _door.Time.SetUtcNow(ClosesAt);

        var again = Said.Read(await _door.PostAsync(press), []);

        Assert.Contains("Resultat – trygghetsvandring V1", CardRules.TextOf(again.Card), StringComparison.Ordinal);
        await AssertClosedAsync();
    }

    [Fact]
    public async Task NobodyTouchesIt_NothingIsRecorded()
    {
        _door.Time.SetUtcNow(ClosesAt.AddDays(1));

        Assert.False((await PollAsync()).HasEnded);
    }

    private Activity Personal(MemberId member) => _door.Personal(member.ToString());

    private AdaptiveAction Button(string title) => Assert.Single(CardActions.Of(_ballot), action => action.Title == title);

    private async Task<Poll> PollAsync() => (await _door.ReadAsync(_partnership)).FindPoll(A.Poll(1))!;

    private async Task AssertClosedAsync()
    {
        PollResult result = (await PollAsync()).Result!;
        Assert.Equal((ClosesAt, PollOutcome.Clear), (result.ClosedAt, result.Outcome));
        Assert.Equal([A.Proposal(1), A.Proposal(3)], (await _door.ReadAsync(_partnership)).Recommendations[Walk].Proposals);
    }
}
