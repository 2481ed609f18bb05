using System.Globalization;
using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PledgeBot.Benchmarks.Activities;
using PledgeBot.Benchmarks.Votes;

namespace PledgeBot.Benchmarks.Kills;

/// <summary>
/// Kills the real program, as the power failing would, at random moments while members vote, and looks afterwards for votes that were
/// answered and lost, or counted otherwise than they were answered. Each poll, open or secret, is closed by its last vote, under kills too, and recounted.
/// </summary>
internal sealed partial class KillRun : IDisposable
{
    private const int Connections = 8;

    // So many kills while members vote, then the last ones vote until the poll is closed.
    private const int KillsInAPoll = 40;

    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(12);
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWaitForCard = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Picks = ["V1-01,V1-02", "V1-01,V1-03", "V1-02,V1-04", "V1-03,V1-04"];

    private readonly Random _random;
    private readonly KillFigures _figures = new();
    private int _answered;
    private int _unanswered;
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseProxy = false }) { Timeout = LongestRequest };

    private KillRun(int seed) => _random = new Random(seed);

    /// <summary>Kills as often as asked, and looks.</summary>
    /// <exception cref="InvalidOperationException">The program did not start, or answered what it never should.</exception>
    public static async Task<KillFigures> RunAsync(KillOptions options)
    {
        using var limit = new CancellationTokenSource(LongestRun, TimeProvider.System);
        using var run = new KillRun(options.Seed);
        while (run._figures.Kills < options.Rounds)
        {
            await run.PlayPollAsync(options.Rounds, limit.Token);
        }

        return run._figures;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task PlayPollAsync(int rounds, CancellationToken cancellationToken)
    {
        using var home = new BotHome();
        Dictionary<int, Kept> kept = [];
        string message;
        string poll;
        await using (var bot = RunningBot.Start(home))
        {
            Uri address = await bot.WaitUntilReadyAsync(cancellationToken);
            (message, poll) = await OpenPollAsync(address, cancellationToken);
        }

        for (int kill = 0; kill < KillsInAPoll && _figures.Kills < rounds; kill++)
        {
            await using var bot = RunningBot.Start(home);
            if (_random.Next(8) == 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(1_500)), TimeProvider.System, cancellationToken);
                _figures.Kills++;
                _figures.WhileStarting++;
                continue;
            }

            Uri address = await bot.WaitUntilReadyAsync(cancellationToken);
            await LookAsync(address, message, poll, kept, cancellationToken);
            Task voting = VoteAsync(address, message, poll, kept, cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(10, 500)), TimeProvider.System, cancellationToken);
            bot.Kill();
            _figures.Kills++;
            await voting;
        }

        await CloseAsync(home, message, poll, kept, cancellationToken);
    }

    /// <summary>Looks what the program has of each member, which must be the last vote that was answered, or one that was on its way after it.</summary>
    private async Task LookAsync(Uri address, string message, string poll, Dictionary<int, Kept> kept, CancellationToken cancellationToken)
    {
        foreach ((int member, Kept expected) in kept)
        {
            string card = await ViewAsync(address, member, message, poll, cancellationToken);
            string? shown = Picks.FirstOrDefault(picks => card.Contains($"\"value\":\"{picks}\"", StringComparison.Ordinal));
            if (shown == expected.Answered || expected.OnTheirWay.Contains(shown))
            {
                _figures.UnansweredKept += shown != expected.Answered ? 1 : 0;
            }
            else
            {
                _figures.Wrongs.Add($"Kill {_figures.Kills}: member {member} has {shown ?? "nothing"} instead of {expected.Answered ?? "nothing"}.");
            }

            expected.Answered = shown;
            expected.OnTheirWay.Clear();
        }
    }

    /// <summary>Has members vote, each connection its own ones, until the program is gone.</summary>
    private async Task VoteAsync(Uri address, string message, string poll, Dictionary<int, Kept> kept, CancellationToken cancellationToken)
    {
        int[] seeds = [.. Enumerable.Range(0, Connections).Select(_ => _random.Next())];
        for (int member = 1; member < VoteDemo.Members; member++)
        {
            kept.TryAdd(member, new Kept());
        }

        await Task.WhenAll(seeds.Select(async (seed, connection) =>
        {
            var random = new Random(seed);
            int[] members = [.. Enumerable.Range(1, VoteDemo.Members - 1).Where(member => member % Connections == connection)];
            while (true)
            {
                int member = members[random.Next(members.Length)];
                string picks = Picks[random.Next(Picks.Length)];
                kept[member].OnTheirWay.Add(picks);
                if (!await TryVoteAsync(address, member, message, poll, picks, cancellationToken))
                {
                    Interlocked.Increment(ref _unanswered);
                    return;
                }

                Interlocked.Increment(ref _answered);
                kept[member].Answered = picks;
                kept[member].OnTheirWay.Clear();
            }
        }));
        _figures.Answered = _answered;
        _figures.Unanswered = _unanswered;
    }

    /// <summary>Lets everybody who has not voted do so, the last ones under kills, and counts the result again.</summary>
    private async Task CloseAsync(BotHome home, string message, string poll, Dictionary<int, Kept> kept, CancellationToken cancellationToken)
    {
        bool isClosed = false;
        for (int attempt = 0; !isClosed; attempt++)
        {
            await using var bot = RunningBot.Start(home);
            Uri address = await bot.WaitUntilReadyAsync(cancellationToken);
            if (attempt == 0)
            {
                await LookAsync(address, message, poll, kept, cancellationToken);
                foreach (int member in Enumerable.Range(1, VoteDemo.Members - 1).Where(member => kept.GetValueOrDefault(member)?.Answered is null))
                {
                    string picks = Picks[_random.Next(Picks.Length)];
                    await TryVoteAsync(address, member, message, poll, picks, cancellationToken);
                    kept[member] = new Kept { Answered = picks };
                }
            }

            // The vote that closes the poll is the same each time, so it does not matter which of the attempts was kept.
            kept[VoteDemo.Members] = new Kept { Answered = Picks[0] };
            Task<bool> last = TryVoteAsync(address, VoteDemo.Members, message, poll, Picks[0], cancellationToken);
            if (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(15)), TimeProvider.System, cancellationToken);
                bot.Kill();
                _figures.Kills++;
                await last;
                continue;
            }

            await last;
            string card = await ViewAsync(address, 1, message, poll, cancellationToken);
            Recount(card, kept);
            isClosed = true;
        }

        _figures.Polls++;
    }

    private void Recount(string card, Dictionary<int, Kept> kept)
    {
        var stated = OptionLine().Matches(Regex.Unescape(card)).ToDictionary(
            line => line.Groups["option"].Value, line => int.Parse(line.Groups["votes"].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var counted = kept.Values.SelectMany(vote => vote.Answered!.Split(',')).CountBy(option => option).ToDictionary(StringComparer.Ordinal);
        foreach ((string option, int votes) in counted)
        {
            if (stated.GetValueOrDefault(option) != votes)
            {
                _figures.Wrongs.Add($"Kill {_figures.Kills}: {option} was counted to {stated.GetValueOrDefault(option)} instead of {votes}.");
            }
        }
    }

    private async Task<(string Message, string Poll)> OpenPollAsync(Uri address, CancellationToken cancellationToken)
    {
        await PostAsync(address, VoteActivity.OpenPoll(ServiceUrl(address), isSecret: _random.Next(2) == 0), cancellationToken);
        var state = new Uri(address, "local-teams/api/state?member=" + Uri.EscapeDataString(VoteActivity.AccountOf(VoteDemo.AccountOf(1))));
        long start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < LongestWaitForCard)
        {
            if (VoteActivity.FindPoll(JsonNode.Parse(await _http.GetStreamAsync(state, cancellationToken))!) is { } found)
            {
                return found;
            }

            await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken);
        }

        throw new InvalidOperationException("The poll's card did not come to the channel.");
    }

    private async Task<bool> TryVoteAsync(Uri address, int member, string message, string poll, string picks, CancellationToken cancellationToken)
    {
        try
        {
            string answer = await PostAsync(address, VoteActivity.Vote(ServiceUrl(address), VoteDemo.AccountOf(member), message, poll, picks), cancellationToken);
            return answer.Contains("application/vnd.microsoft.card.adaptive", StringComparison.Ordinal) ? true
                : throw new InvalidOperationException("The answer to a vote is no card: " + answer);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private Task<string> ViewAsync(Uri address, int member, string message, string poll, CancellationToken cancellationToken) =>
        PostAsync(address, VoteActivity.View(ServiceUrl(address), VoteDemo.AccountOf(member), message, poll), cancellationToken);

    private async Task<string> PostAsync(Uri address, JsonObject activity, CancellationToken cancellationToken)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json);
        using HttpResponseMessage answer = await _http.PostAsync(new Uri(address, "api/messages"), content, cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync(cancellationToken)
            : throw new InvalidOperationException($"The bot answered with the status {answer.StatusCode}.");
    }

    private static Uri ServiceUrl(Uri address) => new(address, "local-teams/connector/");

    [GeneratedRegex("(?<option>V1-[0-9]{2}) [^\"]*?: (?<votes>[0-9]+) röst", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OptionLine();

    /// <summary>What is known of a member's vote.</summary>
    private sealed class Kept
    {
        /// <summary>Gets or sets the last vote that was answered; nothing if none was.</summary>
        public string? Answered { get; set; }

        /// <summary>Gets the votes sent after it that were not answered.</summary>
        public List<string?> OnTheirWay { get; } = [];
    }
}
