using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Search;

/// <summary>Something that can be searched for.</summary>
/// <param name="Reference">Its number or reference.</param>
/// <param name="Title">The words it is known by, in both languages: what kind of thing, its number, where, and what.</param>
/// <param name="Details">The other words that may be searched for: category, status, who is responsible.</param>
/// <param name="Group">How pressing it is: 0 is the most.</param>
/// <param name="Order">Its place in its group; the lowest first.</param>
/// <param name="Show">Draws it as a hit.</param>
internal sealed record Findable(
    string Reference, IReadOnlySet<string> Title, IReadOnlySet<string> Details, int Group, long Order, Func<ComposeHit> Show);
