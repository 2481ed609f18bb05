using System.Globalization;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.SetUp;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Weekly;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Help;

/// <summary>Draws the first thing the bot says in a conversation: what it does, why it is there, how to begin, and how to make it stop.</summary>
internal static class WelcomeCard
{
    /// <summary>Draws the card for a team.</summary>
    /// <param name="partnership">The partnership that meets there; when it is still to be formed, the card has the button for that.</param>
    /// <param name="addedBy">The name of who added the bot; nothing if it is not known.</param>
    public static DrawnCard ForTeam(Partnership partnership, string? addedBy)
    {
        if (partnership.Formed is not { } formed)
        {
            string what = Word.Fill(HelpTexts.Welcome, HelpTexts.TheParties);
            return Draw(
                what,
                [.. Greeting(what, addedBy), Line.Of(HelpTexts.SetUp), Line.Subtle(HelpTexts.SetUpStop)],
                [SetUpButton()]);
        }

        string help = Word.Fill(HelpTexts.Welcome, Word.List([formed.Municipality, formed.PoliceArea]));
        return Draw(
            help,
            [
                .. Greeting(help, addedBy),
                Line.Of($"{WhenWeekly(partnership.Weekly.Schedule)} {HelpTexts.MentionMe}"),
                Line.Subtle(HelpTexts.WelcomeChannelStop),
            ],
            Buttons());
    }

    /// <summary>Draws the card for a member's own chat with the bot.</summary>
    /// <param name="partnerships">The partnerships that the person is a member of, at least one.</param>
    public static DrawnCard ForMember(IReadOnlyList<Partnership> partnerships)
    {
        string parties = partnerships is [{ Formed: { } formed }] ? Word.List([formed.Municipality, formed.PoliceArea]) : HelpTexts.TheParties;
        string what = Word.Fill(HelpTexts.Welcome, parties);
        return Draw(
            what,
            [.. Greeting(what, addedBy: null), Line.Of(HelpTexts.WelcomePersonal), Line.Subtle(HelpTexts.WelcomePersonalStop)],
            Buttons());
    }

    /// <summary>Draws the card for a chat of several people.</summary>
    /// <param name="addedBy">The name of who added the bot; nothing if it is not known.</param>
    public static DrawnCard ForGroup(string? addedBy)
    {
        string what = Word.Fill(HelpTexts.Welcome, HelpTexts.TheParties);
        return Draw(
            what,
            [.. Greeting(what, addedBy), Line.Of(HelpTexts.WelcomeGroup), Line.Subtle(HelpTexts.WelcomeGroupStop)],
            Buttons());
    }

    /// <summary>Draws what a team whose partnership is still to be formed is answered, whatever it asks.</summary>
    public static DrawnCard SetUp()
    {
        string summary = Word.WithoutMarks($"{HelpTexts.SetUpTitle}. {HelpTexts.SetUp}");
        return new DrawnCard(
            CardFrame.Of(summary, [Line.Heading(HelpTexts.SetUpTitle), Line.Of(HelpTexts.SetUp)], [SetUpButton()]),
            summary);
    }

    private static DrawnCard Draw(string what, IReadOnlyList<CardElement> body, IReadOnlyList<AdaptiveAction> actions)
    {
        string summary = $"{HelpTexts.WelcomeTitle}. {what}";
        return new DrawnCard(CardFrame.Of(summary, body, actions), summary);
    }

    private static IEnumerable<CardElement> Greeting(string what, string? addedBy)
    {
        yield return Line.Heading(HelpTexts.WelcomeTitle);
        yield return Line.Of(string.IsNullOrWhiteSpace(addedBy) ? what : $"{Word.Fill(HelpTexts.WelcomeAddedBy, addedBy.Trim())} {what}");
    }

    private static SubmitAction SetUpButton() => FormButton.For(HelpTexts.ButtonSetUp, SetUpDialog.Id, "");

    private static AdaptiveAction[] Buttons() =>
    [
        CommandButton.For(HelpTexts.ButtonHelp, HelpTexts.ButtonHelp),
        CommandButton.For(HelpTexts.ButtonStatus, HelpTexts.ButtonStatus),
    ];

    private static string WhenWeekly(WeeklySchedule schedule) => Word.Fill(
        HelpTexts.WelcomeChannel,
        CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(schedule.Day),
        Word.For(schedule.Time));
}
