using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.Polls;

/// <summary>
/// Before a poll closes nothing that anybody can see depends on how the others have voted: random histories are played twice, the same
/// but for what the others pick, and all that one member can see of the two is compared: the channel's messages and their changes, the
/// own chat, the answers to whatever the member asks, and the log.
/// </summary>
public sealed partial class HiddenTallyTests
{
    private const int Histories = 16;
    private const int Steps = 45;
    private const int Candidates = 6;

    /// <summary>What the one who looks may ask, typed; all of it is asked again and again while the others vote.</summary>
    private static readonly string[] Questions =
    [
        "status", "omröstning", "visa omröstning V1", "V1", "vandringar", "åtgärder", "hjälp", "löftet", "förslag V1", "V1-02", "gruppens förslag V1",
        "rösta 9", "rösta 1 2 3", "stäng omröstning", "kvitto", "kvitto björk havre", "protokoll V1", "regler", "anteckna röst", "förläng omröstning",
        "avgör V1", "lotta V1", "medlemmar", "veckan", "poll", "status V1",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Histories)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Anything_WhileThePollIsOpen_DependsOnNobodyElsesPicks(int seed)
    {
        string[] seen = await PlayAsync(seed, othersPicks: 1);
        string[] seenOtherwise = await PlayAsync(seed, othersPicks: 2);

        Assert.True(seen.Length > Steps / 4, "There is nothing to compare.");
        Assert.Equal(seen, seenOtherwise);
    }

    /// <summary>The play notices a difference: what the one who looks picks is in what they see.</summary>
    [Fact]
    public async Task Anything_OfOnesOwn_IsSeen()
    {
        string[] seen = await PlayAsync(seed: 3, othersPicks: 1, ownPicks: 1);
        string[] seenOtherwise = await PlayAsync(seed: 3, othersPicks: 1, ownPicks: 2);

        Assert.NotEqual(seen, seenOtherwise);
    }

    private static async Task<string[]> PlayAsync(int seed, int othersPicks, int ownPicks = 1)
    {
        var random = new Random(seed);
        var others = new Random(seed + (othersPicks * 1_000));
        var own = new Random(seed + (ownPicks * 1_000_000));
        await using TemporaryRecords records = await TemporaryRecords.CreateAsync();
        Story story = A.Story();
        WalkNumber walk = story.WalkWithCandidates(Candidates);
        var rules = new PollRules(
            PollRules.ChosenPerWalk,
            Exactly: random.Next(2) == 0,
            IsSecret: random.Next(2) == 0,
            Share: (QuorumShare)random.Next(3),
            ExtensionDays: random.Next(4));
        story.Do(new OpenPoll(A.Poll(1), walk, rules, story.Now.AddDays(8)), A.Coordinator);
        MemberId looker = random.Next(2) == 0 ? A.Coordinator : A.Voters[random.Next(A.Voters.Length)];
        await KeepAsync(records, story);

        await using HostedBot bot = await HostedBot.StartAsync(story.Now, services => services.Use(records));
        bot.Channel.Roster.AddRange(A.Members.Select(entry => ChannelPerson.Of(entry.Member)));
        await bot.DoDueWorkAsync();
        var play = new Play(bot, looker, rules);
        for (int step = 0; step < Steps; step++)
        {
            switch (random.Next(10))
            {
                case < 5:
                    // One never votes, so that the poll stays open.
                    MemberId voter = A.Voters[random.Next(A.Voters.Length - 1)];
                    await play.VoteAsync(voter, random.Next(4), voter == looker ? own : others);
                    break;
                case < 8:
                    await play.AskAsync(Questions[random.Next(Questions.Length)], random.Next(3) == 0 ? Scope.Channel : Scope.Personal, random.Next(4) == 0 ? "en-US" : "sv-SE");
                    break;
                case 8:
                    await play.LookAsync(random.Next(2) == 0 ? "poll/" + A.Poll(1) : "walk/V1");
                    break;
                default:
                    bot.Time.Advance(TimeSpan.FromHours(random.Next(1, 5)));
                    await bot.DoDueWorkAsync();
                    break;
            }
        }

        Partnership after = await records.Partnerships.ReadAsync(story.Partnership.Id, TestContext.Current.CancellationToken);
        Assert.True(after.FindPoll(A.Poll(1))!.IsOpenAt(bot.Time.GetUtcNow()), "The poll closed.");
        return [.. play.Seen()];
    }

    private static async Task KeepAsync(TemporaryRecords records, Story story)
    {
        PartnershipId id = story.Partnership.Id;
        await records.Directory.EnterAsync(Place.Of(id), TestContext.Current.CancellationToken);
        await records.Partnerships.TurnAsync(id, turn =>
        {
            foreach (RecordedEvent recorded in story.Log)
            {
                turn.Append([recorded.Event], new Moment(recorded.By, recorded.At));
                Dialogs.Delivery.Consequences.Schedule(turn, [recorded.Event], recorded.At);
            }

            foreach (ListMember entry in A.Members)
            {
                turn.Enter(ChannelPerson.Of(entry.Member).ToContact(entry.Member));
            }
        });
    }

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex EscapedLetter();

    /// <summary>One history, and what the one who looks sees of it.</summary>
    private sealed class Play(HostedBot bot, MemberId looker, PollRules rules)
    {
        private readonly Sent _sent = new();
        private readonly List<string> _answers = [];
        private readonly ChannelPerson _looker = ChannelPerson.Of(looker);

        /// <summary>Votes in one of the ways there are. What is picked is all that is drawn from the picks' own source.</summary>
        public async Task VoteAsync(MemberId voter, int way, Random picks)
        {
            int[] numbers = [.. Enumerable.Range(1, Candidates).OrderBy(_ => picks.Next()).Take(rules.Exactly ? 2 : picks.Next(1, 3)).Order()];
            bool abstains = picks.Next(5) == 0;
            var person = ChannelPerson.Of(voter);
            string typed = abstains ? "avstår" : "rösta " + string.Join(' ', numbers);
            JsonObject data = new() { ["poll"] = A.Poll(1).ToString() };
            if (!abstains)
            {
                data["picks"] = string.Join(',', numbers.Select(number => A.Proposal(number).ToString()));
            }

            JsonObject activity = way switch
            {
                0 => _sent.Message(person, Scope.Personal, typed),
                1 => _sent.Message(person, Scope.Channel, typed),
                _ => _sent.Execute(person, way == 2 ? Scope.Channel : Scope.Personal, abstains ? "poll.abstain" : "poll.vote", data, card: null),
            };
            await SendAsync(person, activity);
        }

        public Task AskAsync(string question, Scope scope, string locale) => SendAsync(_looker, _sent.Message(_looker, scope, question, locale));

        public Task LookAsync(string subject) =>
            SendAsync(_looker, _sent.Execute(_looker, Scope.Channel, "card.view", new JsonObject { ["subject"] = subject }, card: null, trigger: "automatic"));

        /// <summary>Gets everything in sight, with numbers in place of what is drawn at random.</summary>
        public IEnumerable<string> Seen()
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            return _answers
                .Concat(bot.Channel.Messages
                    .Where(message => !message.IsPersonal || message.Conversation == Place.PersonalChatOf(_looker.Account))
                    .SelectMany(message => message.Versions.Select(version => $"{message.Conversation} {message.Id} {version}")))
                .Concat(bot.Log.All.Select(line => $"{line.Level} {line.Text}"))
                .Append($"{bot.Channel.Calls} calls")
                .Select(text => EscapedLetter().Replace(text, letter => ((char)Convert.ToInt32(letter.Groups[1].Value, 16)).ToString()))
                .Select(text => Receipts().Replace(text, "a receipt"))
                .Select(text => Identifier().Replace(text, found =>
                    names.TryGetValue(found.Value, out string? name) ? name : names[found.Value] = $"id{names.Count}"));
        }

        private static Regex Receipts() => ReceiptPattern.Value;

        private static readonly Lazy<Regex> ReceiptPattern = new(() =>
        {
            string word = $"(?:{string.Join('|', ReceiptWords.All.OrderByDescending(word => word.Length))})";
            return new Regex($@"\b{word} {word}\b", RegexOptions.CultureInvariant);
        });

        private async Task SendAsync(ChannelPerson person, JsonObject activity)
        {
            (int status, JsonElement? body) = await bot.SendAsync(activity);
            if (person == _looker)
            {
                _answers.Add($"{status} {body}");
            }
        }
    }
}
