using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;

namespace PledgeBot.Dialogs.Members;

/// <summary>Says who somebody is, and what they may do.</summary>
internal static class PersonText
{
    private const int LongestName = 60;

    /// <summary>"Eva Ek (gäst)".</summary>
    public static string Name(Person person)
    {
        string name = Clipped.To(person.Name, LongestName);
        return person.IsGuest ? Word.Fill(MemberTexts.Guest, name)
            : person is { Contact: not null, IsByPhone: true } ? Word.Fill(MemberTexts.ByPhone, name)
            : name;
    }

    /// <summary>"Eva Ek (gäst), kommunpolis", for choosing among many.</summary>
    public static string Choice(Person person) =>
        Word.Fill(MemberTexts.Choice, Name(person), person.Member?.Title ?? MemberTexts.NoRole);

    /// <summary>"samordnar, röstberättigad"; a text that says so when there is nothing.</summary>
    public static string Duties(Duties duties)
    {
        string[] words =
        [
            .. Words(duties, Domain.Members.Duties.Coordinate, MemberTexts.DutyCoordinate),
            .. Words(duties, Domain.Members.Duties.Vote, MemberTexts.DutyVote),
            .. Words(duties, Domain.Members.Duties.Confirm, MemberTexts.DutyConfirm),
        ];
        return words.Length == 0 ? MemberTexts.DutyNone : string.Join(", ", words);
    }

    private static IEnumerable<string> Words(Duties duties, Duties duty, string word) => duties.HasFlag(duty) ? [word] : [];
}
