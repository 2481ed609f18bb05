using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Parties;

namespace PledgeBot.Dialogs.Members;

/// <summary>The parties as choices. The canonical answer is the party's name in the code.</summary>
internal static class PartyChoices
{
    /// <summary>Gets the choices.</summary>
    public static IReadOnlyList<Choice> All =>
        [.. Enum.GetValues<Party>().Select(party => new Choice(party.ToString(), Word.Capital(Word.For(party))))];
}
