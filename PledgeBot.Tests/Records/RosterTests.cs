using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Storage.Sqlite;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Records;

/// <summary>Who is in the team, and what that says about the contacts.</summary>
public sealed class RosterTests : IAsyncLifetime
{
    private static readonly RosterPerson Asa = new("asa", "29:asa", "Åsa Öberg", IsGuest: false);
    private static readonly RosterPerson Bo = new("bo", "29:bo", "Bo Ek", IsGuest: true);

    private readonly PartnershipId _partnership = NewPartnership();
    private TemporaryRecords _records = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _records = await TemporaryRecords.CreateAsync();

    public ValueTask DisposeAsync() => _records.DisposeAsync();

    [Fact]
    public async Task Replace_Roster_TakesTheEarlierOnesPlace()
    {
        await ReplaceAsync(_partnership, Asa);
        await ReplaceAsync(NewPartnership(), Asa, Bo);
        await ReplaceAsync(_partnership, Noon.AddDays(1), Bo);

        Roster roster = (await ReadAsync(_partnership))!;

        Assert.Equal(Noon.AddDays(1), roster.ReadAt);
        Assert.Equal([Bo], roster.People);
    }

    [Fact]
    public async Task Read_NeverRead_IsNothing()
    {
        await ReplaceAsync(NewPartnership(), Asa);

        Assert.Null(await ReadAsync(_partnership));
    }

    [Fact]
    public async Task Read_InTheSameTurn_IsWhatItReplaced()
    {
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(_partnership, Cancel);
        var roster = new Roster(Noon, [Asa]);
        turn.Replace(roster);

        Assert.Equal(roster, await turn.ReadRosterAsync(Cancel));
    }

    [Fact]
    public async Task Replace_Contacts_GetTheNamesAndAccountsOfTheTeam()
    {
        var contact = new Contact(NewMember(), "Åsa Ek", "asa", "29:old");
        await EnterAsync(contact);
        await EnterAsync(NewPartnership(), contact);

        await ReplaceAsync(_partnership, Asa);

        Assert.Equal(
            [contact with { Name = "Åsa Öberg", ChannelAccountId = "29:asa" }],
            await _records.Directory.ReadContactsAsync(_partnership, Cancel));
    }

    [Fact]
    public async Task Replace_AccountThatIsGone_HasLeftUntilItIsBack()
    {
        await EnterAsync(new Contact(NewMember(), "Bo Ek", "bo", "29:bo"));
        Assert.True((await ContactAsync()).Admits("bo"));

        await ReplaceAsync(_partnership, Asa);
        Assert.True((await ContactAsync()).HasLeft);
        Assert.False((await ContactAsync()).Admits("bo"));
        Assert.Empty(await _records.Directory.FindPartnershipsOfAsync("bo", Cancel));

        await ReplaceAsync(_partnership, Asa, Bo);
        Assert.True((await ContactAsync()).Admits("bo"));
        Assert.Equal([_partnership], await _records.Directory.FindPartnershipsOfAsync("bo", Cancel));
    }

    [Fact]
    public async Task Replace_AnotherPartnershipsRoster_LocksNobodyOutHere()
    {
        await EnterAsync(new Contact(NewMember(), "Bo Ek", "bo", "29:bo"));

        await ReplaceAsync(NewPartnership(), Asa);

        Assert.True((await ContactAsync()).Admits("bo"));
    }

    [Fact]
    public async Task Enter_MembersWithoutAnAccount_AreAnyNumberAndNeverLeave()
    {
        await EnterAsync(new Contact(NewMember(), "Kommissarie Ek", null, null));
        await EnterAsync(new Contact(NewMember(), "Kommissarie Al", null, null));

        await ReplaceAsync(_partnership, Asa);

        IReadOnlyList<Contact> contacts = await _records.Directory.ReadContactsAsync(_partnership, Cancel);
        Assert.Equal(2, contacts.Count);
        Assert.All(contacts, contact => Assert.False(contact.HasLeft));
        Assert.All(contacts, contact => Assert.False(contact.Admits(null)));
    }

    [Fact]
    public async Task Replace_NobodyOrTooMany_IsRefusedAndTheEarlierOneStays()
    {
        await ReplaceAsync(_partnership, Asa);

        await Assert.ThrowsAsync<ArgumentException>(() => ReplaceAsync(_partnership));
        await Assert.ThrowsAsync<ArgumentException>(() => ReplaceAsync(_partnership, [.. Enumerable.Repeat(Asa, Roster.MostPeople + 1)]));

        Assert.Equal([Asa], (await ReadAsync(_partnership))!.People);
    }

    [Fact]
    public async Task Replace_TheLargestTeam_IsKeptWhole()
    {
        RosterPerson[] people = [.. Enumerable.Range(0, Roster.MostPeople).Select(n => new RosterPerson($"{n:D5}", $"29:{n}", $"Person {n}", n % 2 == 0))];

        await ReplaceAsync(_partnership, [.. people]);

        Assert.Equal<RosterPerson>(people, (await ReadAsync(_partnership))!.People);
    }

    [Fact]
    public async Task Enter_PlaceOfAnotherPartnership_IsABug() => await Assert.ThrowsAsync<ArgumentException>(
        () => _records.Partnerships.TurnAsync(_partnership, turn => turn.Enter(new MeetingPlace(NewPartnership(), "tenant", "team", "1"))));

    [Fact]
    public async Task Enter_PlaceInATurn_TakesTheEarlierOnesPlaceWithIt()
    {
        var place = new MeetingPlace(_partnership, "tenant", "team", "1");
        await _records.Directory.EnterAsync(place, Cancel);

        await _records.Partnerships.TurnAsync(_partnership, turn => turn.Enter(place with { Channel = "2" }));

        Assert.Equal(place with { Channel = "2" }, await _records.Directory.FindMeetingPlaceAsync(_partnership, Cancel));
    }

    [Fact]
    public async Task Migrate_FileOfTheReleaseBefore_KeepsItsContacts()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("pledgebot-");
        string file = Path.Combine(directory.FullName, SqliteFile.Name);
        var contact = new Contact(NewMember(), "Åsa Öberg", "directory", "channel");
        await using (SqlitePledgeBotDbContext before = ContextOf(file))
        {
            await before.Database.GetService<IMigrator>().MigrateAsync("Create", Cancel);
            await before.Database.ExecuteSqlAsync(
                $"INSERT INTO contacts VALUES ({_partnership.Value}, {contact.Member.Value}, {contact.Name}, {contact.DirectoryId}, {contact.ChannelAccountId})",
                Cancel);
        }

        await using (var records = TemporaryRecords.Open(file))
        {
            await records.Database.PrepareAsync(Cancel);
            Assert.Equal([contact], await records.Directory.ReadContactsAsync(_partnership, Cancel));
            await Assert.ThrowsAsync<SqliteException>(
                () => records.Partnerships.TurnAsync(_partnership, turn => turn.Enter(contact with { Member = NewMember() })));
        }

        directory.Delete(recursive: true);
    }

    private static SqlitePledgeBotDbContext ContextOf(string file) =>
        new(new DbContextOptionsBuilder<SqlitePledgeBotDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options);

    private async Task<Contact> ContactAsync() => Assert.Single(await _records.Directory.ReadContactsAsync(_partnership, Cancel));

    private Task EnterAsync(Contact contact) => EnterAsync(_partnership, contact);

    private Task EnterAsync(PartnershipId partnership, Contact contact) =>
        _records.Partnerships.TurnAsync(partnership, turn => turn.Enter(contact));

    private Task ReplaceAsync(PartnershipId partnership, params ImmutableArray<RosterPerson> people) => ReplaceAsync(partnership, Noon, people);

    private Task ReplaceAsync(PartnershipId partnership, DateTimeOffset at, params ImmutableArray<RosterPerson> people) =>
        _records.Partnerships.TurnAsync(partnership, turn => turn.Replace(new Roster(at, people)));

    private async Task<Roster?> ReadAsync(PartnershipId partnership)
    {
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(partnership, Cancel);
        return await turn.ReadRosterAsync(Cancel);
    }
}
