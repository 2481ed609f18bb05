using System.Globalization;
using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Running;

/// <summary>Makes demos for local mode out of Tomelilla's: every proposal of its walk assessed, and as many members as a test needs.</summary>
internal sealed class DemoFile : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pledgebot-demo-");

    private DemoFile(JsonNode demo)
    {
        Path = System.IO.Path.Combine(_directory.FullName, "demo.json");
        File.WriteAllText(Path, demo.ToJsonString());
    }

    /// <summary>Gets the file's path.</summary>
    public string Path { get; }

    /// <summary>Tomelilla's members, with the walk ready to be voted about: V1-01, 02, 03, 04 and 07 are candidates.</summary>
    public static DemoFile ReadyToVote() => new(Ready());

    /// <summary>The same with so many members, a sixth of them from the police, all entitled to vote.</summary>
    public static DemoFile ReadyToVote(int members)
    {
        JsonNode demo = Ready();
        var list = new JsonArray();
        for (int number = 1; number <= members; number++)
        {
            list.Add(new JsonObject
            {
                ["account"] = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:000000000000}"),
                ["name"] = string.Create(CultureInfo.InvariantCulture, $"Medlem {number}"),
                ["party"] = number % 6 == 0 ? "Police" : "Municipality",
                ["title"] = string.Create(CultureInfo.InvariantCulture, $"Roll {number}"),
                ["duties"] = number == 1 ? "Coordinate, Vote" : "Vote",
            });
        }

        demo["members"] = list;
        return new DemoFile(demo);
    }

    /// <inheritdoc/>
    public void Dispose() => _directory.Delete(recursive: true);

    private static JsonNode Ready()
    {
        using Stream file = typeof(Program).Assembly.GetManifestResourceStream("PledgeBot.LocalMode.tomelilla.json")!;
        JsonNode demo = JsonNode.Parse(file)!;
        foreach (JsonNode? proposal in demo["walks"]![0]!["proposals"]!.AsArray())
        {
            proposal!["assessment"] ??= new JsonObject
            {
                ["class"] = "Candidate",
                ["plan"] = new JsonObject { ["responsible"] = "Gata/park", ["parties"] = "Joint", ["due"] = "2020-11-27" },
                ["note"] = "",
            };
        }

        return demo;
    }
}
