using PledgeBot.Domain.Members;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>The members' names, for a record that has them.</summary>
/// <param name="contacts">The contacts.</param>
internal sealed class DraftNames(IReadOnlyList<Contact> contacts)
{
    private readonly Dictionary<MemberId, string> _names = contacts.ToDictionary(contact => contact.Member, contact => contact.Name);

    /// <summary>Gets a member's name; nothing when it is not known.</summary>
    public string? Of(MemberId member) => _names.GetValueOrDefault(member);
}
