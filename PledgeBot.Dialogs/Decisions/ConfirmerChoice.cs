using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>The choices of a coordinator who records what an authorised member has told.</summary>
internal static class ConfirmerChoice
{
    /// <summary>Makes the choice of a member: "Säkerhetschef, för kommunen".</summary>
    public static Choice Of(TurnContext turn, Member member)
    {
        Choice choice = MemberChoice.Of(turn, member);
        return choice with { Label = Word.Fill(DecisionTexts.RecordConfirmer, choice.Label, Word.For(member.Party)) };
    }

    /// <summary>Makes the choices of how it was told.</summary>
    public static Choice[] Manners() =>
        [.. Enum.GetValues<Manner>().Select(manner => new Choice(manner.ToString(), Word.Capital(Word.For(manner))))];
}
