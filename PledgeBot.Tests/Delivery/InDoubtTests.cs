using System.Net;
using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Calendar;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Delivery;

/// <summary>Messages that the channel may have taken without saying so: what is sent again, when, and what is not.</summary>
public sealed class InDoubtTests : DeliveryTest
{
    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task Send_Reply_IsNotSentAgain(HttpStatusCode status)
    {
        Channel.Refuse(status, "ServiceError");

        await DoAsync(Say("Hej"));
        await DoDueAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(1, Channel.Calls);
        Assert.Equal(1, await CountAsync("state = 'set-aside' AND problem LIKE 'unknown:%' AND payload = ''"));
        Assert.Contains("cv.17", Logged(LogLevel.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ReplyWhoseConnectionBroke_IsNotSentAgain()
    {
        Channel.Break(HttpRequestError.ResponseEnded);

        await DoAsync(Say("Hej"));

        Assert.Equal(1, await CountAsync("state = 'set-aside' AND problem LIKE 'unknown:%'"));
    }

    [Fact]
    public async Task Replace_TheAnswerIsLost_IsDoneAgainAtOnceSinceItDoesNoHarm()
    {
        Channel.Refuse(HttpStatusCode.GatewayTimeout);

        await DoAsync(SendWork.Replace(Karin, "17", Activity.Message("Sparat"), A.Noon));
        await DoDueAfterAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(2, Channel.Calls);
        Assert.Equal(1, await CountAsync("state = 'done'"));
    }

    [Fact]
    public async Task ShowCard_FirstTime_IsPostedOnceMoreAfterTenMinutes()
    {
        Channel.Break(HttpRequestError.ResponseEnded);

        await DoAsync(Show(Question));
        Assert.Contains("once more", Logged(LogLevel.Warning), StringComparison.Ordinal);
        Assert.Equal(0, await DoDueAfterAsync(TimeSpan.FromMinutes(9.9)));
        Assert.Equal(1, await DoDueAfterAsync(TimeSpan.FromMinutes(0.1)));
        await DoAsync(Show(Question));

        Assert.Equal([NewConversation, NewConversation, "PUT /connector/v3/conversations/19%3Achannel%3Bmessageid%3D1/activities/1"], Channel.Requests);
        Assert.Equal(0, await Records.CountAsync("SELECT COUNT(*) FROM memories WHERE kind = 'in-doubt'"));
    }

    [Fact]
    public async Task ShowCard_ChangedWhileInDoubt_DoesNotCutThePauseShort()
    {
        Channel.Break(HttpRequestError.ResponseEnded);
        await DoAsync(Show(Question));

        for (int minute = 1; minute < 10; minute++)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await DoAsync(Show(Question));
            Assert.Equal(1, Channel.Calls);
        }

        await DoDueAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, Channel.Calls);
        Assert.Null(await NextDueAsync());
    }

    [Fact]
    public async Task ShowCard_InDoubtAgain_IsSetAside()
    {
        Channel.Break(HttpRequestError.ResponseEnded, times: 10);

        await DoAsync(Show(Question));
        await DoDueAfterAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(2, Channel.Calls);
        Assert.Equal(1, await CountAsync("state = 'set-aside' AND problem LIKE 'unknown:%'"));
        Assert.Null(await NextDueAsync());
    }

    [Fact]
    public async Task Send_NewThread_IsPostedOnceMoreAfterTenMinutes()
    {
        Channel.Refuse(HttpStatusCode.BadGateway);

        await DoAsync(SendWork.InNewThread(InChannel, Activity.Message("Välkomna"), A.Noon));
        await DoDueAfterAsync(TimeSpan.FromMinutes(10));

        Assert.Equal([NewConversation, NewConversation], Channel.Requests);
        Assert.Equal(1, await CountAsync("state = 'done' AND outcome = 'sent'"));
    }

    [Fact]
    public async Task WeeklyStatus_InDoubt_IsMarkedOnceItIsPostedForCertain()
    {
        Channel.Refuse(HttpStatusCode.GatewayTimeout);

        await DoAsync(WeeklyNow());
        Assert.Null((await Records.Partnerships.ReadAsync(Partnership, Cancellation)).Weekly.LastPosted);
        await DoDueAfterAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(2, Channel.Calls);
        Assert.Equal(Week.Of(A.Today), (await Records.Partnerships.ReadAsync(Partnership, Cancellation)).Weekly.LastPosted);
        Assert.Equal(1, await CountAsync("kind = 'weekly-status' AND state = 'waiting'"));
    }
}
