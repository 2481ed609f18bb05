using System.Net;
using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Delivery;

/// <summary>Conversations that the bot may not write in: they are left alone until they open again, and the state stays right.</summary>
public sealed class UnreachableTests : DeliveryTest
{
    private static readonly WalkPlanned News =
        new(new WalkNumber(1), "Smedstorp", "Stationen", new DateTime(2020, 9, 23, 18, 30, 0, DateTimeKind.Unspecified), A.Coordinator);

    public static TheoryData<string> Closing =>
    [
        """{"error":{"code":"BotNotInConversationRoster"}}""",
        """{"error":{"code":"BotDisabledByAdmin"}}""",
        """{"error":{"code":"ConversationBlockedByUser"}}""",
        """{"errorCode":209,"message":"{ \"subCode\": \"MessageWritesBlocked\", \"details\": null }"}""",
    ];

    [Theory]
    [MemberData(nameof(Closing))]
    public async Task Send_TheChannelClosedTheConversation_IsLeftAloneUntilItOpens(string body)
    {
        Channel.RefuseWith(HttpStatusCode.Forbidden, body);

        await DoAsync(Say("Hej"));
        await DoAsync(Say("Hej igen"));
        Assert.Equal([ToKarin], Channel.Requests);
        Assert.Equal(2, await CountAsync("state = 'done' AND outcome = 'unreachable' AND payload = ''"));
        Assert.Contains("cv.17", Logged(LogLevel.Warning), StringComparison.Ordinal);

        await TurnAsync(turn => Reach.Reopen(turn, Karin.ConversationId));
        await DoAsync(Say("Hej på nytt"));
        Assert.Equal([ToKarin, ToKarin], Channel.Requests);
    }

    [Fact]
    public async Task Send_AnotherConversationIsClosed_IsSent()
    {
        await TurnAsync(turn => Reach.Close(turn, "a:sven", "ConversationBlockedByUser", A.Noon));

        await DoAsync(Say("Hej"));

        Assert.Equal([ToKarin], Channel.Requests);
    }

    [Fact]
    public async Task Send_PersonalChatIsGoneAndCannotBeFound_IsClosed()
    {
        Channel.Refuse(HttpStatusCode.NotFound, "ConversationNotFound");
        Channel.Refuse(HttpStatusCode.Forbidden, "BotNotInConversationRoster");

        await DoAsync(Say("Hej"));
        await DoAsync(Say("Hej igen"));

        Assert.Equal([ToKarin, NewConversation], Channel.Requests);
    }

    [Fact]
    public async Task Send_GroupChatIsGone_IsClosed()
    {
        ConversationReference group = new(Service, "19:group@thread.v2", "28:bot", "tenant", ConversationTypes.GroupChat);
        Channel.Refuse(HttpStatusCode.NotFound, "ConversationNotFound");

        await DoAsync(Say("Hej", group));
        await DoAsync(Say("Hej igen", group));

        Assert.Equal(1, Channel.Calls);
        Assert.Equal(2, await CountAsync("outcome = 'unreachable'"));
    }

    [Fact]
    public async Task Send_ThreadIsGone_LeavesTheChannelOpen()
    {
        Channel.Refuse(HttpStatusCode.NotFound, "ConversationNotFound");

        await DoAsync(Say("Hej", InChannel with { ConversationId = "19:channel;messageid=5" }));
        await DoAsync(Show(Question));

        Assert.Equal(2, Channel.Calls);
        Assert.Equal(1, await CountAsync("state = 'set-aside'"));
    }

    [Fact]
    public async Task ShowCard_ChannelIsClosed_ComesWithTheNextChangeAfterItOpens()
    {
        Channel.Refuse(HttpStatusCode.Forbidden, "BotNotInConversationRoster");
        await DoAsync(Show(Question));
        await DoAsync(Show(Question), Show(Answered));
        Assert.Equal(1, Channel.Calls);

        await TurnAsync(turn => Reach.Reopen(turn, "19:channel;messageid=9"));
        await DoAsync(Show(Question));

        Assert.Equal([NewConversation, NewConversation], Channel.Requests);
    }

    [Fact]
    public async Task ShowCard_ChannelIsDeleted_IsClosed()
    {
        await DoAsync(Show(Question));
        Channel.Refuse(HttpStatusCode.NotFound, "ConversationNotFound", times: 2);

        await DoAsync(Show(Question));
        await DoAsync(Show(Question));

        Assert.Equal(3, Channel.Calls);
        Assert.Equal(2, await CountAsync("outcome = 'unreachable'"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WeeklyStatus_ChannelIsClosed_SkipsTheWeekAndKeepsItsNewsForTheNext(bool isKnown)
    {
        await TurnAsync(turn => turn.Append([News], new Moment(A.Coordinator, A.Noon)));
        if (isKnown)
        {
            await TurnAsync(turn => Reach.Close(turn, "19:channel", "BotNotInConversationRoster", A.Noon));
        }
        else
        {
            Channel.Refuse(HttpStatusCode.Forbidden, "BotNotInConversationRoster");
        }

        await DoAsync(WeeklyNow());

        Partnership after = await Records.Partnerships.ReadAsync(Partnership, Cancellation);
        Assert.Null(after.Weekly.LastPosted);
        Assert.Equal(1, await CountAsync("kind = 'weekly-status' AND state = 'done' AND outcome = 'unreachable'"));
        DateTimeOffset next = (await NextDueAsync())!.Value;
        Assert.Equal(after.Weekly.Schedule.NextAfter(A.Noon), next);

        await TurnAsync(turn => Reach.Reopen(turn, "19:channel"));
        await DoDueAfterAsync(next - A.Noon);

        after = await Records.Partnerships.ReadAsync(Partnership, Cancellation);
        Assert.Equal(Week.Of(SwedishTime.DayAt(next)), after.Weekly.LastPosted);
        Assert.Empty(after.Weekly.News);
        Assert.Contains("Smedstorp", Channel.Bodies[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeeklyStatus_ChannelWillNotTakeIt_IsSetAsideAndNextWeekComes()
    {
        Channel.Refuse(HttpStatusCode.BadRequest, "BadSyntax");

        await DoAsync(WeeklyNow());

        Assert.Equal(1, await CountAsync("kind = 'weekly-status' AND state = 'set-aside'"));
        Assert.Equal(1, await CountAsync("kind = 'weekly-status' AND state = 'waiting'"));
        Assert.Null((await Records.Partnerships.ReadAsync(Partnership, Cancellation)).Weekly.LastPosted);
    }

    [Fact]
    public async Task WeeklyStatus_SomethingHappensWhileItIsPosted_IsPutIntoTheSamePost()
    {
        Channel.TakeAfter(() => TurnAsync(turn => turn.Append([News], new Moment(A.Coordinator, A.Noon))));

        await DoAsync(WeeklyNow());
        await DoDueAsync();

        Assert.Equal([NewConversation, "PUT /connector/v3/conversations/19%3Achannel%3Bmessageid%3D1/activities/1"], Channel.Requests);
        Assert.DoesNotContain("Smedstorp", Channel.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("Smedstorp", Channel.Bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeeklyStatus_Twice_IsPostedOnce()
    {
        await DoAsync(WeeklyNow());
        await DoAsync(WeeklyNow());

        Assert.Equal([NewConversation], Channel.Requests);
        Assert.Equal(1, await CountAsync("state = 'waiting'"));
    }
}
