using System.Net;

namespace PledgeBot.Tests.Messages;

/// <summary>A request's body of spaces that counts how much of it was taken.</summary>
internal sealed class CountedContent(long length, bool sayLength) : HttpContent
{
    public long Taken { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        byte[] chunk = new byte[4096];
        chunk.AsSpan().Fill((byte)' ');
        while (Taken < length)
        {
            await stream.WriteAsync(chunk, TestContext.Current.CancellationToken);
            Taken += chunk.Length;
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return sayLength;
    }
}
