using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;
using PledgeBot.Tests.Activities;

namespace PledgeBot.Tests.Turns;

/// <summary>Every shape of activity gets what it should at the front door, the second time too.</summary>
public sealed class CorpusTests : IAsyncLifetime
{
    private FrontDoor _door = null!;

    public async ValueTask InitializeAsync()
    {
        _door = await FrontDoor.OpenAsync();
        PartnershipId partnership = await _door.FormAsync(
            Corpus.Team, "Tomelilla kommun", member => member == A.Streets ? Corpus.Karin : member.ToString(), Corpus.Tenant, Corpus.Channel);
        var walk = new WalkNumber(1);
        await _door.DoAsync(partnership, A.Coordinator, A.PlanWalk(), A.CarryOutWalk(walk), A.RegisterProposal(walk));
        await _door.DeliverAsync();
    }

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    [Fact]
    public void Corpus_HasAtLeastSixtyShapes() => Assert.InRange(Corpus.All.Count, 60, 1000);

    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public async Task Post_EveryShapeTwice_HasItsOutcomeOnce(string shape)
    {
        (string json, Corpus.Outcome outcome) = Corpus.All[shape];
        Activity activity = TeamsJson.Parse(json.Replace(Corpus.ServiceUrl, FrontDoor.Service, StringComparison.Ordinal));

        InvokeResponse? first = await _door.PostAsync(activity);
        IReadOnlyList<FrontDoor.Sent> sent = await _door.DeliverAsync();
        InvokeResponse? second = await _door.PostAsync(activity);
        IReadOnlyList<FrontDoor.Sent> again = await _door.DeliverAsync();

        Assert.Equal(outcome == Corpus.Outcome.OneMessage ? 1 : 0, sent.Count);
        Assert.Equal(sent.Count == 1 && activity is { Type: ActivityTypes.Message, Id: null } ? 1 : 0, again.Count);
        Assert.Equal(Kind(first), Kind(second));
        Assert.Equal(
            outcome switch
            {
                Corpus.Outcome.Answer => (200, 200, true),
                Corpus.Outcome.Empty => (200, 200, false),
                Corpus.Outcome.Wrong when activity.Name == InvokeNames.AdaptiveCardAction => (200, 400, true),
                Corpus.Outcome.Wrong => (400, 400, false),
                _ => ((int, int, bool)?)null,
            },
            Kind(first));
    }

    private static (int Status, int Inner, bool HasBody)? Kind(InvokeResponse? response) => response is null ? null
        : response.Body is { } body
            ? (response.Status, body.TryGetProperty("statusCode", out var inner) ? inner.GetInt32() : response.Status, true)
            : (response.Status, response.Status, false);
}
