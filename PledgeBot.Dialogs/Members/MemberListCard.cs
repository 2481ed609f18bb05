using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Members;

/// <summary>Draws who is on the list with which party, role and duties, who is in the team without a role, and what is amiss.</summary>
internal static class MemberListCard
{
    private const int MostOnPage = 20;
    private const int MostWithoutRole = 30;

    /// <summary>Draws a page of the list.</summary>
    /// <param name="people">Everybody.</param>
    /// <param name="partnership">The state.</param>
    /// <param name="team">The team as it was last read.</param>
    /// <param name="page">Which page, from 1; one that the list does not have gives the nearest.</param>
    /// <param name="isForCoordinator">Whether the reader may change the list.</param>
    public static DrawnCard Draw(People people, Partnership partnership, Team team, int page, bool isForCoordinator)
    {
        Person[] listed = [.. people.Listed.OrderBy(person => person.Member!.Party)];
        Person[] withoutRole = [.. people.WithoutRole];
        int pages = Math.Max(1, (listed.Length + MostOnPage - 1) / MostOnPage);
        page = Math.Clamp(page, 1, pages);
        string count = Word.Fill(listed.Length == 1 ? MemberTexts.CountOne : MemberTexts.CountMany, listed.Length);
        List<CardElement> body = [Line.Heading(MemberTexts.ListTitle), Line.Subtle(pages == 1 ? count : Word.Fill(MemberTexts.Page, count, page, pages))];
        if (page == 1)
        {
            body.AddRange(Amiss(listed, partnership).Select(Warning));
        }

        body.AddRange(DrawListed(listed.Skip((page - 1) * MostOnPage).Take(MostOnPage), listed));
        if (page == pages)
        {
            body.AddRange(DrawWithoutRole(withoutRole, team));
        }

        if (isForCoordinator)
        {
            body.Add(Line.Subtle(MemberTexts.HowToChange));
        }

        string summary = withoutRole.Length == 0
            ? $"{MemberTexts.ListTitle}. {count}"
            : $"{MemberTexts.ListTitle}. {count} {Word.Fill(MemberTexts.WithoutRole, withoutRole.Length)}.";
        return new DrawnCard(CardFrame.Of(summary, body, [.. Actions(page, pages, isForCoordinator)]), summary);
    }

    private static IEnumerable<string> Amiss(Person[] listed, Partnership partnership)
    {
        foreach (MissingDuty missing in MissingDuty.Of(partnership))
        {
            yield return MissingDutyText.For(missing);
        }

        if (partnership.Members.Count(member => member.Has(Duties.Coordinate)) == 1)
        {
            yield return MemberTexts.OneCoordinator;
        }

        int left = listed.Count(person => person.HasLeft);
        if (left > 0)
        {
            yield return left == 1 ? MemberTexts.LeftOne : Word.Fill(MemberTexts.LeftMany, left);
        }
    }

    private static TextBlock Warning(string text) =>
        new() { Text = Word.Fill(MemberTexts.Warning, text), Color = TextColor.Attention, Spacing = Spacing.Small };

    private static IEnumerable<CardElement> DrawListed(IEnumerable<Person> shown, Person[] listed)
    {
        Party? section = null;
        foreach (Person person in shown)
        {
            Member member = person.Member!;
            if (member.Party != section)
            {
                section = member.Party;
                int count = listed.Count(other => other.Member!.Party == section);
                yield return Line.Section(Word.Fill(MemberTexts.Section, Word.Capital(Word.For(member.Party)), count));
            }

            yield return Line.Below(person.Contact is null
                ? Word.Fill(MemberTexts.EntryNameless, Word.Capital(member.Title))
                : Word.Fill(MemberTexts.Entry, Word.Capital(member.Title), PersonText.Name(person)));
            string duties = Word.Capital(PersonText.Duties(member.Duties));
            yield return Line.Subtle(person.HasLeft ? Word.Fill(MemberTexts.EntryLeft, duties) : duties);
        }
    }

    private static IEnumerable<CardElement> DrawWithoutRole(Person[] withoutRole, Team team)
    {
        if (team.Roster is not { } roster)
        {
            yield return Line.Subtle(MemberTexts.TeamNotRead);
            yield break;
        }

        if (withoutRole.Length > 0)
        {
            yield return Line.Section(Word.Fill(MemberTexts.WithoutRole, withoutRole.Length));
            string names = string.Join(", ", withoutRole.Take(MostWithoutRole).Select(PersonText.Name));
            int more = withoutRole.Length - MostWithoutRole;
            yield return Line.Below(more > 0 ? Word.Fill(MemberTexts.AndMore, names, more) : names);
        }

        yield return Line.Subtle(Word.Fill(MemberTexts.TeamReadAt, Word.For(roster.ReadAt)));
    }

    private static IEnumerable<AdaptiveAction> Actions(int page, int pages, bool isForCoordinator)
    {
        if (isForCoordinator)
        {
            yield return FormButton.For(MemberTexts.ButtonPick, PickDialog.Id, "");
            yield return FormButton.For(MemberTexts.ButtonByPhone, MemberDialog.Id, MemberDialog.ByPhone);
        }

        string command = MemberTexts.Command.Split('|')[0];
        if (page > 1)
        {
            yield return CommandButton.For(MemberTexts.ButtonBefore, $"{command} {page - 1}");
        }

        if (page < pages)
        {
            yield return CommandButton.For(MemberTexts.ButtonAfter, $"{command} {page + 1}");
        }
    }
}
