using Microsoft.Data.Sqlite;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Records;

public sealed class MemberDirectoryTests : IAsyncLifetime
{
    private readonly PartnershipId _partnership = NewPartnership();
    private TemporaryRecords _records = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _records = await TemporaryRecords.CreateAsync();

    public ValueTask DisposeAsync() => _records.DisposeAsync();

    [Fact]
    public async Task Enter_MeetingPlace_IsFoundByItsTeam()
    {
        MeetingPlace place = Place("team");
        await _records.Directory.EnterAsync(place, Cancel);

        Assert.Equal(place, await _records.Directory.FindByTeamAsync("tenant", "team", Cancel));
        Assert.Null(await _records.Directory.FindByTeamAsync("tenant", "other team", Cancel));
        Assert.Null(await _records.Directory.FindByTeamAsync("other tenant", "team", Cancel));
    }

    [Fact]
    public async Task Enter_MeetingPlaceAgain_TakesTheEarlierOnesPlace()
    {
        await _records.Directory.EnterAsync(Place("team"), Cancel);
        await _records.Directory.EnterAsync(Place("new team"), Cancel);
        await _records.Directory.EnterAsync(Place("new team") with { Channel = "2" }, Cancel);

        Assert.Equal([Place("new team") with { Channel = "2" }], await _records.Directory.ListMeetingPlacesAsync(Cancel));
    }

    [Fact]
    public async Task Enter_TeamOfAnotherPartnership_IsRefused()
    {
        await _records.Directory.EnterAsync(Place("team"), Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _records.Directory.EnterAsync(Place("team") with { Partnership = NewPartnership() }, Cancel));

        Assert.Equal([Place("team")], await _records.Directory.ListMeetingPlacesAsync(Cancel));
    }

    [Fact]
    public async Task Enter_Contact_TakesTheEarlierOnesPlace()
    {
        var contact = new Contact(NewMember(), "Åsa Öberg", "directory", "channel");
        await EnterAsync(_partnership, contact with { Name = "Åsa Ek", DirectoryId = "old", ChannelAccountId = "old" });
        await EnterAsync(_partnership, contact);

        Assert.Equal([contact], await _records.Directory.ReadContactsAsync(_partnership, Cancel));
        Assert.Equal(contact.Member, await _records.Directory.FindMemberAsync(_partnership, "directory", Cancel));
        Assert.Null(await _records.Directory.FindMemberAsync(_partnership, "old", Cancel));
        Assert.Null(await _records.Directory.FindMemberAsync(NewPartnership(), "directory", Cancel));
    }

    [Fact]
    public async Task Enter_AccountOfAnotherMember_IsRefused()
    {
        await EnterAsync(_partnership, new Contact(NewMember(), "Åsa", "directory", "channel"));

        await Assert.ThrowsAsync<SqliteException>(() => EnterAsync(_partnership, new Contact(NewMember(), "Bo", "directory", "channel")));
    }

    [Fact]
    public async Task FindPartnershipsOf_IsOldestMembershipFirst_AtMostTen()
    {
        PartnershipId[] partnerships = [.. Enumerable.Range(0, 11).Select(_ => NewPartnership())];
        foreach ((PartnershipId partnership, int n) in partnerships.Select((partnership, n) => (partnership, n)).Reverse())
        {
            await EnterAsync(partnership, new Contact(MemberId.New(Noon.AddDays(n)), "Åsa", "directory", "channel"));
        }

        Assert.Equal(partnerships[..10], await _records.Directory.FindPartnershipsOfAsync("directory", Cancel));
        Assert.Empty(await _records.Directory.FindPartnershipsOfAsync("nobody", Cancel));
    }

    private MeetingPlace Place(string team) => new(_partnership, "tenant", team, "1");

    private Task EnterAsync(PartnershipId partnership, Contact contact) =>
        _records.Partnerships.TurnAsync(partnership, turn => turn.Enter(contact));
}
