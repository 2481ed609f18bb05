using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using PledgeBot.Dialogs.Polls;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Subjects;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Records;

/// <summary>
/// Secret votes in every way that there is to cast one, through the front door and into a file. When the poll has closed and what was to
/// be sent is sent, the file is searched for anything that says who picked what.
/// </summary>
public sealed class SecretVoteTraceTests : IAsyncLifetime
{
    private const string Municipality = "Tomelilla kommun";
    private const string Team = "team";

    private static readonly WalkNumber Walk = new(1);
    private static readonly PollId Poll = A.Poll(1);

    // No pair is of neighbours, nor what is chosen in the end, so that no list of candidates holds one of them.
    private static readonly (MemberId Member, int First, int Second)[] Votes =
    [
        (A.Streets, 1, 3),
        (A.School, 1, 4),
        (A.SocialServices, 1, 5),
        (A.SafetyManager, 1, 6),
        (A.Coordinator, 2, 8),
        (A.Chief, 2, 7),
    ];

    // Told to somebody and never saved, or changed since.
    private static readonly (MemberId Member, int First, int Second)[] NeverCounted =
    [
        (A.Streets, 1, 7),
        (A.SocialServices, 1, 8),
        (A.Officer, 2, 6),
        (A.Officer, 2, 4),
        (A.Officer, 2, 5),
    ];

    private FrontDoor _door = null!;
    private PartnershipId _id;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _door = await FrontDoor.OpenAsync();
        _id = await _door.FormAsync(Team, Municipality);
        await _door.DoAsync(_id, A.Coordinator, A.PlanWalk(), A.CarryOutWalk(Walk));
        for (int number = 1; number <= 8; number++)
        {
            await _door.DoAsync(_id, A.Coordinator, A.RegisterProposal(Walk, suggestion: $"Förslag {number}"), new TriageProposal(A.Proposal(number), A.Candidate()));
        }
    }

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    [Fact]
    public async Task Closed_ASecretPoll_NothingInTheFileSaysWhoPickedWhat()
    {
        await OpenAsync(isSecret: true);
        await VoteInEveryWayAsync();
        Dictionary<MemberId, Receipt> receipts = await ReceiptsAsync();

        await CloseAsync();

        Assert.Equal(Votes.Length, (await _door.ReadAsync(_id)).FindPoll(Poll)!.Result!.Ballots.Length);
        Assert.Empty(await TracesInRowsAsync(receipts));
        Assert.Empty(await TracesInFilesAsync(receipts));
    }

    [Fact]
    public async Task Closed_ASecretPollWhoseRepliesCouldNotBeSent_NothingInTheFileSaysWhoPickedWhat()
    {
        await OpenAsync(isSecret: true);
        _door.Connector.Refuses = HttpStatusCode.Forbidden;
        await VoteInEveryWayAsync();
        Dictionary<MemberId, Receipt> receipts = await ReceiptsAsync();

        await CloseAsync();

        Assert.Empty(await TracesInRowsAsync(receipts));
        Assert.Empty(await TracesInFilesAsync(receipts));
    }

    [Fact]
    public async Task Closed_WhileRepliesWaitToBeSent_NothingInTheFileSaysWhoPickedWhatOnceTheyAreSent()
    {
        await OpenAsync(isSecret: true);
        await VoteInEveryWayAsync();
        Dictionary<MemberId, Receipt> receipts = await ReceiptsAsync();
        await _door.PostAsync(FrontDoor.Saying(_door.Personal(AccountOf(A.SocialServices)), "rösta 1 5"));
        await _door.PostAsync(FrontDoor.Saying(_door.Personal(AccountOf(A.SocialServices)), "omröstning"));

        await CloseAsync();

        Assert.Empty(await TracesInRowsAsync(receipts));
        Assert.Empty(await TracesInFilesAsync(receipts));
    }

    [Fact]
    public async Task Closed_ByTheLastVote_NothingInTheFileSaysWhoPickedWhat()
    {
        await OpenAsync(isSecret: true);
        await VoteInEveryWayAsync();
        Dictionary<MemberId, Receipt> receipts = await ReceiptsAsync();

        await _door.PostAsync(FrontDoor.Saying(_door.Personal(AccountOf(A.Officer)), "rösta 2 5"));
        PollResult result = (await _door.ReadAsync(_id)).FindPoll(Poll)!.Result!;
        receipts[A.Officer] = result.Ballots.Select(ballot => ballot.Receipt).Except(receipts.Values).Single();
        Assert.NotEmpty(await TracesInRowsAsync(receipts));
        await CloseAsync();

        Assert.Empty(await TracesInRowsAsync(receipts));
        Assert.Empty(await TracesInFilesAsync(receipts));
    }

    [Fact]
    public async Task Withdrawn_ACandidateOfASecretPoll_NothingInTheFileSaysWhoPickedWhat()
    {
        await OpenAsync(isSecret: true);
        await VoteInEveryWayAsync();
        Dictionary<MemberId, Receipt> receipts = await ReceiptsAsync();

        await WriteAllAsync(A.Coordinator, "dra tillbaka V1-08", "nästa", "Platsen byggs om", "spara");

        Assert.NotNull((await _door.ReadAsync(_id)).FindPoll(Poll)!.Withdrawn);
        Assert.Empty(await TracesInRowsAsync(receipts));
        Assert.Empty(await TracesInFilesAsync(receipts));
    }

    [Fact]
    public async Task Closed_AnOpenPoll_TheSearchFindsWhatItLooksFor()
    {
        await OpenAsync(isSecret: false);
        await VoteInEveryWayAsync();
        Dictionary<MemberId, Receipt> receipts = await ReceiptsAsync();

        await CloseAsync();

        Assert.Contains(await TracesInRowsAsync(receipts), trace => trace.StartsWith("events: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_ASecretPoll_TheSearchFindsWhatTheFileStillHas()
    {
        await OpenAsync(isSecret: true);
        await VoteInEveryWayAsync();

        Assert.NotEmpty(await TracesInFilesAsync(await ReceiptsAsync()));
    }

    private Task OpenAsync(bool isSecret) =>
        _door.DoAsync(_id, A.Coordinator, new OpenPoll(Poll, Walk, PollRules.Usual with { IsSecret = isSecret }, A.Noon.AddDays(3)));

    private async Task VoteInEveryWayAsync()
    {
        // By card, changed; by an older client's card; by typing, changed, alone with the bot and in the channel, where a secret vote
        // does not count.
        await PressAsync(_door.Personal(AccountOf(A.Streets)), "V1-01,V1-07");
        await PressAsync(_door.Personal(AccountOf(A.Streets)), "V1-01,V1-03");
        await PressAsync(_door.Personal(AccountOf(A.School)), "V1-01,V1-04", asSubmit: true);
        await WriteAsync(A.SocialServices, "rösta 1 8");
        await WriteAsync(A.SocialServices, "rösta 1 5");
        await WriteAsync(A.SocialServices, "omröstning");
        await _door.SayAsync(FrontDoor.Saying(_door.InTeam(AccountOf(A.SafetyManager), Team), "rösta 1 6"));
        await WriteAsync(A.SafetyManager, "rösta 1 6");
        await PressAsync(_door.InTeam(AccountOf(A.Coordinator), Team), "V1-02,V1-08");

        // Recorded by a coordinator, step by step; begun by another one and cancelled, and begun once more and left lying.
        await WriteAllAsync(A.Coordinator, "anteckna röst V1", "lokalpolis", "2 7", "telefon", "spara");
        await WriteAllAsync(A.Officer, "anteckna röst V1", "lokalpolis", "2 6", "avbryt");
        await WriteAllAsync(A.Officer, "anteckna röst V1", "lokalpolis", "2 4", "telefon");

        // The form, filled in with too many picks and sent back.
        AdaptiveCard card = await ShowAsync(_door.Personal(AccountOf(A.Officer)));
        AdaptiveAction open = CardActions.Of(card).OfType<SubmitAction>().First(action => action.Title == "Anteckna röst");
        Said form = await _door.PressAsync(_door.Personal(AccountOf(A.Officer)), open);
        Activity filled = _door.Personal(AccountOf(A.Officer));
        FrontDoor.Pressing(
            filled, form.Card.Actions![0], inputs: [("who", A.Chief.ToString()), ("picks", "V1-02,V1-05,V1-03"), ("manner", nameof(Manner.ByPhone))]);
        filled.Type = ActivityTypes.Invoke;
        filled.Name = Teams.Invokes.InvokeNames.TaskSubmit;
        filled.Value = JsonSerializer.SerializeToElement(new { data = filled.Value });
        await _door.PostAsync(filled);
        await _door.DeliverAsync();

        BallotBox box = await BoxAsync();
        Assert.All(Votes, vote => Assert.Equal([A.Proposal(vote.First), A.Proposal(vote.Second)], box.BallotOf(vote.Member)!.Picks));
        Assert.False(box.HasAnswered(A.Officer));
    }

    /// <summary>Lets the time pass, somebody else look in, and everything be sent that is to be.</summary>
    private async Task CloseAsync()
    {
        _door.Time.Advance(TimeSpan.FromDays(3));
        await WriteAsync(A.RescueService, "status");
        for (int hour = 0; hour < 3; hour++)
        {
            await _door.DeliverAsync();
            _door.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.NotNull((await _door.ReadAsync(_id)).FindPoll(Poll)!.Result);
    }

    private async Task PressAsync(Activity place, string picks, bool asSubmit = false)
    {
        AdaptiveAction vote = CardActions.Of(await ShowAsync(_door.Personal(place.From!.AadObjectId!))).OfType<ExecuteAction>().First(action => action.Verb == PollFeature.VoteVerb);
        await _door.PostAsync(FrontDoor.Pressing(place, vote, asSubmit, (PollCard.Picks, picks)));
        await _door.DeliverAsync();
    }

    /// <summary>Gets a member's own card; drawn anew, because a connector that refuses everything shows none.</summary>
    private async Task<AdaptiveCard> ShowAsync(Activity place) =>
        (await _door.PressAsync(place, Dialogs.Parts.ViewButton.For("Visa", Dialogs.Subjects.Subject.Of(Poll)))).Card;

    private async Task WriteAsync(MemberId who, string text) => await _door.SayAsync(FrontDoor.Saying(_door.Personal(AccountOf(who)), text));

    private async Task WriteAllAsync(MemberId who, params string[] texts)
    {
        foreach (string text in texts)
        {
            await WriteAsync(who, text);
        }
    }

    private Task<BallotBox> BoxAsync() => _door.Records.Partnerships.ReadBallotsAsync(_id, Poll, Cancel);

    private async Task<Dictionary<MemberId, Receipt>> ReceiptsAsync()
    {
        BallotBox box = await BoxAsync();
        return Votes.ToDictionary(vote => vote.Member, vote => box.BallotOf(vote.Member)!.Receipt!.Value);
    }

    private static string AccountOf(MemberId member) => $"{Municipality}/{A.Members.First(entry => entry.Member == member).Title}";

    /// <summary>Finds the rows that hold both a member and their picks or their receipt.</summary>
    private async Task<List<string>> TracesInRowsAsync(Dictionary<MemberId, Receipt> receipts)
    {
        var traces = new List<string>();
        foreach ((string table, string written) in await RowsAsync())
        {
            string row = Unescaped(written, code => ((char)code).ToString());
            foreach ((MemberId member, int first, int second) in Votes.Concat(NeverCounted))
            {
                string guid = member.ToString().Replace("-", "", StringComparison.Ordinal);
                bool isThere = row.Replace("-", "", StringComparison.Ordinal).Contains(guid, StringComparison.OrdinalIgnoreCase)
                    || row.Contains(AccountOf(member), StringComparison.Ordinal);
                bool hasReceipt = receipts.TryGetValue(member, out Receipt receipt) && FormsOf(receipt).Any(form => row.Contains(form, StringComparison.OrdinalIgnoreCase));
                if (isThere && (hasReceipt || PicksPattern(first, second).IsMatch(row)))
                {
                    traces.Add($"{table}: {row}");
                }
            }
        }

        return traces;
    }

    /// <summary>Finds the places in the file, and in the log beside it, that hold somebody's picks or receipt elsewhere than in the count.</summary>
    private async Task<List<string>> TracesInFilesAsync(Dictionary<MemberId, Receipt> receipts)
    {
        var traces = new List<string>();
        foreach (string file in (string[])[_door.Records.File, _door.Records.File + "-wal"])
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, Cancel);
            string text = Unescaped(Encoding.Latin1.GetString(bytes), code => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(((char)code).ToString())));
            IEnumerable<Match> found = Votes.Concat(NeverCounted).SelectMany(vote => PicksPattern(vote.First, vote.Second).Matches(text))
                .Concat(receipts.Values.SelectMany(FormsOf).SelectMany(form => Regex.Matches(text, Regex.Escape(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(form))))));
            traces.AddRange(found
                .Where(match => !Regex.IsMatch(text[Math.Max(0, match.Index - 60)..match.Index], """\{"receipt":"([^"]*","picks":\[")?$"""))
                .Select(match => $"{Path.GetExtension(file)}: …{text[Math.Max(0, match.Index - 100)..Math.Min(text.Length, match.Index + 100)]}…"));
        }

        return traces;
    }

    // JSON has å, ä and ö, which many receipts have, as codes.
    private static string Unescaped(string text, Func<int, string> letter) =>
        Regex.Replace(text, @"\\u(?<code>00[0-9A-Fa-f]{2})", found => letter(Convert.ToInt32(found.Groups["code"].Value, 16)));

    // In JSON the letters å, ä and ö may be written as numbers.
    private static string[] FormsOf(Receipt receipt) => [.. new[] { receipt.ToString(), JsonEncodedText.Encode(receipt.ToString()).ToString() }.Distinct()];

    private static Regex PicksPattern(int first, int second) => new(
        string.Create(CultureInfo.InvariantCulture, $"(V1-0{first}.{{1,6}}V1-0{second})|(rösta {first} {second})|(\"{first} {second}\")"), RegexOptions.Singleline);

    private async Task<List<(string Table, string Row)>> RowsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_door.Records.File};Pooling=False");
        await connection.OpenAsync(Cancel);
        var rows = new List<(string Table, string Row)>();
        foreach (string table in (await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")).ToArray())
        {
            rows.AddRange((await ReadAsync(connection, $"SELECT * FROM \"{table}\"")).Select(row => (table, row)));
        }

        return rows;
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            object[] values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(string.Join('|', values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
