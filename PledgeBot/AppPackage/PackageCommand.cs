using System.Globalization;

namespace PledgeBot.AppPackage;

/// <summary>The command <c>package</c>: writes an installation's Teams app package and says what to do with it. Needs no network.</summary>
internal static class PackageCommand
{
    /// <summary>The command's name, the program's first argument.</summary>
    public const string Name = "package";

    /// <summary>Runs it.</summary>
    /// <param name="args">The arguments after the name.</param>
    /// <param name="output">Where it says what it did.</param>
    /// <param name="errors">Where it says what is wrong.</param>
    /// <returns>The program's exit code: 0 when the package is written, otherwise 1.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        var problems = new List<string>();
        Dictionary<string, string?> options = PackageOptions.Read(args, problems);
        IConfiguration settings = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(options)
            .Build();
        if (InstallationDetails.Read(settings, problems) is not { } details)
        {
            errors.WriteLine("The app package was not made:");
            problems.ForEach(problem => errors.WriteLine($"- {problem}"));
            errors.WriteLine();
            errors.WriteLine(PackageOptions.Usage);
            return 1;
        }

        string file = options.GetValueOrDefault(PackageOptions.Out) is { } named ? Path.GetFullPath(named) : DefaultFile();
        byte[] package = TeamsAppPackage.Make(details);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, package);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"The app package was not written to {file}: {exception.Message}");
            return 1;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file} ({package.Length} bytes)"));
        output.WriteLine($"For the bot {details.AppId} at https://{details.Host}, run by {details.Municipality}.");
        output.WriteLine("Upload it in the Teams admin center: Teams apps, Manage apps, Upload new app.");
        return 0;
    }

    // In a clone beside what else is built, whichever folder of it one stands in; otherwise below where one stands.
    private static string DefaultFile()
    {
        var here = new DirectoryInfo(Directory.GetCurrentDirectory());
        DirectoryInfo root = here;
        for (DirectoryInfo? folder = here; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PledgeBot.sln")))
            {
                root = folder;
                break;
            }
        }

        return Path.Combine(root.FullName, "artifacts", "manifest", "pledgebot.zip");
    }
}
