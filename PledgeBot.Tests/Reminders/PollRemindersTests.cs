using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Reminders;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Tests.Delivery;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Running;

namespace PledgeBot.Tests.Reminders;

/// <summary>Who has not answered is reminded at half time and one working day before closing, in working hours, once; and nobody else.</summary>
public sealed class PollRemindersTests
{
    private static readonly PollId Id = A.Poll(1);

    // Monday 7 September 2020 is an ordinary week; midsummer 2020 is Friday 19 June.
    [Theory]
    [InlineData("2020-09-07 12:00", "2020-09-17 15:00", "half 2020-09-14 08:00", "last 2020-09-16 15:00")]
    [InlineData("2020-09-07 12:00", "2020-09-18 20:00", "half 2020-09-14 08:00", "last 2020-09-18 08:00")]
    [InlineData("2020-09-07 12:00", "2020-09-11 06:00", "half 2020-09-09 09:00", "last 2020-09-10 08:00")]
    [InlineData("2020-06-15 10:00", "2020-06-23 15:00", "half 2020-06-22 08:00", "last 2020-06-22 15:00")]
    [InlineData("2020-06-17 10:00", "2020-06-22 15:00", "last 2020-06-18 15:00", "half 2020-06-22 08:00")]
    [InlineData("2020-09-10 15:00", "2020-09-14 08:00", "last 2020-09-11 08:00")]
    [InlineData("2020-09-07 12:00", "2020-09-09 12:00", "last 2020-09-08 12:00")]
    [InlineData("2020-09-07 12:00", "2020-09-08 10:00", "half 2020-09-08 08:00")]
    [InlineData("2020-09-07 12:00", "2020-09-07 13:00", "half 2020-09-07 12:30")]
    [InlineData("2020-09-11 18:00", "2020-09-13 18:00")]
    [InlineData("2020-10-24 09:00", "2020-10-27 15:00", "half 2020-10-26 08:00", "last 2020-10-26 15:00")]
    public void Times_OfAPoll_AreInWorkingHoursBeforeItCloses(string opened, string closes, params string[] expected)
    {
        Poll poll = A.PollOf() with { OpenedAt = Local(opened), ClosesAt = Local(closes) };

        Assert.Equal(expected, PollReminders.Times(poll).Select(reminder => $"{reminder.Occasion} {SwedishTime.LocalAt(reminder.At):yyyy-MM-dd HH:mm}"));
        Assert.All(PollReminders.Times(poll), reminder => Assert.True(WorkingHours.IsWithin(reminder.At) && reminder.At < poll.ClosesAt));
    }

    [Fact]
    public async Task HalfTime_RemindsThoseWhoHaveNotAnsweredWithTheirBallot_Once()
    {
        await using DeliveredBot bot = await StartAsync();
        await bot.TurnAsync(turn =>
        {
            foreach (MemberId voter in A.Voters.Where(voter => voter != A.Streets && voter != A.Chief))
            {
                turn.Cast(Id, new Ballot(voter, [A.Proposal(1)], A.Noon));
            }
        });
        bot.Time.SetUtcNow(Local("2020-09-09 14:00"));
        await bot.DoDueAsync();

        Assert.Equal([A.Streets, A.Chief], RemindedBy(bot));
        string told = ShownText.Of(bot.Calls.Last(call => IsMessageTo(call, A.Streets)).Body!);
        Assert.Contains("Påminnelse: du har inte röstat än", told, StringComparison.Ordinal);
        Assert.Contains("Omröstningen om förslagen från V1 i Tomelilla stänger fredag 11 september kl. 15.00.", told, StringComparison.Ordinal);
        Assert.Contains("Du har inte röstat än.", told, StringComparison.Ordinal);
        Assert.Contains("poll.vote", bot.Calls.Last(call => IsMessageTo(call, A.Streets)).Body!.ToJsonString(), StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromHours(3));
        await bot.DoDueAsync();
        Assert.Equal(2, RemindedBy(bot).Length);
    }

    [Fact]
    public async Task LastDay_RemindsAgainWhoHasStillNotAnswered_AndNobodyWhoHas()
    {
        await using DeliveredBot bot = await StartAsync();
        bot.Time.SetUtcNow(Local("2020-09-09 14:00"));
        await bot.DoDueAsync();
        Assert.Equal(A.Voters.ToHashSet(), RemindedBy(bot).ToHashSet());
        await bot.TurnAsync(turn =>
        {
            foreach (MemberId voter in A.Voters.Where(voter => voter != A.School))
            {
                turn.Cast(Id, new Ballot(voter, [], A.Noon));
            }
        });

        bot.Time.SetUtcNow(Local("2020-09-10 15:00"));
        await bot.DoDueAsync();

        Assert.Equal(A.School, Assert.Single(RemindedBy(bot).Skip(A.Voters.Length)));
    }

    [Fact]
    public async Task Reminder_OfOneWhoAnswersBeforeItIsSent_IsNotSent()
    {
        await using DeliveredBot bot = await StartAsync();
        await bot.TurnAsync(turn =>
        {
            turn.Schedule(MemberNotice.OfReminder(Id, A.Streets, A.Noon));
            turn.Schedule(MemberNotice.OfReminder(Id, A.RescueService, A.Noon));
            turn.Cast(Id, new Ballot(A.Streets, [], A.Noon));
        });

        await bot.DoDueAsync();

        Assert.Empty(RemindedBy(bot));
    }

    [Fact]
    public async Task Reminder_OfOneWithoutAnAccount_DisturbsNobody()
    {
        await using DeliveredBot bot = await StartAsync(A.Chief);
        bot.Time.SetUtcNow(Local("2020-09-09 14:00"));

        await bot.DoDueAsync();

        Assert.Equal(A.Voters.Length - 1, RemindedBy(bot).Length);
    }

    [Fact]
    public async Task Reminder_ThatIsLate_WaitsForWorkingHours()
    {
        await using DeliveredBot bot = await StartAsync();
        bot.Time.SetUtcNow(Local("2020-09-09 22:00"));
        await bot.DoDueAsync();
        Assert.Empty(RemindedBy(bot));

        bot.Time.SetUtcNow(Local("2020-09-10 08:00"));
        await bot.DoDueAsync();

        Assert.Equal(A.Voters.Length, RemindedBy(bot).Length);
    }

    [Fact]
    public async Task Reminders_ThatAreBothLate_AreOne()
    {
        await using DeliveredBot bot = await StartAsync();
        bot.Time.SetUtcNow(Local("2020-09-11 09:00"));

        await bot.DoDueAsync();

        Assert.Equal(A.Voters.Length, RemindedBy(bot).Length);
    }

    [Fact]
    public async Task Poll_GetsMoreTime_HasANewLastDay()
    {
        await using DeliveredBot bot = await StartAsync();
        bot.Time.SetUtcNow(Local("2020-09-10 15:00"));
        await bot.DoDueAsync();
        int before = RemindedBy(bot).Length;
        await DecideAsync(bot, new ExtendPoll(Id, Local("2020-09-18 15:00"), "Flera är borta"));

        bot.Time.SetUtcNow(Local("2020-09-17 14:59"));
        await bot.DoDueAsync();
        Assert.Equal(before, RemindedBy(bot).Length);
        bot.Time.SetUtcNow(Local("2020-09-17 15:00"));
        await bot.DoDueAsync();

        Assert.Equal(before + A.Voters.Length, RemindedBy(bot).Length);
    }

    [Fact]
    public async Task Poll_BrokenOff_RemindsNobody()
    {
        await using DeliveredBot bot = await StartAsync();
        await DecideAsync(bot, new WithdrawProposal(A.Proposal(4), "Fastigheten är såld", A.Poll(2)));
        Assert.Equal(0, await bot.Records.CountAsync($"SELECT COUNT(*) FROM due_work WHERE kind = 'remind' AND key LIKE '{Id}/%' AND state = 'waiting'"));
    }

    private static MemberId[] RemindedBy(DeliveredBot bot) =>
        [.. bot.Calls.Select(call => A.Voters.FirstOrDefault(voter => IsMessageTo(call, voter))).Where(voter => voter != default)];

    private static bool IsMessageTo(DeliveredBot.Call call, MemberId member) =>
        call.Address == $"POST /connector/v3/conversations/a:{DeliveredBot.AccountOf(member)}/activities";

    private static DateTimeOffset Local(string time) => SwedishTime.InstantOf(DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Starts with a poll that has been open since Monday noon until Friday 11 September at 15.00; half time is on Wednesday at 13.30.</summary>
    private static async Task<DeliveredBot> StartAsync(params MemberId[] withoutAccount)
    {
        Story story = A.Story();
        story.WalkWithCandidates(4);
        DeliveredBot bot = await DeliveredBot.StartAsync(story, withoutAccount);
        await DecideAsync(bot, new OpenPoll(Id, new Domain.Walks.WalkNumber(1), PollRules.Usual, Local("2020-09-11 15:00")));
        return bot;
    }

    private static Task DecideAsync(DeliveredBot bot, Command command) => bot.TurnAsync(turn =>
    {
        var moment = new Moment(A.Coordinator, bot.Time.GetUtcNow());
        var accepted = Assert.IsType<Decision.Accepted>(turn.Partnership.Decide(command, moment));
        turn.Append(accepted.Events, moment);
        Consequences.Schedule(turn, accepted.Events, moment.Now);
    });
}
