namespace PledgeBot.Dialogs.Photos;

/// <summary>The picture that came with a message, made ready before the turn began.</summary>
internal abstract record PhotoSent
{
    private PhotoSent()
    {
    }

    /// <summary>Gets what came with a message without a picture.</summary>
    public static PhotoSent Nothing { get; } = new None();

    /// <summary>There was none.</summary>
    internal sealed record None : PhotoSent;

    /// <summary>It can be kept.</summary>
    /// <param name="Pictures">The picture and its thumbnail, with nothing else left in them.</param>
    /// <param name="IsFirstOfSeveral">Whether more pictures came with it, which were left alone.</param>
    internal sealed record Ready(Developed.Pictures Pictures, bool IsFirstOfSeveral) : PhotoSent;

    /// <summary>It cannot be kept.</summary>
    /// <param name="Sentence">Why, and what to do.</param>
    internal sealed record Refused(string Sentence) : PhotoSent;
}
