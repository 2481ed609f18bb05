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
        return partnership.FindMember(command.Member) == entry
            ? Decision.Accept()
            : Decision.Accept(new MemberListed(entry.Id, entry.Party, entry.Title, entry.Duties));
    }

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
}
