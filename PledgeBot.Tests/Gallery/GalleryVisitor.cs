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
    /// <summary>Gets the states in which the person writes every command: those with this audience or a wider one.</summary>
    public GalleryAudience WritesFor { get; init; } = GalleryAudience.Everybody;

    /// <summary>
    /// Gets how many moves after the first the person makes at the most. Who only sees other cards need not walk the same dialogs
    /// to their ends.
    /// </summary>
    public int MostMoves { get; init; } = 2;

    /// <summary>Gets the language that answers should be in.</summary>
    public string Language => Locale[..2];

    /// <inheritdoc/>
    public override string ToString() => $"{Duties}, {Language}, {Scope}";
}
