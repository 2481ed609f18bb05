namespace PledgeBot.Dialogs.Photos;

/// <summary>What became of bytes that should be a picture.</summary>
internal abstract record Developed
{
    private Developed()
    {
    }

    /// <summary>Two pictures, with nothing in them but the picture.</summary>
    /// <param name="Picture">The picture as JPEG.</param>
    /// <param name="Thumbnail">A small one as JPEG.</param>
    internal sealed record Pictures(ReadOnlyMemory<byte> Picture, ReadOnlyMemory<byte> Thumbnail) : Developed;

    /// <summary>The bytes do not begin as a picture of a known kind does.</summary>
    internal sealed record NotAPicture : Developed;

    /// <summary>It is a picture of the kind that some phones take (HEIC), which cannot be read here.</summary>
    internal sealed record Heic : Developed;

    /// <summary>There are too many bytes.</summary>
    internal sealed record TooManyBytes : Developed;

    /// <summary>The picture says that it has more pixels than are decoded.</summary>
    internal sealed record TooManyPixels : Developed;

    /// <summary>It begins as a picture but cannot be read.</summary>
    internal sealed record Damaged : Developed;
}
