using PledgeBot.Dialogs.Members;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.SetUp;

/// <summary>Gives records a team: its channels and people, as they would be after the channel was read.</summary>
internal static class TeamOf
{
    /// <summary>A team with General and two more channels, and the given people in it.</summary>
    public static RecordsInMemory WithTeam(this RecordsInMemory records, params RosterPerson[] people)
    {
        var facts = new TeamFacts(
            "Trygghet", [new TeamChannel("19:team", null), new TeamChannel("19:channel", "Löftet"), new TeamChannel("19:news", "Nyheter")], A.Noon);
        records.Memory[TeamFacts.Key] = facts.Write();
        records.Roster = people.Length == 0 ? null : new Roster(A.Noon, [.. people]);
        return records;
    }

    /// <summary>A member who is in the team under an account with the member's identifier.</summary>
    public static RosterPerson Account(this MemberId member, string name, bool isGuest = false) =>
        new(member.ToString(), "29:" + member, name, isGuest);

    /// <summary>The member's contact under that account.</summary>
    public static Contact Contact(this MemberId member, string name) => new(member, name, member.ToString(), "29:" + member);
}
