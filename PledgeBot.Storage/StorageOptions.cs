namespace PledgeBot.Storage;

/// <summary>Where the records are kept. One of the two has to be set.</summary>
public sealed class StorageOptions
{
    /// <summary>The configuration section these options are read from.</summary>
    public const string Section = "Storage";

    /// <summary>
    /// Gets or sets the directory that the records' file, <c>pledgebot.db</c>, lies in. It is made if it does not exist.
    /// There is no default.
    /// </summary>
    /// <value>An absolute path, or one that counts from the working directory; on a disk of the machine itself.</value>
    public string? DataDirectory { get; set; }

    /// <summary>
    /// Gets or sets a SQLite connection string that names the file, <c>Data Source=…</c>. When it is set, the data
    /// directory is not used. There is no default.
    /// </summary>
    public string? ConnectionString { get; set; }
}
