using System.Globalization;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Weekly;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.Help;

/// <summary>Draws the first thing the bot says in a conversation: what it does, and how to begin.</summary>
internal static class WelcomeCard
{
    /// <summary>Makes the message.</summary>
    /// <param name="partnership">The partnership that meets there.</param>
    /// <param name="isPersonal">Whether the conversation is with one member, and not in the channel.</param>
    public static Activity Message(Partnership partnership, bool isPersonal)
    {
        DrawnCard drawn = Draw(partnership, isPersonal);
        return Activity.WithCard(drawn.Card, drawn.Summary);
    }

    /// <summary>Draws the card.</summary>
    public static DrawnCard Draw(Partnership partnership, bool isPersonal)
    {
        string parties = partnership.Formed is { } formed ? Word.List([formed.Municipality, formed.PoliceArea]) : HelpTexts.TheParties;
        string what = Word.Fill(HelpTexts.Welcome, parties);
        string how = isPersonal ? HelpTexts.WelcomePersonal : WhenWeekly(partnership.Weekly.Schedule);
        string summary = $"{HelpTexts.WelcomeTitle}. {what}";
        return new DrawnCard(
            CardFrame.Of(
                summary,
                [Line.Heading(HelpTexts.WelcomeTitle), Line.Of(what), Line.Below(how)],
                [
                    CommandButton.For(HelpTexts.ButtonHelp, HelpTexts.ButtonHelp),
                    CommandButton.For(HelpTexts.ButtonStatus, HelpTexts.ButtonStatus),
                ]),
            summary);
    }

    private static string WhenWeekly(WeeklySchedule schedule) => Word.Fill(
        HelpTexts.WelcomeChannel,
        CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(schedule.Day),
        Word.For(schedule.Time));
}
