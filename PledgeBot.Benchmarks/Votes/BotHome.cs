namespace PledgeBot.Benchmarks.Votes;

/// <summary>Where a program has its demo and its data, from one start to the next; all of it goes when this is disposed.</summary>
internal sealed class BotHome : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pledgebot-votes-");

    public BotHome()
    {
        try
        {
            VoteDemo.Write(Demo);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Gets the file of the demo.</summary>
    public string Demo => Path.Combine(_directory.FullName, "demo.json");

    /// <summary>Gets the directory of the data.</summary>
    public string Data => Path.Combine(_directory.FullName, "data");

    /// <inheritdoc/>
    public void Dispose() => _directory.Delete(recursive: true);
}
