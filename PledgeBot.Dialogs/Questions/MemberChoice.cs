using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;

namespace PledgeBot.Dialogs.Questions;

/// <summary>Makes members something to choose from. The canonical answer is the member's identifier.</summary>
internal static class MemberChoice
{
    /// <summary>Makes the choice of a member. The role is enough to know who it is, unless two members have the same.</summary>
    public static Choice Of(TurnContext turn, Member member)
    {
        string value = member.Id.ToString();
        if (turn.Partnership.Members.Count(other => other.Title == member.Title) == 1)
        {
            return new Choice(value, member.Title);
        }

        string? name = turn.Contacts.FirstOrDefault(contact => contact.Member == member.Id)?.Name;
        return new Choice(value, name is null ? member.Title : Word.Fill(QuestionTexts.MemberNamed, member.Title, name));
    }
}
