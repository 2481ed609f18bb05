using System.Globalization;

namespace PledgeBot.Benchmarks.Kills;

/// <summary>What the kills came to.</summary>
internal sealed class KillFigures
{
    /// <summary>Gets or sets how many times the program was killed.</summary>
    public int Kills { get; set; }

    /// <summary>Gets or sets how many of the kills came before the program was ready.</summary>
    public int WhileStarting { get; set; }

    /// <summary>Gets or sets how many votes were answered.</summary>
    public int Answered { get; set; }

    /// <summary>Gets or sets how many votes were on their way when the program was killed.</summary>
    public int Unanswered { get; set; }

    /// <summary>Gets or sets how many of those on their way turned out to be kept.</summary>
    public int UnansweredKept { get; set; }

    /// <summary>Gets or sets how many polls were closed, each counted again by hand.</summary>
    public int Polls { get; set; }

    /// <summary>Gets what was lost, kept twice or counted wrong; a line for each.</summary>
    public List<string> Wrongs { get; } = [];

    /// <summary>Writes the figures, a line for each.</summary>
    public void WriteTo(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kills                      {Kills}, of which {WhileStarting} before it was ready"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"votes answered             {Answered}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"votes on their way         {Unanswered}, of which {UnansweredKept} kept"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"polls closed and recounted {Polls}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lost or counted wrong      {Wrongs.Count}"));
        foreach (string wrong in Wrongs.Take(20))
        {
            output.WriteLine(wrong);
        }
    }
}
