namespace PledgeBot.Tests;

/// <summary>The files the tests were built from, for what is held true of files rather than of code.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "artifacts", "bin", "obj", "node_modules", "App_Data"];

    /// <summary>Gets the folder that holds <c>PledgeBot.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the full path of something that is named from the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Reads a text file that is named from the root.</summary>
    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Finds the folders below one, all the way down, but for what was built or downloaded.</summary>
    public static IEnumerable<string> FoldersBelow(string folder) =>
        Directory.EnumerateDirectories(folder)
            .Where(below => !NotOurs.Contains(Path.GetFileName(below)))
            .SelectMany(below => FoldersBelow(below).Prepend(below));

    /// <summary>Finds the files of a kind in a folder and below it, but for what was built or downloaded.</summary>
    public static IEnumerable<string> FilesIn(string folder, string pattern) =>
        FoldersBelow(folder).Prepend(folder).SelectMany(below => Directory.EnumerateFiles(below, pattern));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PledgeBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run outside the repository: no folder above them holds PledgeBot.sln.");
    }
}
