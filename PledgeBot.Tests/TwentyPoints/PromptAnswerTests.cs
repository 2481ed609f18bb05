using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Records;
using PledgeBot.Tests.Traffic;
using PledgeBot.Worker;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>
/// Point 6: whoever waits gets an answer or a sign within two seconds and never waits for fifteen, also when the channel does not
/// answer what the bot asks it. The time is that of the test's clock.
/// </summary>
public sealed class PromptAnswerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DialogPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    public static TheoryData<string> Names => [.. TrafficSample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Activity_TheChannelTellsNothing_IsAnsweredInTime(string name)
    {
        var sample = TrafficSample.Read(name);
        await using TrafficPartnership partnership = await TrafficPartnership.StartAsync();
        HostedBot bot = partnership.Bot;
        bot.Channel.IsSilent = true;
        int before = bot.Channel.Messages.Count;

        TimeSpan waited = await WaitOutAsync(bot, bot.PostAsync(sample.Activity.GetRawText()), waited => Assert.True(
            waited + Step <= Patience || HasSign(bot, before) || (IsInvoke(sample) && waited + Step <= DialogPatience),
            $"There was no sign after {waited}."));
        waited += await WaitOutAsync(bot, bot.DoDueWorkAsync(), later => Assert.True(
            waited + later + Step < Never || HasMessage(bot, before) || sample.Expect.Sends == 0,
            $"There was no answer after {waited + later}."));

        Assert.Equal(sample.Expect.Sends > 0, HasMessage(bot, before));
    }

    [Fact]
    public async Task Members_AskedForWhileTheTeamCannotBeRead_AreShownAtOnce()
    {
        await using TrafficPartnership partnership = await TrafficPartnership.StartAsync();
        HostedBot bot = partnership.Bot;
        bot.Channel.IsSilent = true;
        var sent = new Sent();
        int before = bot.Channel.Messages.Count;

        await using RunningWorker worker = await RunningWorker.StartAsync(bot);
        await bot.PostAsync(sent.Message(TrafficPartnership.Anna, Scope.Personal, "medlemmar").ToJsonString());
        await bot.Channel.WhenAskedAsync();
        await bot.PostAsync(sent.Message(TrafficPartnership.Anna, Scope.Personal, "status").ToJsonString());

        // The clock stands still meanwhile.
        await bot.Channel.WhenSentAsync(before + 2);
        Assert.True(bot.Channel.IsWaitedFor);
    }

    [Fact]
    public async Task SetUp_TheChannelDoesNotTellWhoAsks_OpensBeforeTheClientGivesUp()
    {
        await using TemporaryRecords records = await TemporaryRecords.CreateAsync();
        await using HostedBot bot = await HostedBot.StartAsync(A.Noon, services => services.Use(records));
        var sent = new Sent();
        await bot.SendAsync(sent.Installation(TrafficPartnership.Anna, Scope.Channel));
        ChannelMessage welcome = Assert.Single(bot.Channel.Messages);
        bot.Channel.IsSilent = true;
        JsonObject open = sent.OpenForm(TrafficPartnership.Anna, Scope.Channel, new JsonObject { ["dialog"] = "set-up", ["subject"] = "" }, welcome.Id);

        Task<(int Status, JsonElement? Body)> opening = bot.PostAsync(open.ToJsonString());
        TimeSpan waited = await WaitOutAsync(bot, opening, waited => Assert.True(waited + Step <= DialogPatience, $"There was no form after {waited}."));

        Assert.True(waited > TimeSpan.Zero, "It did not ask.");
        Assert.Equal("continue", (await opening).Body!.Value.GetProperty("task").GetProperty("type").GetString());
    }

    /// <summary>The bot's own worker, which does what is due as it comes due.</summary>
    private sealed class RunningWorker(DueWorkWorker worker) : IAsyncDisposable
    {
        public static async Task<RunningWorker> StartAsync(HostedBot bot)
        {
            var worker = new DueWorkWorker(
                bot.Services.GetRequiredService<IDueWorkList>(),
                bot.Services.GetRequiredService<IDueWorkDispatcher>(),
                bot.Services.GetRequiredService<DueWorkSignal>(),
                bot.Time,
                NullLogger<DueWorkWorker>.Instance);
            await worker.StartedAsync(TestContext.Current.CancellationToken);
            return new RunningWorker(worker);
        }

        public async ValueTask DisposeAsync()
        {
            await worker.StoppingAsync(CancellationToken.None);
            worker.Dispose();
        }
    }

    /// <summary>Lets the clock go on whenever something waits for the channel, until it has given up.</summary>
    /// <returns>How long it took by the clock.</returns>
    private static async Task<TimeSpan> WaitOutAsync(HostedBot bot, Task task, Action<TimeSpan> beforeEachStep)
    {
        TimeSpan waited = TimeSpan.Zero;
        while (await Task.WhenAny(task, bot.Channel.WhenAskedAsync()) != task)
        {
            while (bot.Channel.IsWaitedFor)
            {
                beforeEachStep(waited);
                bot.Time.Advance(Step);
                waited += Step;
            }
        }

        await task;
        return waited;
    }

    private static bool IsInvoke(TrafficSample sample) => sample.Activity.GetProperty("type").GetString() == "invoke";

    private static bool HasSign(HostedBot bot, int before) => bot.Channel.Messages.Count > before;

    private static bool HasMessage(HostedBot bot, int before) =>
        bot.Channel.Messages.Skip(before).Any(message => message.Activity.GetProperty("type").GetString() == "message");
}
