using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Recount;

/// <summary>
/// A poll as it stands in a decision record, written for a test: options are letters (A is V1-01), a ballot is its letters, and the
/// ballots stand in the order of the roll. <c>-</c> abstained, <c>.</c> did not answer. The result is what the test says it is.
/// </summary>
internal sealed record WrittenPoll(string Ballots, string Outcome, string Chosen = "", string Tied = "")
{
    private static readonly string[] First = ["alm", "björk", "ek", "hassel", "lind", "rönn", "sälg", "tall", "ask", "gran"];

    private static readonly string[] Second = ["havre", "korn", "råg", "vete", "lin", "klöver"];

    public string Id { get; init; } = "1";

    public string Kind { get; init; } = "first";

    public string? After { get; init; }

    public string? Replaces { get; init; }

    public int Places { get; init; } = 2;

    public string Options { get; init; } = "ABCDE";

    /// <summary>A letter for each voter: <c>m</c>unicipality or <c>p</c>olice.</summary>
    public string Roll { get; init; } = "mmmmmmmpp";

    public bool Exactly { get; init; }

    public bool MayAbstain { get; init; } = true;

    public bool Secret { get; init; }

    public string Share { get; init; } = "moreThanHalf";

    public bool BothParties { get; init; } = true;

    /// <summary>A poll that ended because a candidate was withdrawn.</summary>
    public static WrittenPoll Cancelled(string options) => new(string.Empty, string.Empty) { Id = "0", Options = options };

    /// <summary>A run-off; after poll 1 unless the test says otherwise.</summary>
    public static WrittenPoll RunOff(string options, int places, string ballots, string outcome, string chosen = "", string tied = "") =>
        new(ballots, outcome, chosen, tied) { Id = "2", Kind = "runOff", After = "1", Options = options, Places = places };

    /// <summary>The references that letters stand for.</summary>
    public static JsonArray References(string letters) => [.. letters.Select(letter => (JsonNode)Reference(letter))];

    public static string Reference(char letter) => $"V1-{letter - 'A' + 1:00}";

    /// <summary>The receipt of the voter with a number.</summary>
    public string ReceiptOf(int voter) => $"{First[voter - 1]} {Second[int.Parse(Id)]}";

    public JsonObject Write()
    {
        bool isCancelled = Outcome.Length == 0;
        string[] ballots = Ballots.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var given = ballots.Select((ballot, index) => (Picks: ballot.Trim('-'), Voter: index + 1)).Where(ballot => ballot.Picks != ".").ToList();
        return new JsonObject
        {
            ["poll"] = Id,
            ["kind"] = Kind,
            ["after"] = After,
            ["replaces"] = Replaces is { } replaced ? Reference(replaced[0]) : null,
            ["places"] = Places,
            ["rules"] = new JsonObject
            {
                ["exactly"] = Exactly,
                ["mayAbstain"] = MayAbstain,
                ["secret"] = Secret,
                ["quorum"] = new JsonObject { ["share"] = Share, ["bothParties"] = BothParties },
            },
            ["options"] = References(Options),
            ["roll"] = new JsonArray([.. Roll.Select((party, index) => (JsonNode)new JsonObject
            {
                ["voter"] = index + 1,
                ["party"] = NameOf(party),
                ["title"] = "Områdespolis",
            })]),
            ["ballots"] = new JsonArray([.. given.OrderBy(ballot => ReceiptOf(ballot.Voter), StringComparer.Ordinal).Select(Ballot)]),
            ["turnout"] = new JsonArray([.. "mp".Select(party => (JsonNode)new JsonObject
            {
                ["party"] = NameOf(party),
                ["entitled"] = Roll.Count(of => of == party),
                ["answered"] = given.Count(ballot => Roll[ballot.Voter - 1] == party),
            })]),
            ["closed"] = isCancelled ? "cancelled" : "closed",
            ["result"] = isCancelled ? null : new JsonObject
            {
                ["totals"] = new JsonArray([.. Options.Select(option => (JsonNode)new JsonObject
                {
                    ["option"] = Reference(option),
                    ["votes"] = given.Count(ballot => ballot.Picks.Contains(option)),
                })]),
                ["abstentions"] = given.Count(ballot => ballot.Picks.Length == 0),
                ["outcome"] = Outcome,
                ["chosen"] = References(Chosen),
                ["tied"] = References(Tied),
            },
        };
    }

    private static string NameOf(char party) => party == 'm' ? "municipality" : "police";

    private JsonNode Ballot((string Picks, int Voter) given)
    {
        var ballot = new JsonObject { ["receipt"] = ReceiptOf(given.Voter), ["picks"] = References(given.Picks) };
        if (!Secret)
        {
            ballot["voter"] = given.Voter;
        }

        return ballot;
    }
}
