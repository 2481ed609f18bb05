using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace PledgeBot.Tests;

/// <summary>The house rules that a compiler does not know: which way the arrows run, and where things lie.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Shipped =
        ["PledgeBot", "PledgeBot.Dialogs", "PledgeBot.Domain", "PledgeBot.LocalTeams", "PledgeBot.Recount", "PledgeBot.Storage", "PledgeBot.Teams"];

    private static readonly string[] Databases = ["Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Npgsql"];

    // The compiler bans most of these already; here a local suppression is found too.
    private static readonly string[] WallClocks =
        ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Environment.TickCount"];

    public static TheoryData<string> ShippedProjects => [.. Shipped];

    public static TheoryData<string> ProjectsWithoutDatabase => [.. Shipped.Where(project => project != "PledgeBot.Storage")];

    [Theory]
    [InlineData("PledgeBot.Domain")]
    [InlineData("PledgeBot.Teams")]
    [InlineData("PledgeBot.Dialogs", "PledgeBot.Domain", "PledgeBot.Teams")]
    [InlineData("PledgeBot.Storage", "PledgeBot.Domain")]
    [InlineData("PledgeBot.LocalTeams")]
    [InlineData("PledgeBot.Recount")]
    [InlineData("PledgeBot", "PledgeBot.Dialogs", "PledgeBot.LocalTeams", "PledgeBot.Storage")]
    [InlineData("PledgeBot.Tests", "PledgeBot", "PledgeBot.Recount")]
    public void Project_References_AreTheDrawnArrows(string project, params string[] arrows)
    {
        IEnumerable<string> references = ReferencesIn(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        Assert.Equal(arrows, references.Order(StringComparer.Ordinal));
    }

    // What a project reference lets through to the next one is held here: an assembly names only what its code uses.
    [Theory]
    [InlineData("PledgeBot.Domain")]
    [InlineData("PledgeBot.Teams")]
    [InlineData("PledgeBot.Dialogs", "PledgeBot.Domain", "PledgeBot.Teams")]
    [InlineData("PledgeBot.Storage", "PledgeBot.Domain")]
    [InlineData("PledgeBot.LocalTeams")]
    [InlineData("PledgeBot.Recount")]
    public void Assembly_UsesOfOurs_OnlyWhatItsArrowsReach(string project, params string[] reached) =>
        Assert.Empty(UsedBy(project).Where(name => name.StartsWith("PledgeBot", StringComparison.Ordinal)).Except(reached));

    [Fact]
    public void Domain_ReferencesNothingButTheRuntime() => AssertReferencesNothingButTheRuntime("PledgeBot.Domain");

    // It counts after the domain, so that the two cannot share a mistake.
    [Fact]
    public void Recount_ReferencesNothingButTheRuntime() => AssertReferencesNothingButTheRuntime("PledgeBot.Recount");

    [Theory]
    [MemberData(nameof(ProjectsWithoutDatabase))]
    public void Database_OutsideStorage_IsKnownToNobody(string project) =>
        Assert.DoesNotContain(UsedBy(project).Concat(ReferencesIn(project, "PackageReference")), IsOfDatabase);

    [Fact]
    public void Identifiers_OfTheDomain_AreReadOnlyRecordStructs()
    {
        Type[] identifiers = [.. AssemblyOf("PledgeBot.Domain").GetTypes().Where(type => type.Name.EndsWith("Id", StringComparison.Ordinal))];

        Assert.NotEmpty(identifiers);
        Assert.All(identifiers, type =>
        {
            Assert.True(type.IsValueType && type.IsDefined(typeof(IsReadOnlyAttribute)), $"{type} is not a readonly struct.");
            Assert.True(
                type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null,
                $"{type} is not a record.");
        });
    }

    [Fact]
    public void Folders_AreNamedAfterSubjects()
    {
        string[] technical =
            ["Common", "Core", "Extensions", "Helpers", "Infrastructure", "Interfaces", "Managers", "Misc", "Models", "Services", "Shared", "Utilities", "Utils"];

        IEnumerable<string> folders = Projects().SelectMany(project => Repository.FoldersBelow(Repository.PathOf(project)));

        Assert.DoesNotContain(folders, folder => technical.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(ShippedProjects))]
    public void WallClock_OutsideTheHost_IsNamedByNobody(string project)
    {
        IEnumerable<string> naming = Repository.FilesIn(Repository.PathOf(project), "*.cs")
            .Where(file => File.ReadLines(file).Any(line => IsOfClock(line, project)));

        Assert.Empty(naming);
    }

    [Theory]
    [InlineData("PledgeBot.sln")]
    [InlineData("PledgeBot/PledgeBot.csproj")]
    [InlineData("PledgeBot.Domain/PledgeBot.Domain.csproj")]
    [InlineData("PledgeBot.Teams/PledgeBot.Teams.csproj")]
    [InlineData("PledgeBot.Dialogs/PledgeBot.Dialogs.csproj")]
    [InlineData("PledgeBot.Storage/PledgeBot.Storage.csproj")]
    [InlineData("PledgeBot.LocalTeams/PledgeBot.LocalTeams.csproj")]
    [InlineData("PledgeBot.Recount/PledgeBot.Recount.csproj")]
    [InlineData("PledgeBot.Tests/PledgeBot.Tests.csproj")]
    [InlineData("PledgeBot.Benchmarks/PledgeBot.Benchmarks.csproj")]
    [InlineData("manifest/manifest.json")]
    [InlineData("docs/decisions")]
    [InlineData("docs/operations.md")]
    [InlineData("docs/privacy.md")]
    [InlineData("docs/recount.md")]
    [InlineData("README.md")]
    [InlineData(".ci/run")]
    public void TopLevel_HasWhatTheDesignNames(string entry)
    {
        string path = Repository.PathOf(entry.Split('/'));

        Assert.True(Path.Exists(path), $"{entry} is missing.");
    }

    [Fact]
    public void Solution_HoldsEveryProject()
    {
        string solution = Repository.Read("PledgeBot.sln").Replace('\\', '/');

        Assert.All(Projects(), project => Assert.Contains($"\"{project}/{project}.csproj\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Packages_HaveTheirVersionsInOnePlace()
    {
        string[] spread = ["Version", "VersionOverride"];

        IEnumerable<XElement> references = Projects().SelectMany(project => ItemsIn(project, "PackageReference"));

        Assert.DoesNotContain(references, reference =>
            spread.Any(name => reference.Attribute(name) is not null || reference.Element(name) is not null));
    }

    private static void AssertReferencesNothingButTheRuntime(string project)
    {
        Assert.All(UsedBy(project), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
        Assert.Empty(ReferencesIn(project, "PackageReference"));
        Assert.Empty(ReferencesIn(project, "FrameworkReference"));
    }

    private static IEnumerable<string> Projects() =>
        Directory.EnumerateDirectories(Repository.Root, "PledgeBot*")
            .Select(folder => Path.GetFileName(folder))
            .Where(project => File.Exists(Repository.PathOf(project, $"{project}.csproj")));

    private static IEnumerable<XElement> ItemsIn(string project, string kind) =>
        XDocument.Load(Repository.PathOf(project, $"{project}.csproj")).Descendants(kind);

    private static IEnumerable<string> ReferencesIn(string project, string kind) =>
        ItemsIn(project, kind).Select(item => item.Attribute("Include")!.Value);

    private static Assembly AssemblyOf(string project) => Assembly.Load(new AssemblyName(project));

    private static IEnumerable<string> UsedBy(string project) => AssemblyOf(project).GetReferencedAssemblies().Select(used => used.Name!);

    private static bool IsOfDatabase(string name) => Databases.Any(database => name.StartsWith(database, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfClock(string line, string project) =>
        WallClocks.Any(clock => line.Contains(clock, StringComparison.Ordinal))
        || (project != "PledgeBot" && line.Contains("TimeProvider.System", StringComparison.Ordinal));
}
