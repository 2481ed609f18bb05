using System.Text;
using System.Text.Json;

namespace PledgeBot.LocalTeams.Conversations;

/// <summary>
/// An append-only file of one JSON line for each change. A line is handed to the operating system before the change counts, so it
/// outlives a killed process; a last line torn by the kill is dropped when the file is next read.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const string FileName = "conversations.jsonl";
    private readonly string _path;
    private FileStream _file;

    private Journal(string path, FileStream file)
    {
        _path = path;
        _file = file;
    }

    /// <summary>How many lines were appended since the file was opened or last replaced.</summary>
    public int Appended { get; private set; }

    /// <summary>Opens the journal in a folder, which is made if it is missing, and reads what it holds.</summary>
    /// <exception cref="InvalidDataException">A line other than the last cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be used; another process may hold it.</exception>
    public static (Journal Journal, IReadOnlyList<JournalEntry> Entries) Open(string directory)
    {
        Directory.CreateDirectory(directory);
        string path = Path.Combine(directory, FileName);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            return (new Journal(path, file), Read(file, path));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Append(JournalEntry entry)
    {
        _file.Write(Line(entry));
        _file.Flush();
        Appended++;
    }

    /// <summary>Replaces the file by one with these lines alone; a kill leaves either the old file or the new one.</summary>
    public void Replace(IEnumerable<JournalEntry> entries)
    {
        string next = _path + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            foreach (JournalEntry entry in entries)
            {
                file.Write(Line(entry));
            }

            file.Flush(flushToDisk: true);
        }

        _file.Dispose();
        File.Move(next, _path, overwrite: true);
        _file = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        _file.Seek(0, SeekOrigin.End);
        Appended = 0;
    }

    public void Dispose() => _file.Dispose();

    private static byte[] Line(JournalEntry entry) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(entry, LocalTeamsJson.Default.JournalEntry), (byte)'\n'];

    private static List<JournalEntry> Read(FileStream file, string path)
    {
        var entries = new List<JournalEntry>();
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            try
            {
                entries.Add(JsonSerializer.Deserialize(line, LocalTeamsJson.Default.JournalEntry)!);
            }
            catch (JsonException) when (reader.EndOfStream)
            {
                break;
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"Line {number} of {path} cannot be read; move the file away to start anew.", e);
            }
        }

        return entries;
    }
}
