using System.Collections.Immutable;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Members;

/// <summary>Everybody who is on the list or in the team, as one turn sees them. The team has been read before.</summary>
internal sealed class People
{
    private People(ImmutableArray<Person> all) => All = all;

    /// <summary>Gets everybody, in order of name.</summary>
    public ImmutableArray<Person> All { get; }

    /// <summary>Gets those on the list.</summary>
    public IEnumerable<Person> Listed => All.Where(person => person.Member is not null);

    /// <summary>Gets those in the team who have no role.</summary>
    public IEnumerable<Person> WithoutRole => All.Where(person => person is { Member: null, InTeam: not null });

    /// <summary>Brings the list, the contacts and the team together.</summary>
    public static People Of(TurnContext turn)
    {
        var inTeam = (turn.Team.Roster?.People ?? []).ToDictionary(person => person.DirectoryId, StringComparer.Ordinal);
        var contacts = turn.Contacts.ToDictionary(contact => contact.Member);
        var accounts = turn.Contacts.Select(contact => contact.DirectoryId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new People(
        [
            .. turn.Partnership.Members.Select(member => Known(member, contacts.GetValueOrDefault(member.Id)))
                .Concat(turn.Contacts.Where(IsUnlisted).Select(contact => Known(null, contact)))
                .Concat(inTeam.Values.Where(person => !accounts.Contains(person.DirectoryId)).Select(New))
                .OrderBy(person => person.Name, StringComparer.CurrentCulture)
                .ThenBy(person => person.Key, StringComparer.Ordinal),
        ]);

        // Who was taken off the list can be listed again as the same member, but not once the account is gone.
        bool IsUnlisted(Contact contact) => turn.Partnership.FindMember(contact.Member) is null
            && (contact.DirectoryId is null || inTeam.ContainsKey(contact.DirectoryId));

        Person Known(Member? member, Contact? contact) => new(
            (member?.Id ?? contact!.Member).ToString(),
            contact?.Name ?? member!.Title,
            member,
            contact,
            contact?.DirectoryId is { } account ? inTeam.GetValueOrDefault(account) : null);
    }

    /// <summary>Finds somebody by key; nothing if there is no such person.</summary>
    public Person? Find(string key) => All.FirstOrDefault(person => person.Key == key);

    /// <summary>Finds those whom a name means: by the whole name before its beginning, and that before any word of it or of the role.</summary>
    public ImmutableArray<Person> Named(string name)
    {
        string loose = LooseText.Of(name);
        if (loose.Length == 0)
        {
            return [];
        }

        Func<Person, bool>[] ways =
        [
            person => LooseText.Of(person.Name) == loose,
            person => LooseText.Of(person.Name).StartsWith(loose, StringComparison.Ordinal),
            person => $" {LooseText.Of(person.Name)} {LooseText.Of(person.Member?.Title ?? "")}".Contains(' ' + loose, StringComparison.Ordinal),
        ];
        return ways.Select(way => All.Where(way).ToImmutableArray()).FirstOrDefault(found => !found.IsEmpty, []);
    }

    private static Person New(RosterPerson person) => new(person.DirectoryId, person.Name, null, null, person);
}
