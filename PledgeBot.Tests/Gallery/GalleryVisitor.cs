using PledgeBot.Domain.Members;
using PledgeBot.Tests.Hosting;

namespace PledgeBot.Tests.Gallery;

/// <summary>Somebody who visits every state.</summary>
/// <param name="Duties">What the person may do, in a word.</param>
/// <param name="Member">Who it is.</param>
/// <param name="Locale">The language of the person's client.</param>
/// <param name="Scope">Where the person speaks to the bot.</param>
internal sealed record GalleryVisitor(string Duties, MemberId Member, string Locale, Scope Scope)
{
    /// <summary>Gets whether the person writes every command in every state, and not only in those that are for everybody.</summary>
    public bool WritesAlways { get; init; }

    /// <summary>Gets the language that answers should be in.</summary>
    public string Language => Locale[..2];

    /// <inheritdoc/>
    public override string ToString() => $"{Duties}, {Language}, {Scope}";
}
