using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.VotingRules;

/// <summary>Draws the rules that coming polls begin with. In the channel everybody sees the answer, so it has no button there.</summary>
internal static class RulesCard
{
    /// <summary>Draws the rules for the one who asks.</summary>
    public static DrawnCard Draw(TurnContext turn)
    {
        Partnership partnership = turn.Partnership;
        int entitled = partnership.Members.Count(member => member.Has(Duties.Vote));
        string now = entitled == 0 ? RuleTexts.RulesNobodyVotes : Word.Fill(RuleTexts.RulesNow, RuleLines.Quorum(partnership.PollRules, entitled));
        var facts = new FactList();
        foreach ((string name, string value) in RulesDialog.Facts(turn))
        {
            facts.Add(name, value);
        }

        List<CardElement> body = [Line.Heading(RuleTexts.RulesTitle), facts.Draw(), Line.Of(now), Line.Subtle(RuleTexts.RulesKept)];
        AdaptiveAction[] actions = [];
        if (turn.IsPersonal && turn.Member.Has(Duties.Coordinate))
        {
            actions = [FormButton.For(RuleTexts.RulesButton, RulesDialog.Id, "")];
        }
        else
        {
            body.Add(Line.Subtle(RuleTexts.RulesHowToChange));
        }

        string summary = Word.Fill(RuleTexts.RulesSummary, now);
        return new DrawnCard(CardFrame.Of(summary, body, actions), summary);
    }
}
