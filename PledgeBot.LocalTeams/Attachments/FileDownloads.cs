using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Attachments;

/// <summary>
/// The addresses under which the bot fetches members' files: good for anybody who has one, once, without a token. They are not kept
/// over a restart, and of more than a thousand the oldest goes.
/// </summary>
internal sealed class FileDownloads(AttachmentStore attachments, ServerAddress addresses)
{
    /// <summary>The path below which they lie.</summary>
    public const string Prefix = "/local-teams/files/";

    private const int MaxOpen = 1_000;
    private readonly Lock _gate = new();
    private readonly Queue<(string Ticket, string AttachmentId)> _open = new();

    /// <summary>Makes an address for a file.</summary>
    public string MakeAddress(string attachmentId)
    {
        string ticket = RandomNumberGenerator.GetHexString(32, lowercase: true);
        lock (_gate)
        {
            _open.Enqueue((ticket, attachmentId));
            if (_open.Count > MaxOpen)
            {
                _open.Dequeue();
            }
        }

        return new Uri(addresses.Own, Prefix + ticket).AbsoluteUri;
    }

    /// <summary>Gives a file's bytes the first time, and nothing the second.</summary>
    public IResult Get(string ticket) =>
        Take(ticket) is { } id && attachments.Find(id) is { } bytes ? TypedResults.Bytes(bytes) : TypedResults.NotFound();

    private string? Take(string ticket)
    {
        lock (_gate)
        {
            for (int left = _open.Count; left > 0; left--)
            {
                (string Ticket, string AttachmentId) entry = _open.Dequeue();
                if (entry.Ticket == ticket)
                {
                    return entry.AttachmentId;
                }

                _open.Enqueue(entry);
            }

            return null;
        }
    }
}
