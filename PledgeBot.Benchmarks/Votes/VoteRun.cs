using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using PledgeBot.Benchmarks.Activities;

namespace PledgeBot.Benchmarks.Votes;

/// <summary>
/// Votes at the real program, over HTTP as the channel does: each connection posts a vote, waits for the answer, posts the next.
/// Members change their votes again and again; one of the sixty never votes, so that the poll stays open.
/// </summary>
internal sealed class VoteRun : IDisposable
{
    private const int Voters = VoteDemo.Members - 1;

    // Given before the measurement, so that it meets a program that has been running for a while.
    private const int WarmUpVotes = 500;

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWaitForCard = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Picks = ["V1-01,V1-02", "V1-01,V1-03", "V1-02,V1-04"];

    private readonly HttpClient _http;
    private readonly Uri _messages;
    private readonly Uri _serviceUrl;
    private readonly Uri _state;
    private readonly int _connections;

    private VoteRun(Uri address, int connections)
    {
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false }) { Timeout = LongestRequest };
        _messages = new Uri(address, "api/messages");
        _serviceUrl = new Uri(address, "local-teams/connector/");
        _state = new Uri(address, "local-teams/api/state?member=" + Uri.EscapeDataString(VoteActivity.AccountOf(VoteDemo.AccountOf(1))));
        _connections = connections;
    }

    /// <summary>Starts the program, votes, and ends it.</summary>
    /// <exception cref="InvalidOperationException">An answer was not the card with the picks of the one who voted.</exception>
    public static async Task<VoteFigures> MeasureAsync(VoteOptions options)
    {
        using var limit = new CancellationTokenSource(LongestRun, TimeProvider.System);
        using var home = new BotHome();
        await using var bot = RunningBot.Start(home);
        using var run = new VoteRun(await bot.WaitUntilReadyAsync(limit.Token), options.Connections);
        (string message, string poll) = await run.OpenPollAsync(limit.Token);
        await run.VoteAsync(run.MakeVotes(message, poll, WarmUpVotes), limit.Token);

        Vote[] votes = run.MakeVotes(message, poll, options.Count);
        TimeSpan cpuBefore = bot.Cpu;
        long start = TimeProvider.System.GetTimestamp();
        TimeSpan[] latencies = await run.VoteAsync(votes, limit.Token);
        TimeSpan elapsed = TimeProvider.System.GetElapsedTime(start);
        TimeSpan cpu = bot.Cpu - cpuBefore;

        await run.CheckAsync(votes, message, poll, limit.Token);
        Array.Sort(latencies);
        return new VoteFigures(options, elapsed, cpu, bot.PeakWorkingSet, latencies);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<(string Message, string Poll)> OpenPollAsync(CancellationToken cancellationToken)
    {
        await PostAsync(Encoding.UTF8.GetBytes(VoteActivity.OpenPoll(_serviceUrl).ToJsonString()), cancellationToken);

        // The card comes to the channel a moment later, and is looked for as long as a member would have patience.
        long start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < LongestWaitForCard)
        {
            if (VoteActivity.FindPoll(JsonNode.Parse(await _http.GetStreamAsync(_state, cancellationToken))!) is { } found)
            {
                return found;
            }

            await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken);
        }

        throw new InvalidOperationException("The poll's card did not come to the channel.");
    }

    /// <summary>Makes votes, each connection's own members in turn, so that a member's votes come one after the other.</summary>
    private Vote[] MakeVotes(string message, string poll, int count)
    {
        var votes = new Vote[count];
        for (int number = 0; number < count; number++)
        {
            int connection = number % _connections;
            int round = number / _connections;
            int members = ((Voters - 1 - connection) / _connections) + 1;
            int member = 1 + connection + (round % members * _connections);
            string picks = Picks[(round / members) % Picks.Length];
            JsonObject activity = VoteActivity.Vote(_serviceUrl, VoteDemo.AccountOf(member), message, poll, picks);
            votes[number] = new Vote(member, picks, Encoding.UTF8.GetBytes(activity.ToJsonString()));
        }

        return votes;
    }

    private async Task<TimeSpan[]> VoteAsync(Vote[] votes, CancellationToken cancellationToken)
    {
        var latencies = new TimeSpan[votes.Length];
        await Task.WhenAll(Enumerable.Range(0, _connections).Select(async connection =>
        {
            for (int number = connection; number < votes.Length; number += _connections)
            {
                long start = TimeProvider.System.GetTimestamp();
                byte[] answer = await PostAsync(votes[number].Activity, cancellationToken);
                latencies[number] = TimeProvider.System.GetElapsedTime(start);
                CheckCard(answer, votes[number]);
            }
        }));
        return latencies;
    }

    /// <summary>Checks that what is kept of each member is the last vote.</summary>
    private async Task CheckAsync(Vote[] votes, string message, string poll, CancellationToken cancellationToken)
    {
        foreach (Vote last in votes.GroupBy(vote => vote.Member).Select(cast => cast.Last()))
        {
            JsonObject look = VoteActivity.View(_serviceUrl, VoteDemo.AccountOf(last.Member), message, poll);
            CheckCard(await PostAsync(Encoding.UTF8.GetBytes(look.ToJsonString()), cancellationToken), last);
        }
    }

    private static void CheckCard(ReadOnlySpan<byte> answer, Vote vote)
    {
        if (answer.IndexOf("application/vnd.microsoft.card.adaptive"u8) < 0
            || answer.IndexOf(Encoding.UTF8.GetBytes($"\"value\":\"{vote.Picks}\"")) < 0)
        {
            throw new InvalidOperationException("The answer is not the card with the member's picks: " + Encoding.UTF8.GetString(answer));
        }
    }

    private async Task<byte[]> PostAsync(byte[] activity, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(activity);
        content.Headers.ContentType = new(MediaTypeNames.Application.Json);
        using HttpResponseMessage answer = await _http.PostAsync(_messages, content, cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsByteArrayAsync(cancellationToken)
            : throw new InvalidOperationException($"The bot answered with the status {answer.StatusCode}.");
    }

    private sealed record Vote(int Member, string Picks, byte[] Activity);
}
