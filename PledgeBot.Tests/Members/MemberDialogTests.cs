using System.Text;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.SetUp;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Members;

/// <summary>Who is in the group: looking at the list, and changing it.</summary>
public sealed class MemberDialogTests : IDisposable
{
    private static readonly RosterPerson Nils = new("account-of-nils", "29:nils", "Nils Berg", IsGuest: false);
    private static readonly RosterPerson Pia = new("account-of-pia", "29:pia", "Pia Polis", IsGuest: true);

    private readonly Story _story = A.Story();
    private Chat? _chat;

    private RecordsInMemory Records => Chatting.Records;

    private Chat Chatting => _chat ??= Begin();

    public void Dispose() => _chat?.Dispose();

    [Fact]
    public async Task List_SaysWhoHasWhichPartyRoleAndDuties()
    {
        Records.Contacts[A.Chief] = A.Chief.Contact("Inga Lo") with { HasLeft = true };
        Records.Contacts[A.Officer] = A.Officer.Contact("Omar Hult");
        Records.WithTeam(A.Officer.Account("Omar Hult", isGuest: true), Nils, Pia);

        AdaptiveCard card = (await Chatting.WriteAsync(A.Coordinator, "medlemmar")).Card;

        CardRules.Check(card);
        Snapshot.Match(card);
    }

    [Fact]
    public async Task List_ForSomebodyWhoDoesNotCoordinate_OffersNoChange()
    {
        AdaptiveCard card = (await Chatting.WriteAsync(A.Communicator, "medlemmar")).Card;

        Assert.Null(card.Actions);
        Assert.Contains("**Säkerhetschef**", CardRules.TextOf(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_SaysWhatNobodyCanDo()
    {
        _story.Do(new UnlistMember(A.Chief), A.Coordinator);
        _story.Do(new UnlistMember(A.Officer), A.Coordinator);

        string text = CardRules.TextOf((await Chatting.WriteAsync(A.Coordinator, "medlemmar")).Card);

        Assert.Contains("! Ingen från polisen är röstberättigad, så gruppen kan inte rösta.", text, StringComparison.Ordinal);
        Assert.Contains("! Ingen bekräftar beslut för polisen", text, StringComparison.Ordinal);
        Assert.Contains("! Bara en person samordnar.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OldTeam_IsShownAndAskedForAgain()
    {
        Records.WithTeam(Nils);
        Chatting.Time.Advance(TimeSpan.FromMinutes(59));
        await Chatting.WriteAsync(A.Coordinator, "medlemmar");
        Assert.DoesNotContain(("refresh-roster", "team"), Records.Work.Keys);

        Chatting.Time.Advance(TimeSpan.FromMinutes(1));
        AdaptiveCard card = (await Chatting.WriteAsync(A.Coordinator, "medlemmar")).Card;

        Assert.Contains("Nils Berg", CardRules.TextOf(card), StringComparison.Ordinal);
        Assert.Equal(A.Noon.AddHours(1), Records.Work[("refresh-roster", "team")].DueAt);
    }

    [Fact]
    public async Task List_TeamNeverRead_SaysSo() =>
        Assert.Contains("Jag har inte hämtat vilka som är med i teamet än.", CardRules.TextOf((await Chatting.WriteAsync(A.Coordinator, "medlemmar")).Card), StringComparison.Ordinal);

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task List_OfALargeGroup_HasPagesThatFit(string language)
    {
        for (int n = 100; n < 160; n++)
        {
            _story.Do(new ListMember(A.Member(n), Party.Municipality, new string('ö', ListMember.LongestTitle), Duties.Coordinate | Duties.Vote | Duties.Confirm), by: null);
            Records.Contacts[A.Member(n)] = A.Member(n).Contact(new string('å', 200)) with { HasLeft = true };
        }

        Records.Partnership = _story.Partnership;
        Records.WithTeam([.. Enumerable.Range(0, 500).Select(n => new RosterPerson($"{n}", "29", $"{n} {new string('ä', 190)}", IsGuest: true))]);
        using var culture = CultureScope.For(language);

        AdaptiveCard first = (await Chatting.WriteAsync(A.Coordinator, "medlemmar")).Card;
        AdaptiveCard second = (await Chatting.WriteAsync(A.Coordinator, "medlemmar 2")).Card;
        AdaptiveCard last = (await Chatting.WriteAsync(A.Coordinator, "medlemmar 99")).Card;

        Assert.All([first, second, last], CardRules.Check);
        Assert.Contains("Sida 4 av 4", CardRules.TextOf(last), StringComparison.Ordinal);
        Assert.Contains("Saknar roll: 500", CardRules.TextOf(last), StringComparison.Ordinal);
        Assert.Contains("… och 470 till.", CardRules.TextOf(last), StringComparison.Ordinal);
        Assert.Equal(["Lägg till eller ändra", "Lägg till per telefon", "Föregående sida", "Nästa sida"], second.Actions!.Select(action => action.Title));
    }

    [Fact]
    public async Task Coordinator_AddsSomebodyFromTheTeamByForm_TheyGetIn()
    {
        Records.WithTeam(Nils, Pia);
        AdaptiveCard pick = await PickAsync();
        Assert.Contains("Pia Polis (gäst) – saknar roll", Assert.Single(pick.Body.OfType<InputChoiceSet>()).Choices.Select(choice => choice.Title));

        AdaptiveCard form = (await Chatting.PressAsync(A.Coordinator, pick, "Spara", ("person", Pia.DirectoryId))).Card;
        Assert.Contains("Du valde **Pia Polis (gäst)**.", CardRules.TextOf(form), StringComparison.Ordinal);
        Said saved = await Chatting.PressAsync(A.Coordinator, form, "Spara", Entry("Police", "Områdespolis", votes: "yes"));

        Assert.Equal("Pia Polis står på listan: Områdespolis, polisen (röstberättigad). Skriv medlemmar så ser du alla.", saved.Text);
        Contact contact = Assert.Single(Records.Contacts.Values, contact => contact.DirectoryId == Pia.DirectoryId);
        Assert.Equal(new Contact(contact.Member, "Pia Polis", "account-of-pia", "29:pia"), contact);
        Assert.Equal(new Member(contact.Member, Party.Police, "Områdespolis", Duties.Vote), Records.Partnership.FindMember(contact.Member));
    }

    [Fact]
    public async Task Coordinator_ChangesAMemberByTyping_OnlyThatChanges()
    {
        Records.Contacts[A.School] = A.School.Contact("Siv Skola");

        foreach (string answer in (string[])["medlem siv", "nästa", "nästa", "Rektor", "nästa", "nej"])
        {
            await Chatting.WriteAsync(A.Coordinator, answer);
        }

        await Chatting.WriteAsync(A.Coordinator, "nästa");
        Said saved = await Chatting.WriteAsync(A.Coordinator, "spara");

        Assert.Equal("**Siv Skola** står på listan: Rektor, kommunen (inga uppgifter). Skriv **medlemmar** så ser du alla.", saved.Text);
        Assert.Equal(new Member(A.School, Party.Municipality, "Rektor", Duties.None), Records.Partnership.FindMember(A.School));
    }

    [Fact]
    public async Task Form_OfAMember_HasWhatStands()
    {
        Records.Contacts[A.SafetyManager] = A.SafetyManager.Contact("Sven Säker");

        AdaptiveCard form = await FormAsync("sven");

        Assert.Equal(
            [("stays", "yes"), ("party", "Municipality"), ("coordinates", "no"), ("votes", "yes"), ("confirms", "yes")],
            form.Body.OfType<InputChoiceSet>().Select(input => (input.Id, input.Value)));
        Assert.Equal("Säkerhetschef", Assert.Single(form.Body.OfType<InputText>()).Value);
    }

    [Fact]
    public async Task Coordinator_TakesAMemberOffTheList_AndOnAgain()
    {
        Records.Contacts[A.Chief] = A.Chief.Contact("Inga Lo");
        Records.WithTeam(A.Chief.Account("Inga Lo"));

        Said gone = await Chatting.PressAsync(A.Coordinator, await FormAsync("inga"), "Spara", ("stays", "no"));
        Assert.Equal(
            "Inga Lo är borttagen från listan. Det personen har gjort finns kvar. Ingen bekräftar beslut för polisen, så gruppens förslag kan inte bli beslut.",
            gone.Text);
        Assert.Null(Records.Partnership.FindMember(A.Chief));
        Assert.Contains("Inga Lo", CardRules.TextOf((await Chatting.WriteAsync(A.Coordinator, "medlemmar")).Card), StringComparison.Ordinal);

        await Chatting.PressAsync(A.Coordinator, await FormAsync("inga"), "Spara", Entry("Police", "Chef", confirms: "yes"));

        Assert.Equal(new Member(A.Chief, Party.Police, "Chef", Duties.Confirm), Records.Partnership.FindMember(A.Chief));
        Assert.Single(Records.Contacts);
    }

    [Fact]
    public async Task LastCoordinator_CannotStopCoordinating()
    {
        _story.Do(new UnlistMember(A.Officer), A.Coordinator);
        Records.Contacts[A.Coordinator] = A.Coordinator.Contact("Eva Ek");

        Said kept = await Chatting.PressAsync(
            A.Coordinator, await FormAsync("eva"), "Spara", [("stays", "yes"), .. Entry("Municipality", "Trygghetssamordnare", votes: "yes")]);
        Said stays = await Chatting.PressAsync(A.Coordinator, await FormAsync("eva"), "Spara", ("stays", "no"));

        Assert.Contains("Någon behöver samordna gruppen.", kept.Words, StringComparison.Ordinal);
        Assert.Contains("Någon behöver samordna gruppen.", stays.Words, StringComparison.Ordinal);
        Assert.True(Records.Partnership.IsCoordinator(A.Coordinator));
    }

    [Fact]
    public async Task Coordinator_AddsSomebodyByPhone_WhoHasNoAccountAndCannotCoordinate()
    {
        AdaptiveCard form = (await Chatting.PressAsync(A.Coordinator, (await Chatting.WriteAsync(A.Coordinator, "medlemmar")).Card, "Lägg till per telefon")).Card;
        Assert.DoesNotContain(form.Body.OfType<CardInput>(), input => input.Id == "coordinates");
        Said saved = await Chatting.PressAsync(
            A.Coordinator, form, "Spara", [("name", "Kommissarie Al"), .. Entry("Police", "Lokalpolisområdeschef", votes: "yes", confirms: "yes", coordinates: "yes")]);

        Assert.Equal(
            "Kommissarie Al står på listan: Lokalpolisområdeschef, polisen (röstberättigad, bekräftar för sin part). Skriv medlemmar så ser du alla.", saved.Text);
        Contact contact = Assert.Single(Records.Contacts.Values);
        Assert.Equal(new Contact(contact.Member, "Kommissarie Al", null, null), contact);
        Assert.Equal(Duties.Vote | Duties.Confirm, Records.Partnership.FindMember(contact.Member)!.Duties);
        Assert.Contains("Kommissarie Al (deltar per telefon)", CardRules.TextOf((await Chatting.WriteAsync(A.Coordinator, "medlemmar")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomebodyByPhone_CanBeRenamedAndTakenOff()
    {
        Records.Contacts[A.Chief] = new Contact(A.Chief, "Kommissarie Al", null, null);

        await Chatting.PressAsync(
            A.Coordinator, await FormAsync("kommissarie"), "Spara", [("stays", "yes"), ("name", "Kommissarie Berg"), .. Entry("Police", "Chef", votes: "yes")]);
        Assert.Equal(new Contact(A.Chief, "Kommissarie Berg", null, null), Records.Contacts[A.Chief]);
        await Chatting.PressAsync(A.Coordinator, await FormAsync("kommissarie berg"), "Spara", ("stays", "no"));

        Assert.Null(Records.Partnership.FindMember(A.Chief));
    }

    [Fact]
    public async Task Name_ThatFitsSeveral_IsAskedAbout()
    {
        Records.WithTeam(Nils, Nils with { DirectoryId = "another", Name = "Nils Bergström" });

        Assert.Equal(
            "Flera passar in på ”nils”: Nils Berg – saknar roll och Nils Bergström – saknar roll. Skriv hela namnet, eller bara **medlem** och välj i listan.",
            (await Chatting.WriteAsync(A.Coordinator, "medlem nils")).Text);
        Assert.NotNull((await Chatting.WriteAsync(A.Coordinator, "medlem Nils Berg")).Shown);
    }

    [Fact]
    public async Task Namesakes_AreToldApartInTheList()
    {
        Records.WithTeam(Nils with { DirectoryId = "account-0001" }, Nils with { DirectoryId = "account-0002" });

        IEnumerable<string> choices = Assert.Single((await PickAsync()).Body.OfType<InputChoiceSet>()).Choices.Select(choice => choice.Title);

        Assert.Contains("Nils Berg – saknar roll (konto …0001)", choices);
        Assert.Contains("Nils Berg – saknar roll (konto …0002)", choices);
    }

    [Theory]
    [InlineData("medlem Okänd")]
    [InlineData("medlem account-of-someone-else")]
    public async Task Name_ThatFitsNobody_IsAnsweredWithWhatToDo(string typed)
    {
        Records.WithTeam(Nils);

        Assert.StartsWith("Jag hittar ingen som heter", (await Chatting.WriteAsync(A.Coordinator, typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithAPersonWhoIsNowhere_ChangesNothing()
    {
        Records.WithTeam(Nils);
        long before = Records.Partnership.Version;

        Said back = await Chatting.PressAsync(A.Coordinator, await PickAsync(), "Spara", ("person", "account-of-someone-else"));

        Assert.Contains("finns inte bland valen", back.Words, StringComparison.Ordinal);
        Assert.Equal(before, Records.Partnership.Version);
    }

    [Fact]
    public async Task Form_FromSomebodyWhoDoesNotCoordinate_ChangesNothing()
    {
        Records.WithTeam(Nils);
        AdaptiveCard form = (await Chatting.PressAsync(A.Coordinator, await PickAsync(), "Spara", ("person", Nils.DirectoryId))).Card;

        Said refused = await Chatting.PressAsync(A.Streets, form, "Spara", Entry("Municipality", "Chef", coordinates: "yes"));

        Assert.StartsWith("Bara den som är", refused.Text, StringComparison.Ordinal);
        Assert.Empty(Records.Contacts);
        Assert.StartsWith("Bara den som är", (await Chatting.WriteAsync(A.Streets, "medlem nils")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pick_FromALargeTeam_IsSearched()
    {
        Records.WithTeam([.. Enumerable.Range(0, 2000).Select(n => new RosterPerson($"{Guid.CreateVersion7()}", "29", $"Person {n:D4} {new string('å', 100)}", n % 2 == 0))]);
        AdaptiveCard pick = await PickAsync();
        Assert.InRange(Encoding.UTF8.GetByteCount(CardJson.WriteString(pick)), 1, 25_000);

        Said nobody = await Chatting.PressAsync(A.Coordinator, pick, "Spara", ("search", "zzz"));
        Assert.Contains("Jag hittar ingen som heter ”zzz”", nobody.Words, StringComparison.Ordinal);
        AdaptiveCard ten = (await Chatting.PressAsync(A.Coordinator, pick, "Spara", ("search", "person 123"))).Card;
        Assert.Equal(10, Assert.Single(ten.Body.OfType<InputChoiceSet>()).Choices.Count);
        AdaptiveCard one = (await Chatting.PressAsync(A.Coordinator, pick, "Spara", ("search", "person 1234"))).Card;
        Assert.Contains("Du valde **Person 1234", CardRules.TextOf(one), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_WhileAPollIsOpen_SaysThatItsVotersStay()
    {
        _story.OpenPoll(_story.WalkWithCandidates(3));
        Records.Contacts[A.School] = A.School.Contact("Siv Skola");

        Said saved = await Chatting.PressAsync(A.Coordinator, await FormAsync("siv"), "Spara", ("stays", "no"));

        Assert.EndsWith("Omröstningar som pågår har kvar sin röstlängd.", saved.Text, StringComparison.Ordinal);
    }

    private static (string, string)[] Entry(string party, string title, string coordinates = "no", string votes = "no", string confirms = "no") =>
        [("party", party), ("title", title), ("coordinates", coordinates), ("votes", votes), ("confirms", confirms)];

    private Chat Begin() => new(new RecordsInMemory(_story.Partnership), A.Noon);

    private async Task<AdaptiveCard> PickAsync()
    {
        AdaptiveCard list = (await Chatting.WriteAsync(A.Coordinator, "medlemmar")).Card;
        return (await Chatting.PressAsync(A.Coordinator, list, "Lägg till eller ändra")).Card;
    }

    private async Task<AdaptiveCard> FormAsync(string name)
    {
        AdaptiveCard offer = (await Chatting.WriteInChannelAsync(A.Coordinator, "medlem " + name)).Card;
        return (await Chatting.PressAsync(A.Coordinator, offer, "Öppna formuläret")).Card;
    }
}
