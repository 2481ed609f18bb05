using PledgeBot.Dialogs.Members;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Promises;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Weekly;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Promises;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.SetUp;

/// <summary>Draws what has been set up, by whom, and what is still missing.</summary>
internal static class SetUpCard
{
    /// <summary>Draws the card; nothing before the partnership is formed.</summary>
    public static DrawnCard? Draw(string key, CardView view) =>
        view.Partnership.Formed is { } formed ? Draw(view.Partnership, formed, SwedishTime.DayAt(view.Now)) : null;

    private static DrawnCard Draw(Partnership partnership, PartnershipFormed formed, DateOnly today)
    {
        Promise? promise = partnership.CurrentPromise(today);
        Member? founder = partnership.FoundedBy is { } id ? partnership.FindMember(id) : null;
        string[] missing =
        [
            .. promise is null ? [SetUpTexts.MissingPromise] : (string[])[],
            .. MissingDuty.Of(partnership).Select(MissingDutyText.For),
        ];
        string summary = missing.Length == 0
            ? Word.Fill(SetUpTexts.SummaryReady, SetUpTexts.CardTitle)
            : Word.Fill(SetUpTexts.SummaryMissing, SetUpTexts.CardTitle, missing.Length);
        CardElement[] body =
        [
            Line.Heading(SetUpTexts.CardTitle),
            new FactList
            {
                { SetUpTexts.Municipality, Word.Capital(formed.Municipality) },
                { SetUpTexts.PoliceArea, Word.Capital(formed.PoliceArea) },
                { SetUpTexts.FactPromise, promise?.Title ?? SetUpTexts.NoPromise },
                { SetUpTexts.FactWeekly, Word.Capital(WeeklyTimeDialog.Show(partnership.Weekly.Schedule)) },
                { SetUpTexts.FactMembers, Count(partnership) },
                { SetUpTexts.FactFounder, founder is null ? null : Word.Capital(Word.Fill(SetUpTexts.FounderWithParty, founder.Title, Word.For(founder.Party))) },
            }.Draw(),
            Line.Section(SetUpTexts.SectionMissing),
            .. missing.Length == 0 ? [Line.Below(SetUpTexts.NothingMissing)] : missing.Select(text => Line.Below(Word.Fill(SetUpTexts.Missing, text))),
        ];
        AdaptiveAction[] actions =
        [
            CommandButton.For(SetUpTexts.ButtonMembers, MemberTexts.Command.Split('|')[0]),
            .. promise is null ? [FormButton.For(SetUpTexts.ButtonPromise, PromiseDialog.Id, "")] : Array.Empty<AdaptiveAction>(),
            FormButton.For(SetUpTexts.ButtonWeekly, WeeklyTimeDialog.Id, ""),
            FormButton.For(SetUpTexts.ButtonChannel, ChannelDialog.Id, ""),
        ];
        return new DrawnCard(CardFrame.Of(summary, body, actions), summary);
    }

    private static string Count(Partnership partnership) => Word.Fill(
        SetUpTexts.MemberCount,
        partnership.Members.Count(member => member.Party == Party.Municipality),
        partnership.Members.Count(member => member.Party == Party.Police));
}
