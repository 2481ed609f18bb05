namespace PledgeBot.Recount;

/// <summary>What the command is asked.</summary>
/// <param name="File">The decision record's file.</param>
/// <param name="Receipt">A receipt to look up, if any.</param>
internal sealed record RecountOptions(string File, string? Receipt)
{
    /// <summary>Has it speak English.</summary>
    public const string English = "--english";

    private const string ReceiptSwitch = "--kvitto";

    /// <summary>Reads the command line: a file, and perhaps <c>--kvitto</c> with words up to the next switch, in quotes or not.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>What is asked; nothing when that cannot be told.</returns>
    public static RecountOptions? Read(IEnumerable<string> args)
    {
        List<string> files = [];
        List<string>? receipt = null;
        List<string> words = files;
        foreach (string arg in args)
        {
            if (arg == ReceiptSwitch && receipt is null)
            {
                words = receipt = [];
            }
            else if (arg == English)
            {
                words = files;
            }
            else if (arg.StartsWith("--", StringComparison.Ordinal))
            {
                return null;
            }
            else
            {
                words.Add(arg);
            }
        }

        return files.Count == 1 && receipt is not { Count: 0 }
            ? new RecountOptions(files[0], receipt is null ? null : string.Join(' ', receipt))
            : null;
    }
}
