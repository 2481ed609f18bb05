using PledgeBot.Domain.Proposals;

namespace PledgeBot.Dialogs.Photos;

/// <summary>What became of the picture in a message.</summary>
internal abstract record PhotoReceived
{
    private PhotoReceived()
    {
    }

    /// <summary>There was none.</summary>
    internal sealed record None : PhotoReceived;

    /// <summary>It is in the turn's records.</summary>
    /// <param name="Photo">The photo.</param>
    /// <param name="Note">What the member should know about it; empty for nothing.</param>
    internal sealed record Kept(PhotoId Photo, string Note) : PhotoReceived;

    /// <summary>It could not be kept.</summary>
    /// <param name="Sentence">Why, and what to do.</param>
    internal sealed record Refused(string Sentence) : PhotoReceived;
}
