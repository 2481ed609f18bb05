using System.Globalization;
using System.Text.Json.Nodes;

namespace PledgeBot.Benchmarks.Votes;

/// <summary>Makes a demo for local mode out of Tomelilla's: sixty members who may vote, and a walk that is ready to be voted about.</summary>
internal static class VoteDemo
{
    /// <summary>How many may vote.</summary>
    public const int Members = 60;

    /// <summary>Gets a member's account in the directory.</summary>
    /// <param name="number">The member's number, from 1; the first one coordinates.</param>
    public static Guid AccountOf(int number) =>
        Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:000000000000}"));

    /// <summary>Writes the demo to a file.</summary>
    public static void Write(string path)
    {
        using Stream file = typeof(VoteDemo).Assembly.GetManifestResourceStream("tomelilla.json")!;
        JsonNode demo = JsonNode.Parse(file)!;
        var members = new JsonArray();
        for (int number = 1; number <= Members; number++)
        {
            members.Add((JsonNode)new JsonObject
            {
                ["account"] = AccountOf(number).ToString(),
                ["name"] = string.Create(CultureInfo.InvariantCulture, $"Medlem {number}"),
                ["party"] = number % 6 == 0 ? "Police" : "Municipality",
                ["title"] = string.Create(CultureInfo.InvariantCulture, $"Roll {number}"),
                ["duties"] = number == 1 ? "Coordinate, Vote" : "Vote",
            });
        }

        demo["members"] = members;

        // A poll opens when every proposal has been assessed. The demo leaves some, for its visitor to do.
        foreach (JsonNode? proposal in demo["walks"]![0]!["proposals"]!.AsArray())
        {
            proposal!["assessment"] ??= new JsonObject
            {
                ["class"] = "Candidate",
                ["plan"] = new JsonObject { ["responsible"] = "Gata/park", ["parties"] = "Joint", ["due"] = "2020-11-27" },
                ["note"] = "",
            };
        }

        File.WriteAllText(path, demo.ToJsonString());
    }
}
