using System.Collections.Immutable;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.VotingRules;

/// <summary>Words a list of voters: each party's roles, and who stands in for whom.</summary>
internal static class RollLines
{
    // A group may be large, and the lines are read on a phone.
    private const int MostTold = 15;

    /// <summary>Gets a line for each party, and one for the substitutes if there are any.</summary>
    /// <param name="roll">The list of voters.</param>
    public static IEnumerable<string> For(ImmutableArray<RollEntry> roll)
    {
        foreach (Party party in Enum.GetValues<Party>())
        {
            string[] titles = [.. roll.Where(entry => entry.Party == party).Select(entry => entry.Title)];
            string name = Word.Capital(Word.For(party));
            yield return titles is [] ? Word.Fill(RuleTexts.RollEmpty, name) : Word.Fill(RuleTexts.RollParty, name, titles.Length, Told(titles));
        }

        string[] substitutes = [.. roll.Where(entry => entry.InsteadOf is not null).Select(entry => InsteadOf(entry.Title, entry.InsteadOf!))];
        if (substitutes.Length > 0)
        {
            yield return Word.Fill(RuleTexts.RollSubstitutes, Told(substitutes));
        }
    }

    /// <summary>Gets who is put in for whom in a walk's coming poll; empty for nobody.</summary>
    /// <param name="partnership">The state.</param>
    /// <param name="walk">The walk.</param>
    public static string SubstitutesOf(Partnership partnership, WalkNumber walk) => Told(
    [
        .. from put in partnership.Substitutions
           where put.Walk == walk
           let substitute = partnership.FindMember(put.Substitute)
           let absent = partnership.FindMember(put.Absent)
           where substitute is not null && absent is not null
           select InsteadOf(substitute.Title, absent.Title),
    ]);

    private static string Told(string[] items) => items.Length <= MostTold
        ? Word.List(items)
        : Word.List([.. items.Take(MostTold), Word.Fill(RuleTexts.RollMore, items.Length - MostTold)]);

    private static string InsteadOf(string substitute, string absent) => Word.Fill(RuleTexts.RollInsteadOf, substitute, absent);
}
