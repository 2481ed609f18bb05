using System.Net;
using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Delivery;

/// <summary>What becomes of work when the channel says no, or nothing.</summary>
public sealed class DueWorkDispatcherTests : DeliveryTest
{
    [Fact]
    public async Task Send_TheChannelCannotBeReachedForAWhile_IsSentOnceItCan()
    {
        Channel.Break(HttpRequestError.ConnectionError, times: 2);
        await ScheduleAsync(Say("Hej"));

        Assert.Equal(1, await DoDueAsync());
        Assert.Equal(0, await DoDueAsync());
        Assert.Equal(1, await DoDueAfterAsync(TimeSpan.FromSeconds(2)));
        Assert.Equal(1, await DoDueAfterAsync(TimeSpan.FromSeconds(4)));

        Assert.Equal(3, Channel.Calls);
        Assert.Equal(1, await CountAsync("state = 'done' AND payload = ''"));
        Assert.Null(await NextDueAsync());
    }

    [Fact]
    public async Task Send_TheChannelCannotBeReachedAtAll_IsGivenUpAfterMoreThanAnHour()
    {
        Channel.Break(HttpRequestError.ConnectionError, times: 50);
        await ScheduleAsync(Say("Hej"));

        DateTimeOffset last = A.Noon;
        while (await NextDueAsync() is { } next)
        {
            last = next;
            await DoDueAfterAsync(next - Time.GetUtcNow());
        }

        Assert.Equal(16, Channel.Calls);
        Assert.InRange(last - A.Noon, TimeSpan.FromMinutes(90), TimeSpan.FromHours(2));
        Assert.Equal(1, await CountAsync("state = 'set-aside' AND payload = ''"));
    }

    [Fact]
    public async Task Send_TheChannelAsksToWait_WaitsThatLong()
    {
        Channel.Refuse(HttpStatusCode.TooManyRequests, retryAfterSeconds: 30);

        await DoAsync(Say("Hej"));

        Assert.Equal(A.Noon.AddSeconds(30), await NextDueAsync());
    }

    [Fact]
    public async Task Send_TheChannelAsksToWaitManyTimes_IsNotGivenUpForThat()
    {
        Channel.Refuse(HttpStatusCode.TooManyRequests, "Throttled", times: 40, retryAfterSeconds: 30);
        await DoAsync(Say("Hej"));

        for (int time = 0; time < 40; time++)
        {
            await DoDueAfterAsync(TimeSpan.FromSeconds(30));
        }

        Assert.Equal(1, await CountAsync("state = 'done' AND outcome = 'sent'"));
    }

    [Fact]
    public async Task Send_TheChannelAsksToWaitForDays_IsAskedAgainEveryHour()
    {
        Channel.Refuse(HttpStatusCode.TooManyRequests, retryAfterSeconds: 1_000_000);

        await DoAsync(Say("Hej"));

        Assert.Equal(A.Noon.AddHours(1), await NextDueAsync());
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "BadSyntax")]
    [InlineData(HttpStatusCode.Forbidden, "InvalidBotApiHost")]
    [InlineData(HttpStatusCode.Forbidden, "NotEnoughPermissions")]
    [InlineData(HttpStatusCode.Forbidden, null)]
    [InlineData(HttpStatusCode.MethodNotAllowed, null)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig")]
    public async Task Send_TheChannelWillNeverTakeIt_IsSetAsideAndHoldsNothingUp(HttpStatusCode status, string? code)
    {
        Channel.Refuse(status, code);

        await DoAsync(Say("Hej"), Say("Hej igen"));

        Assert.Equal(2, Channel.Calls);
        Assert.Equal(1, await CountAsync("state = 'done'"));
        Assert.Equal(1, await CountAsync("state = 'set-aside'"));
        Assert.Null(await NextDueAsync());
        Assert.Contains("cv.17", Logged(LogLevel.Error), StringComparison.Ordinal);
        Assert.DoesNotContain("Karin", Logged(LogLevel.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_CredentialsAreRefused_WaitsForWhoeverChangesThem()
    {
        Channel.Refuse(HttpStatusCode.Unauthorized, "BotNotRegistered", times: 100);
        await DoAsync(Say("Hej"));

        for (int time = 0; time < 99; time++)
        {
            Assert.Equal(1, await DoDueAfterAsync(TimeSpan.FromMinutes(5)));
        }

        Assert.Contains("a matter of configuration", Logged(LogLevel.Error), StringComparison.Ordinal);
        await DoDueAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await CountAsync("state = 'done' AND outcome = 'sent'"));
    }

    [Fact]
    public async Task Send_ToAnAddressThatMayNoLongerBeCalled_IsSetAsideAndNothingIsCalled()
    {
        await DoAsync(Say("Hej", Karin with { ServiceUrl = "https://smba.trafficmanager.net/emea/" }));

        Assert.Equal(0, Channel.Calls);
        Assert.Equal(1, await CountAsync("state = 'set-aside'"));
    }

    [Fact]
    public async Task Send_ToAPersonalChatThatIsForgotten_FindsItAgainAndSendsThere()
    {
        Channel.Refuse(HttpStatusCode.NotFound, "ConversationNotFound");

        await DoAsync(Say("Hej"));

        Assert.Equal([ToKarin, NewConversation, "POST /connector/v3/conversations/a%3Afound/activities"], Channel.Requests);
        Assert.Contains("\"members\":[{\"id\":\"29:karin\"}]", Channel.Bodies[1], StringComparison.Ordinal);
        Assert.Contains("\"conversation\":{\"id\":\"a:found\"}", Channel.Bodies[2], StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("state = 'done' AND outcome = 'sent'"));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "ActivityNotFoundInConversation")]
    [InlineData(HttpStatusCode.Forbidden, "BotNotInConversationRoster")]
    public async Task Replace_MessageIsGoneOrAMembersOwn_IsSentAsANewOne(HttpStatusCode status, string code)
    {
        Channel.Refuse(status, code);

        await DoAsync(SendWork.Replace(Karin, "17", Activity.Message("Sparat"), A.Noon));

        Assert.Equal(["PUT /connector/v3/conversations/a%3Akarin/activities/17", ToKarin], Channel.Requests);
        Assert.Equal(1, await CountAsync("state = 'done' AND outcome = 'sent'"));
    }

    [Fact]
    public async Task ShowCard_ItsThreadNeverComes_IsSetAsideInTheEnd()
    {
        await ScheduleAsync(Show(Answered));

        for (int round = 0; round < 20; round++)
        {
            await DoDueAsync();
            Time.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Equal(0, Channel.Calls);
        Assert.Null(await NextDueAsync());
    }

    [Fact]
    public async Task ShowCard_Again_ChangesTheSameMessage()
    {
        await DoAsync(Show(Question));
        await DoAsync(Show(Answered));
        await DoAsync(Show(Question));

        Assert.Equal(
            [
                NewConversation,
                "POST /connector/v3/conversations/19%3Achannel%3Bmessageid%3D1/activities",
                "PUT /connector/v3/conversations/19%3Achannel%3Bmessageid%3D1/activities/1",
            ],
            Channel.Requests);
    }

    [Fact]
    public async Task ShowCard_SomebodyRemovedTheMessage_IsPostedAnewAndThatOneIsKept()
    {
        await DoAsync(Show(Question));
        Channel.Refuse(HttpStatusCode.NotFound, "ActivityNotFoundInConversation");

        await DoAsync(Show(Question));
        await DoAsync(Show(Question));

        Assert.Equal(
            [
                NewConversation,
                "PUT /connector/v3/conversations/19%3Achannel%3Bmessageid%3D1/activities/1",
                NewConversation,
                "PUT /connector/v3/conversations/19%3Achannel%3Bmessageid%3D2/activities/2",
            ],
            Channel.Requests);
    }

    [Fact]
    public async Task ShowCard_SomebodyRemovedItsThread_HasTheThreadPostedAnewFirst()
    {
        await DoAsync(Show(Question));
        Channel.Refuse(HttpStatusCode.NotFound, "ConversationNotFound");

        await DoAsync(Show(Answered));
        await DoDueAfterAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(
            [
                NewConversation,
                "POST /connector/v3/conversations/19%3Achannel%3Bmessageid%3D1/activities",
                NewConversation,
                "POST /connector/v3/conversations/19%3Achannel%3Bmessageid%3D2/activities",
            ],
            Channel.Requests);
        Assert.Null(await NextDueAsync());
    }

    [Fact]
    public async Task ShowCard_TooLargeForTheChannel_GoesAsItsSummary()
    {
        Channel.Refuse(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");

        await DoAsync(Show(Question));

        Assert.Equal(2, Channel.Calls);
        Assert.Contains("\"text\":\"Kort i ord\"", Channel.Bodies[1], StringComparison.Ordinal);
        Assert.DoesNotContain("attachments", Channel.Bodies[1], StringComparison.Ordinal);
        Assert.Contains("a defect", Logged(LogLevel.Error), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("state = 'done' AND outcome = 'shown'"));
    }

    [Fact]
    public async Task ShowCard_TooLargeAsWeKnow_IsNotEvenTried()
    {
        await DoAsync(Show(Large));
        await DoAsync(Show(Large));

        Assert.Equal([NewConversation, "PUT /connector/v3/conversations/19%3Achannel%3Bmessageid%3D1/activities/1"], Channel.Requests);
        Assert.All(Channel.Bodies, body => Assert.Contains("\"text\":\"Kort i ord\"", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ShowCard_EvenItsSummaryIsTooLarge_IsSetAsideAndNoLoop()
    {
        Channel.Refuse(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig", times: 10);

        await DoAsync(Show(Question));

        Assert.Equal(2, Channel.Calls);
        Assert.Null(await NextDueAsync());
    }
}
