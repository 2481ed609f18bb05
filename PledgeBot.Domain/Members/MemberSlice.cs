using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Members;

/// <summary>The list of members.</summary>
internal static class MemberSlice
{
    public static Decision List(Partnership partnership, ListMember command)
    {
        string title = command.Title.Trim();
        if (TextRule.Required(TextField.MemberTitle, title, ListMember.LongestTitle) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var entry = new Member(command.Member, command.Party, title, command.Duties);
        Member? earlier = partnership.FindMember(command.Member);
        if (earlier == entry)
        {
            return Decision.Accept();
        }

        return earlier is not null && !entry.Has(Duties.Coordinate) && IsLastCoordinator(partnership, earlier)
            ? Decision.Refuse(new LastCoordinator())
            : Decision.Accept(new MemberListed(entry.Id, entry.Party, entry.Title, entry.Duties));
    }

    public static Decision Unlist(Partnership partnership, UnlistMember command) => partnership.FindMember(command.Member) switch
    {
        null => Decision.Refuse(new NoSuchMember()),
        { } member when IsLastCoordinator(partnership, member) => Decision.Refuse(new LastCoordinator()),
        { } member => Decision.Accept(new MemberUnlisted(member.Id)),
    };

    public static Partnership Evolve(Partnership partnership, MemberListed listed)
    {
        var entry = new Member(listed.Member, listed.Party, listed.Title, listed.Duties);
        return partnership with
        {
            Members = partnership.FindMember(listed.Member) is { } earlier
                ? partnership.Members.Replace(earlier, entry)
                : partnership.Members.Add(entry),
        };
    }

    public static Partnership Evolve(Partnership partnership, MemberUnlisted unlisted) =>
        partnership with { Members = partnership.Members.RemoveAll(member => member.Id == unlisted.Member) };

    private static bool IsLastCoordinator(Partnership partnership, Member member) =>
        member.Has(Duties.Coordinate) && partnership.Members.Count(other => other.Has(Duties.Coordinate)) == 1;
}
