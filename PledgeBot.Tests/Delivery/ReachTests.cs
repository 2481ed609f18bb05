using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.Delivery;

public sealed class ReachTests : IAsyncLifetime
{
    private static readonly PartnershipId Partnership = PartnershipId.New(A.Noon);

    private TemporaryRecords _records = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _records = await TemporaryRecords.CreateAsync();

    public ValueTask DisposeAsync() => _records.DisposeAsync();

    [Fact]
    public async Task IsClosed_NothingHappened_IsOpen() => Assert.False(await IsClosedAsync("19:c@thread.tacv2"));

    [Theory]
    [InlineData("19:c@thread.tacv2", "19:c@thread.tacv2;messageid=17")]
    [InlineData("19:c@thread.tacv2;messageid=17", "19:c@thread.tacv2")]
    [InlineData("a:1karin", "a:1karin")]
    public async Task Close_AConversation_ClosesItWithItsThreadsUntilItIsReopened(string closed, string asked)
    {
        await DoAsync(turn => Reach.Close(turn, closed, "BotNotInConversationRoster", A.Noon));
        Assert.True(await IsClosedAsync(asked));

        await DoAsync(turn => Reach.Reopen(turn, asked));
        Assert.False(await IsClosedAsync(closed));
    }

    [Fact]
    public async Task Close_AConversation_LeavesOthersOpen()
    {
        await DoAsync(turn => Reach.Close(turn, "a:1karin", "ConversationBlockedByUser", A.Noon));

        Assert.False(await IsClosedAsync("a:1sven"));
    }

    [Fact]
    public async Task Close_IdsLongerThanAKey_AreToldApart()
    {
        string shared = "a:" + new string('x', 500);

        await DoAsync(turn => Reach.Close(turn, shared + "1", "ConversationBlockedByUser", A.Noon));

        Assert.True(await IsClosedAsync(shared + "1"));
        Assert.False(await IsClosedAsync(shared + "2"));
    }

    private async Task DoAsync(Action<ITurn> what)
    {
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(Partnership, Cancellation);
        what(turn);
        await turn.CommitAsync(Cancellation);
    }

    private async Task<bool> IsClosedAsync(string conversationId)
    {
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(Partnership, Cancellation);
        return await Reach.IsClosedAsync(turn, conversationId, Cancellation);
    }
}
