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
    /// <summary>Gets whether everybody tries everything in it; in the others only a coordinator does.</summary>
    public bool IsForEverybody { get; init; }

    /// <summary>Gets what is special about the texts; empty for ordinary ones.</summary>
    public string Words { get; init; } = "";

    /// <summary>Gets the photos of the proposals.</summary>
    public IReadOnlyList<Photo> Photos { get; init; } = [];

    /// <summary>Makes records of it that can be changed without changing the state.</summary>
    public RecordsInMemory ToRecords()
    {
        var records = new RecordsInMemory(Story.Partnership);
        foreach (Poll poll in Story.Partnership.Polls)
        {
            records.Boxes[poll.Id] = Story.BoxOf(poll.Id);
        }

        foreach (Photo photo in Photos)
        {
            records.Photos[photo.Id] = photo;
        }

        foreach (Domain.Members.Member member in Story.Partnership.Members)
        {
            records.Contacts[member.Id] = ChannelPerson.Of(member.Id).ToContact(member.Id);
        }

        return records;
    }
}
