using PledgeBot.Dialogs.Members;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Gallery;

/// <summary>A partnership at some point of its work, to draw cards from.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Story">How it came there.</param>
internal sealed record GalleryState(string Name, Story Story)
{
    /// <summary>Gets who is in the team; two of them are not on the list.</summary>
    public static IReadOnlyList<MemberId> Team { get; } = [.. A.Members.Select(entry => entry.Member), A.Member(50), A.Member(51)];

    /// <summary>Gets who tries everything in it.</summary>
    public GalleryAudience Audience { get; init; }

    /// <summary>Gets what is special about the texts; empty for ordinary ones.</summary>
    public string Words { get; init; } = "";

    /// <summary>Gets the photos of the proposals.</summary>
    public IReadOnlyList<Photo> Photos { get; init; } = [];

    /// <summary>Gets the members without an account.</summary>
    public IReadOnlyList<MemberId> ByPhone { get; init; } = [];

    /// <summary>Gets another partnership that has the same members; nothing for none.</summary>
    public Story? Another { get; init; }

    /// <summary>Makes records of it that can be changed without changing the state.</summary>
    public RecordsSet ToRecords() => Another is null
        ? new RecordsSet(RecordsOf(Story, Place.Of(Story.Partnership.Id)))
        : new RecordsSet(RecordsOf(Story, Place.Of(Story.Partnership.Id)), RecordsOf(Another, Place.Of(Another.Partnership.Id, "19:another@thread.tacv2")));

    private RecordsInMemory RecordsOf(Story story, MeetingPlace place)
    {
        var records = new RecordsInMemory(story.Partnership) { Place = place };
        foreach (Poll poll in story.Partnership.Polls)
        {
            records.Boxes[poll.Id] = story.BoxOf(poll.Id);
        }

        foreach (Photo photo in Photos)
        {
            records.Photos[photo.Id] = photo;
        }

        foreach (Member member in story.Partnership.Members)
        {
            var contact = ChannelPerson.Of(member.Id).ToContact(member.Id);
            records.Contacts[member.Id] = ByPhone.Contains(member.Id) ? contact with { DirectoryId = null, ChannelAccountId = null } : contact;
        }

        records.Roster = new Roster(story.Now, [.. Team.Select(ChannelPerson.Of).Select(person => new RosterPerson(person.DirectoryId, person.Account, person.Name, IsGuest: false))]);

        records.Memory[TeamFacts.Key] = new TeamFacts("Medborgarlöftet", [new(Place.Team, null), new(Place.Channel, "Trygghet")], story.Now).Write();
        return records;
    }
}
