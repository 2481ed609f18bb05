using System.Net;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Running;

namespace PledgeBot.Tests.Delivery;

/// <summary>Whoever a vote or a confirmation was recorded for is told so, in their own chat.</summary>
public sealed class MemberNoticeTests
{
    private const string Chats = "POST /connector/v3/conversations";

    private static readonly WalkNumber Walk = new(1);

    private readonly Story _story = A.Story();

    [Fact]
    public async Task Vote_Recorded_IsToldInTheMembersOwnChatWithoutThePicks()
    {
        (DeliveredBot bot, PollId poll) = await RecordedVoteAsync();
        await using (bot)
        {
            await bot.DoDueAsync();

            Assert.Equal([Chats, $"{Chats}/a:{DeliveredBot.AccountOf(A.Chief)}/activities"], bot.Calls.Select(call => call.Address));
            Assert.Equal(DeliveredBot.AccountOf(A.Chief), bot.Calls[0].Body!["members"]![0]!["id"]!.GetValue<string>());
            string told = ShownText.Of(bot.Calls[1].Body!);
            Assert.Contains("Din röst är antecknad", told, StringComparison.Ordinal);
            Assert.Contains("Trygghetssamordnare (kommunen) har antecknat din röst i omröstningen om V1 i Tomelilla. Rösten lämnades per telefon.", told, StringComparison.Ordinal);
            Assert.Contains("skriv till exempel **rösta 1 2**, senast torsdag 10 september kl. 12.00. Då gäller din egen röst.", told, StringComparison.Ordinal);
            Assert.Contains("Vill du slippa sådana? Rösta själv", told, StringComparison.Ordinal);
            Assert.DoesNotContain("V1-03", bot.Calls[1].Body!.ToJsonString(), StringComparison.Ordinal);
            Assert.Equal(bot.Id.ToString(), Running.ShownCard.DataOf(bot.Calls[1].Body!, "command.run")["partnership"]?.GetValue<string>());
            Assert.Equal(1, await OutcomesAsync(bot, "told"));
        }
    }

    [Fact]
    public async Task Vote_TheMemberHasVotedThemselfSince_IsNotTold()
    {
        (DeliveredBot bot, PollId poll) = await RecordedVoteAsync();
        await using (bot)
        {
            await bot.TurnAsync(turn => turn.Cast(poll, new Ballot(A.Chief, [A.Proposal(1)], A.Noon)));

            await bot.DoDueAsync();

            Assert.Empty(bot.Calls);
            Assert.Equal(1, await OutcomesAsync(bot, "nothing to tell"));
        }
    }

    [Fact]
    public async Task Vote_ThePollHasClosedSince_IsToldWithWhomToAsk()
    {
        (DeliveredBot bot, PollId poll) = await RecordedVoteAsync();
        await using (bot)
        {
            bot.Time.SetUtcNow(_story.Partnership.FindPoll(poll)!.ClosesAt);

            await bot.DoDueAsync();

            Assert.Contains(
                "Omröstningen har stängt. Är det inte din röst? Säg genast till: Trygghetssamordnare (kommunen).",
                ToChief(bot),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Vote_OfASecretPoll_IsToldWithWhatTheWorkHasWhenTheBallotsAreGone()
    {
        (DeliveredBot bot, PollId poll) = await RecordedVoteAsync(PollRules.Usual with { IsSecret = true, ExtensionDays = 0 });
        await using (bot)
        {
            Assert.Equal(0, await bot.Records.CountAsync("SELECT COUNT(*) FROM due_work WHERE payload LIKE '%V1-%'"));
            bot.Time.SetUtcNow(A.Noon.AddDays(3));

            await bot.DoDueAsync();

            string told = ToChief(bot);
            Assert.Contains("har antecknat din röst i omröstningen om V1 i Tomelilla. Rösten lämnades per telefon.", told, StringComparison.Ordinal);
            Assert.Contains("Är det inte din röst? Säg genast till: Trygghetssamordnare (kommunen).", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Vote_ThePollWasBrokenOff_IsNotTold()
    {
        (DeliveredBot bot, PollId poll) = await RecordedVoteAsync(PollRules.Usual with { IsSecret = true });
        await using (bot)
        {
            await bot.TurnAsync(turn =>
            {
                turn.Append([new PollCancelled(poll, A.Proposal(3))], new Moment(A.Coordinator, A.Noon));
                turn.DestroyBallots(poll);
            });

            await bot.DoDueAsync();

            Assert.Empty(bot.Calls);
            Assert.Equal(1, await OutcomesAsync(bot, "nothing to tell"));
        }
    }

    [Fact]
    public async Task Vote_OfOneWithoutAnAccount_DisturbsNobody()
    {
        (DeliveredBot bot, _) = await RecordedVoteAsync(A.Chief);
        await using (bot)
        {
            await bot.DoDueAsync();

            Assert.Empty(bot.Calls);
            Assert.Equal(1, await OutcomesAsync(bot, "nobody to tell"));
        }
    }

    [Theory]
    [InlineData("/v3/conversations", HttpStatusCode.Forbidden)]
    [InlineData("/activities", HttpStatusCode.Forbidden)]
    [InlineData("/activities", HttpStatusCode.NotFound)]
    public async Task Vote_OfOneWhoHasNotOrNotAnyMoreTheApp_IsGivenUp(string address, HttpStatusCode status)
    {
        (DeliveredBot bot, _) = await RecordedVoteAsync();
        await using (bot)
        {
            bot.Refuse(address, status);

            await bot.DoDueAsync();

            Assert.Equal(1, await OutcomesAsync(bot, "out of reach"));
            Assert.Null(await bot.Records.DueWork.FindNextDueAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Vote_TheChannelIsDown_IsToldLater()
    {
        (DeliveredBot bot, _) = await RecordedVoteAsync();
        await using (bot)
        {
            bot.Refuse("/v3/conversations", HttpStatusCode.ServiceUnavailable);
            await bot.DoDueAsync();
            bot.RefuseNothing();
            bot.Time.Advance(TimeSpan.FromSeconds(2));

            await bot.DoDueAsync();

            Assert.Equal(1, await OutcomesAsync(bot, "told"));
        }
    }

    [Fact]
    public async Task Confirmation_Recorded_IsToldWithWhoRecordedIt()
    {
        _story.Do(new RecommendWithoutPoll(_story.WalkWithCandidates(2)), A.Coordinator);
        _story.Do(new RecordConfirmation(Walk, A.Chief, A.Today, Manner.ByPhone), A.Coordinator);
        await using DeliveredBot bot = await DeliveredBot.StartAsync(_story);
        await bot.TurnAsync(turn => turn.Schedule(MemberNotice.OfConfirmation(Walk, Party.Police, A.Noon)));

        await bot.DoDueAsync();

        Assert.Equal($"{Chats}/a:{DeliveredBot.AccountOf(A.Chief)}/activities", bot.Calls[^1].Address);
        string told = ShownText.Of(bot.Calls[^1].Body!);
        Assert.Contains(
            "Trygghetssamordnare har antecknat att du bekräftade gruppens förslag från V1 i Tomelilla för polisen, per telefon 7 september 2020.",
            told,
            StringComparison.Ordinal);
        Assert.Contains("Säg genast till den som antecknade (Trygghetssamordnare)", told, StringComparison.Ordinal);
        Assert.Contains("Bekräfta själv på kortet i kanalen, så behöver ingen anteckna åt dig.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirmation_GivenByTheMemberThemself_IsNotTold()
    {
        _story.Do(new RecommendWithoutPoll(_story.WalkWithCandidates(2)), A.Coordinator);
        _story.Do(new ConfirmRecommendation(Walk), A.Chief);
        await using DeliveredBot bot = await DeliveredBot.StartAsync(_story);
        await bot.TurnAsync(turn => turn.Schedule(MemberNotice.OfConfirmation(Walk, Party.Police, A.Noon)));

        await bot.DoDueAsync();

        Assert.Empty(bot.Calls);
    }

    [Fact]
    public async Task Return_Recorded_IsToldWithTheReasonAndWhoRecordedIt()
    {
        _story.Do(new RecommendWithoutPoll(_story.WalkWithCandidates(2)), A.Coordinator);
        var told = new Told(A.Chief, A.Today, Manner.AtMeeting);
        _story.Do(new ReturnProposal(A.Proposal(2), "Platsen är kyrkans.", A.Poll(9), told), A.Coordinator);
        await using DeliveredBot bot = await DeliveredBot.StartAsync(_story);
        await bot.TurnAsync(turn => turn.Schedule(MemberNotice.OfReturn(A.Proposal(2), A.Noon)));

        await bot.DoDueAsync();

        string notice = ToChief(bot);
        Assert.Contains(
            "Trygghetssamordnare har antecknat att du lämnade tillbaka V1-02 Måla tunneln vit för polisen, på möte 7 september 2020.",
            notice,
            StringComparison.Ordinal);
        Assert.Contains("Orsak: Platsen är kyrkans.", notice, StringComparison.Ordinal);
        Assert.Contains("Säg genast till den som antecknade (Trygghetssamordnare)", notice, StringComparison.Ordinal);
    }

    private static string ToChief(DeliveredBot bot) => ShownText.Of(
        Assert.Single(bot.Calls, call => call.Address == $"{Chats}/a:{DeliveredBot.AccountOf(A.Chief)}/activities").Body!);

    private static Task<long> OutcomesAsync(DeliveredBot bot, string outcome) =>
        bot.Records.CountAsync($"SELECT COUNT(*) FROM due_work WHERE kind = 'notify-member' AND state = 'done' AND outcome = '{outcome}'");

    private Task<(DeliveredBot Bot, PollId Poll)> RecordedVoteAsync(params MemberId[] withoutAccount) =>
        RecordedVoteAsync(PollRules.Usual with { ExtensionDays = 0 }, withoutAccount);

    private async Task<(DeliveredBot Bot, PollId Poll)> RecordedVoteAsync(PollRules rules, params MemberId[] withoutAccount)
    {
        PollId poll = A.Poll(1);
        _story.Do(new OpenPoll(poll, _story.WalkWithCandidates(4), rules, A.Noon.AddDays(3)), A.Coordinator);
        DeliveredBot bot = await DeliveredBot.StartAsync(_story, withoutAccount);
        await bot.TurnAsync(turn =>
        {
            var ballot = new Ballot(A.Chief, [A.Proposal(3)], A.Noon, new BallotRecording(A.Coordinator, Manner.ByPhone));
            turn.Cast(poll, ballot);
            turn.Schedule(MemberNotice.OfVote(turn.Partnership.FindPoll(poll)!, ballot, A.Noon));
        });
        return (bot, poll);
    }
}
