namespace PledgeBot.AppPackage;

/// <summary>The options of the command that makes the app package.</summary>
internal static class PackageOptions
{
    /// <summary>The bot's application id.</summary>
    public const string AppId = "app-id";

    /// <summary>The host name.</summary>
    public const string Host = "host";

    /// <summary>Who runs the bot.</summary>
    public const string Municipality = "municipality";

    /// <summary>The address of who runs the bot.</summary>
    public const string Website = "website";

    /// <summary>The package's version.</summary>
    public const string Version = "version";

    /// <summary>The file to write.</summary>
    public const string Out = "out";

    /// <summary>How the command is written, with every option.</summary>
    public const string Usage =
        """
        dotnet run --project PledgeBot -- package --app-id <id> --host <name> --municipality <name>
              [--website <address>] [--version <1.0.0>] [--out <file>]
        """;

    private static readonly string[] All = [AppId, Host, Municipality, Website, Version, Out];

    /// <summary>Reads <c>--name value</c> and <c>--name=value</c>.</summary>
    /// <param name="args">The arguments after the command.</param>
    /// <param name="problems">What is wrong, each in a sentence.</param>
    public static Dictionary<string, string?> Read(IReadOnlyList<string> args, ICollection<string> problems)
    {
        var options = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < args.Count; i++)
        {
            string[] parts = args[i].Split('=', 2);
            string name = parts[0].StartsWith("--", StringComparison.Ordinal) ? parts[0][2..] : "";
            if (!All.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add($"\"{parts[0]}\" is not an option.");
            }
            else if (parts.Length == 2)
            {
                options[name] = parts[1];
            }
            else if (i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                problems.Add($"{parts[0]} has no value.");
            }
            else
            {
                options[name] = args[++i];
            }
        }

        return options;
    }
}
