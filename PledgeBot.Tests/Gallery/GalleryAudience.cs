namespace PledgeBot.Tests.Gallery;

/// <summary>Who writes every command in a state; everybody looks at the cards.</summary>
internal enum GalleryAudience
{
    /// <summary>One coordinator.</summary>
    OneCoordinator,

    /// <summary>One coordinator in either language.</summary>
    BothLanguages,

    /// <summary>Members of every kind, and strangers.</summary>
    Everybody,
}
