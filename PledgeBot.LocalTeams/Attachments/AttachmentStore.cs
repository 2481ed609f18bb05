using Microsoft.Extensions.Options;

namespace PledgeBot.LocalTeams.Attachments;

/// <summary>
/// The pictures and files that members have sent: in the data folder, or memory when there is none. Beyond
/// <see cref="LocalTeamsOptions.MaxAttachmentBytes"/> the oldest goes.
/// </summary>
internal sealed class AttachmentStore
{
    /// <summary>The largest of them, in bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private readonly long _maxTotal;
    private readonly string? _directory;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();

    // Ids are time-ordered, so the first is the oldest. Bytes are null when they lie in a file.
    private readonly SortedDictionary<string, (long Size, byte[]? Bytes)> _pictures = new(StringComparer.Ordinal);

    public AttachmentStore(IOptions<LocalTeamsOptions> options, TimeProvider time)
    {
        _time = time;
        _maxTotal = options.Value.MaxAttachmentBytes;
        if (options.Value.DataDirectory is not { } data)
        {
            return;
        }

        _directory = Path.Combine(data, "attachments");
        Directory.CreateDirectory(_directory);
        foreach (FileInfo file in new DirectoryInfo(_directory).EnumerateFiles())
        {
            if (file.Extension.Length > 0)
            {
                // A kill during Add leaves the unfinished file under its temporary name.
                file.Delete();
                continue;
            }

            _pictures[file.Name] = (file.Length, null);
        }
    }

    /// <summary>Keeps bytes and gives the id under which the connector serves it.</summary>
    public string Add(byte[] bytes)
    {
        lock (_gate)
        {
            string id = "0-local-" + Guid.CreateVersion7(_time.GetUtcNow()).ToString("N");
            if (_directory is not null)
            {
                string path = Path.Combine(_directory, id);
                File.WriteAllBytes(path + ".part", bytes);
                File.Move(path + ".part", path);
            }

            _pictures[id] = (bytes.Length, _directory is null ? bytes : null);
            while (_pictures.Count > 1 && _pictures.Values.Sum(p => p.Size) > _maxTotal)
            {
                string oldest = _pictures.Keys.First();
                _pictures.Remove(oldest);
                if (_directory is not null)
                {
                    File.Delete(Path.Combine(_directory, oldest));
                }
            }

            return id;
        }
    }

    /// <summary>Gives what was kept, or <c>null</c> when there is none with this id (any longer).</summary>
    public byte[]? Find(string id)
    {
        lock (_gate)
        {
            return _pictures.TryGetValue(id, out (long Size, byte[]? Bytes) picture)
                ? picture.Bytes ?? File.ReadAllBytes(Path.Combine(_directory!, id))
                : null;
        }
    }
}
