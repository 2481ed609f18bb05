using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Gallery;

/// <summary>The records of one installation in memory: of the partnerships that meet somewhere, and of whatever else is kept.</summary>
internal sealed class RecordsSet
{
    private readonly Dictionary<PartnershipId, RecordsInMemory> _all = [];
    private readonly List<PartnershipId> _meeting = [];

    public RecordsSet(params IEnumerable<RecordsInMemory> meeting)
    {
        foreach (RecordsInMemory records in meeting)
        {
            Enter(records.Place, records);
        }
    }

    public IEnumerable<RecordsInMemory> All => _all.Values;

    /// <summary>Gets the records of the partnerships that have a place to meet.</summary>
    public IEnumerable<RecordsInMemory> Meeting => _meeting.Select(Of);

    /// <summary>Gets the records of a partnership; empty ones for one that nothing is kept of.</summary>
    public RecordsInMemory Of(PartnershipId partnership)
    {
        if (!_all.TryGetValue(partnership, out RecordsInMemory? records))
        {
            _all[partnership] = records = new RecordsInMemory(Partnership.Empty(partnership));
        }

        return records;
    }

    /// <summary>Enters where a partnership meets.</summary>
    public void Enter(MeetingPlace place) => Enter(place, Of(place.Partnership));

    /// <summary>Makes records that can be changed without changing these. Work that waits is left out.</summary>
    public RecordsSet Copy()
    {
        var copy = new RecordsSet();
        foreach (RecordsInMemory records in _all.Values)
        {
            copy._all[records.Partnership.Id] = Copy(records);
        }

        copy._meeting.AddRange(_meeting);
        return copy;
    }

    private void Enter(MeetingPlace place, RecordsInMemory records)
    {
        records.Place = place;
        _all[place.Partnership] = records;
        if (!_meeting.Contains(place.Partnership))
        {
            _meeting.Add(place.Partnership);
        }
    }

    private static RecordsInMemory Copy(RecordsInMemory records)
    {
        var copy = new RecordsInMemory(records.Partnership) { Roster = records.Roster, Place = records.Place };
        CopyTo(records.Memory, copy.Memory);
        CopyTo(records.Photos, copy.Photos);
        CopyTo(records.Boxes, copy.Boxes);
        CopyTo(records.Received, copy.Received);
        CopyTo(records.Contacts, copy.Contacts);
        return copy;
    }

    private static void CopyTo<TKey, TValue>(Dictionary<TKey, TValue> from, Dictionary<TKey, TValue> to)
        where TKey : notnull
    {
        foreach ((TKey key, TValue value) in from)
        {
            to[key] = value;
        }
    }
}
