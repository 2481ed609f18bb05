namespace PledgeBot.Teams;

/// <summary>Reads a stream whose length is not to be trusted.</summary>
internal static class BoundedRead
{
    /// <summary>Reads to the end.</summary>
    /// <returns>The bytes, or null when there are more than allowed; the rest is then left unread.</returns>
    public static async Task<byte[]?> ToEndAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        byte[] chunk = new byte[Math.Min(maxBytes + 1L, 16 * 1024)];
        while (await stream.ReadAsync(chunk, cancellationToken) is var count and > 0)
        {
            if (read.Length + count > maxBytes)
            {
                return null;
            }

            read.Write(chunk, 0, count);
        }

        return read.ToArray();
    }
}
