using System.Text;

namespace PledgeBot.Recount;

/// <summary>Counts an exported decision record once more, from its ballots alone. See <c>docs/recount.md</c>.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return RecountCommand.Run(args, Console.Out);
    }
}
