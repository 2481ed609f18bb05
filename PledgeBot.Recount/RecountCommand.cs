using System.Globalization;
using PledgeBot.Recount.Records;

namespace PledgeBot.Recount;

/// <summary>The command: reads a file, counts, and says line by line what it found.</summary>
internal static class RecountCommand
{
    /// <summary>The exit code when everything agrees.</summary>
    public const int Agrees = 0;

    /// <summary>The exit code when something differs, or a receipt is not among the counted ballots.</summary>
    public const int Differs = 1;

    /// <summary>The exit code when nothing can be counted: no decision record, or a command line that cannot be told.</summary>
    public const int CannotCount = 2;

    /// <summary>Runs it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where it says what it found.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(args.Contains(RecountOptions.English) ? "en" : "sv");
        try
        {
            return RunInLanguage(args, output);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static int RunInLanguage(IReadOnlyList<string> args, TextWriter output)
    {
        if (RecountOptions.Read(args) is not { } options)
        {
            output.WriteLine(RecountTexts.Usage);
            return CannotCount;
        }

        RecountReport report;
        try
        {
            report = RecountReport.Of(RecordFile.Read(options.File), options.Receipt);
        }
        catch (UnreadableRecordException exception)
        {
            output.WriteLine(Shown(exception.Message));
            return CannotCount;
        }

        foreach (string line in report.Lines)
        {
            output.WriteLine(Shown(line));
        }

        return report.Agrees ? Agrees : Differs;
    }

    // What stands in the file is shown on a terminal: nothing in it may begin a line of its own, move the cursor or turn the text around.
    private static string Shown(string line) => string.Concat(line.Select(letter => IsShown(letter) ? letter : '?'));

    private static bool IsShown(char letter) => char.GetUnicodeCategory(letter) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
