using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.Traffic;

/// <summary>The partnership that the corpus' activities are about, on disk, with its messages in the channel. Made once and copied.</summary>
internal sealed class TrafficPartnership : IAsyncDisposable
{
    private static readonly Lazy<Task<(byte[] File, IReadOnlyList<ChannelMessage> Shown)>> Made = new(MakeAsync);

    private readonly DirectoryInfo _directory;
    private readonly TemporaryRecords _records;

    private TrafficPartnership(DirectoryInfo directory, TemporaryRecords records, HostedBot bot)
    {
        _directory = directory;
        _records = records;
        Bot = bot;
    }

    /// <summary>Gets the coordinator.</summary>
    public static ChannelPerson Anna { get; } = new("29:1Anna-tomelilla-x", "0c1d2e3f-1111-4222-8333-944455566601", "Anna Ek");

    /// <summary>Gets the bot that works for it.</summary>
    public HostedBot Bot { get; }

    /// <summary>Starts a bot with a copy of the partnership.</summary>
    public static async Task<TrafficPartnership> StartAsync()
    {
        (byte[] bytes, IReadOnlyList<ChannelMessage> shown) = await Made.Value;
        DirectoryInfo directory = Directory.CreateTempSubdirectory("pledgebot-traffic-");
        string file = Path.Combine(directory.FullName, "records.db");
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        var records = TemporaryRecords.Open(file);
        HostedBot bot = await StartAsync(records);
        foreach (ChannelMessage message in shown)
        {
            bot.Channel.Seed(message.Conversation, message.Id);
        }

        return new TrafficPartnership(directory, records, bot);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await _records.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private static async Task<(byte[] File, IReadOnlyList<ChannelMessage> Shown)> MakeAsync()
    {
        await using TemporaryRecords records = await TemporaryRecords.CreateAsync();
        await using HostedBot bot = await StartAsync(records);
        Story story = Play();
        PartnershipId id = story.Partnership.Id;
        await records.Directory.EnterAsync(Place.Of(id), TestContext.Current.CancellationToken);
        await records.Partnerships.TurnAsync(id, turn =>
        {
            foreach (RecordedEvent recorded in story.Log)
            {
                turn.Append([recorded.Event], new Moment(recorded.By, recorded.At));
                Dialogs.Delivery.Consequences.Schedule(turn, [recorded.Event], recorded.At);
            }

            People.ForEach(turn.Enter);
        });
        await bot.DoDueWorkAsync();
        IReadOnlyList<ChannelMessage> shown = bot.Channel.Messages;
        await records.CountAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return (await File.ReadAllBytesAsync(records.File, TestContext.Current.CancellationToken), shown);
    }

    private static Task<HostedBot> StartAsync(TemporaryRecords records) => HostedBot.StartAsync(A.Noon, services => services.Use(records));

    /// <summary>V1 is voted about, V2 was to be walked yesterday, V3 takes proposals, V4 waits for its confirmations, V5 has a measure.</summary>
    private static Story Play()
    {
        Story story = A.Story();
        story.OpenPoll(story.WalkWithCandidates(3));
        story.PlanWalk(new DateTime(2020, 9, 6, 18, 0, 0));
        story.CarryOutWalk();
        story.Do(new RecommendWithoutPoll(story.WalkWithCandidates(1)), A.Coordinator);
        story.Decide();
        return story;
    }

    private static readonly List<Contact> People =
    [
        Anna.ToContact(A.Coordinator),
        Person(A.Officer, "Bo Lind", "0c1d2e3f-1111-4222-8333-944455566602", "29:1Bo-ystad-y"),
        Person(A.Streets, "Cia Berg", "0c1d2e3f-1111-4222-8333-944455566603", "29:1Cia-gata-z"),
        Person(A.Chief, "David Roth", "0c1d2e3f-1111-4222-8333-944455566604", "29:1David-ystad-q"),
        Person(A.RescueService, "Eva Sand", "0c1d2e3f-1111-4222-8333-944455566605", "29:1Eva-raddning-r"),
    ];

    private static Contact Person(MemberId member, string name, string directoryId, string account) => new(member, name, directoryId, account);
}
