using Microsoft.Data.Sqlite;

namespace PledgeBot.Storage.Sqlite;

/// <summary>The file that the records lie in, and how it is connected to.</summary>
/// <param name="Path">The file's absolute path.</param>
/// <param name="ConnectionString">The connection string.</param>
internal sealed record SqliteFile(string Path, string ConnectionString)
{
    /// <summary>The file's name in the data directory.</summary>
    public const string Name = "pledgebot.db";

    /// <summary>Finds the file that the options name.</summary>
    /// <exception cref="ArgumentException">The connection string is malformed, or names no file that can be written.</exception>
    public static SqliteFile From(StorageOptions options)
    {
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString);
        if (string.IsNullOrWhiteSpace(options.ConnectionString) && options.DataDirectory is { } directory)
        {
            builder.DataSource = System.IO.Path.Combine(directory, Name);
        }

        if (builder.DataSource is "" or ":memory:" || builder.Mode is SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly
            || builder.DataSource.StartsWith("file:", StringComparison.Ordinal))
        {
            throw new ArgumentException("The data source has to be the path of a file that can be written.", nameof(options));
        }

        builder.DataSource = System.IO.Path.GetFullPath(builder.DataSource);
        builder.Pooling = true;
        builder.Cache = SqliteCacheMode.Private;
        return new SqliteFile(builder.DataSource, builder.ToString());
    }

    /// <summary>
    /// Makes the file, and its directory, if there is none, readable and writable for this account alone: names and
    /// ballots lie in it. The files beside it that SQLite makes get the same rights.
    /// </summary>
    public void MakeIfMissing()
    {
        string directory = System.IO.Path.GetDirectoryName(Path)!;
        var file = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(Path, file).Dispose();
    }
}
