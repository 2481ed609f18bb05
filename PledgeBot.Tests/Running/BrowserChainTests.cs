using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PledgeBot.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace PledgeBot.Tests.Running;

/// <summary>The whole job in a real browser, five members in a tab of their own each.</summary>
public sealed class BrowserChainTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Poll = "Omröstning – trygghetsvandring V2 i Brösarp";

    private StartedProgram _program = null!;
    private IBrowserContext _browser = null!;

    public async ValueTask InitializeAsync()
    {
        IBrowser browser = await chromium.StartAsync();
        _program = await StartedProgram.StartAsync();
        _browser = await browser.NewContextAsync(new() { Locale = "sv-SE" });
        _browser.SetDefaultTimeout(30_000);
        SetDefaultExpectTimeout(30_000);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            await _program.DisposeAsync();
        }
    }

    [Fact]
    public async Task Chain_FromWalkToWeeklyStatus_IsSeenByEverybodyWithoutReloading()
    {
        IReadOnlyList<(string Id, string Label)> members = await _program.ReadMembersAsync();
        Assert.Equal(7, members.Count(member => member.Label.EndsWith("kommunen", StringComparison.Ordinal)));
        Assert.Equal(2, members.Count(member => member.Label.EndsWith("polisen", StringComparison.Ordinal)));
        MemberTab maja = await MemberTab.OpenAsync(_browser, _program, members[0].Id);
        MemberTab johan = await MemberTab.OpenAsync(_browser, _program, members[1].Id);
        MemberTab sara = await MemberTab.OpenAsync(_browser, _program, members[2].Id);
        MemberTab amir = await MemberTab.OpenAsync(_browser, _program, members[3].Id);
        MemberTab karin = await MemberTab.OpenAsync(_browser, _program, members[8].Id);

        await maja.AskBotAsync("hjälp", "Det här kan jag");
        await maja.AskBotAsync("stauts", "Menade du status?");

        await maja.WriteInChannelAsync("ny vandring");
        await maja.PressAsync("Öppna formuläret", "Öppna formuläret");
        await maja.FillAsync("Ort", "Brösarp");
        await maja.FillAsync("Datum", "2020-09-07");
        await maja.FillAsync("Tid", "07:00");
        await maja.FillAsync("Sträcka", "Genomfarten och affären");
        await maja.SaveAsync("Vandringen är sparad som V2");
        await maja.CloseAsync();
        const string Walk = "Trygghetsvandring V2 – Brösarp";
        await maja.PressAsync(Walk, "Markera som genomförd");
        await maja.FillAsync("Boende", "8");
        await maja.SaveAsync("V2 är markerad som genomförd med 8 deltagare");
        await maja.CloseAsync();
        await Expect(sara.Message(Walk)).ToContainTextAsync("✓ Genomförd");

        await ProposeAsync(sara, Walk, "Genomfarten", "Mät hastigheten i två veckor", "V2-01");
        await ProposeAsync(sara, Walk, "Hållplatsen", "Röj runt hållplatsen", "V2-02");
        await karin.AskBotAsync("nytt förslag V2", "Steg 1 av 5");
        await karin.AskBotAsync("Gångvägen mot backarna", "Steg 2 av 5");
        await karin.AskBotAsync("skyltning", "Steg 3 av 5");
        await karin.AskBotAsync("hjälp", "Steg 3 av 5");
        await karin.AskBotAsync("Besökare hittar inte", "Steg 4 av 5");
        await karin.AskBotAsync("Sätt upp två vägvisare", "Steg 5 av 5");
        await karin.AskBotAsync("hoppa över", "Stämmer det här?");
        await karin.AskBotAsync("spara", "V2-03");
        await Expect(maja.Message(Walk)).ToContainTextAsync("Sätt upp två vägvisare");

        await maja.PressAsync(Walk, "Bedöm förslag");
        foreach (string left in (string[])["2 förslag kvar", "1 förslag kvar", "Nu är alla förslag från V2 bedömda"])
        {
            await maja.TickAsync("Kandidat till omröstning");
            await maja.FillAsync("Ansvarig", "Gata/park");
            await maja.TickAsync("Kommunen");
            await maja.FillAsync("Senast klart", "2020-11-30");
            await maja.SaveAsync(left);
        }

        await maja.CloseAsync();
        await maja.PressAsync(Walk, "Starta omröstning");
        await maja.FillAsync("Sista dag att rösta", "2020-09-11");
        await maja.SaveAsync("Omröstningen har startat");
        await maja.CloseAsync();

        await karin.GoToAsync("Trygghet");
        foreach (MemberTab voter in (MemberTab[])[maja, johan, sara, amir, karin])
        {
            await voter.VoteAsync(Poll, "V2-01", voter == sara ? "V2-03" : "V2-02");
            await Expect(voter.Message(Poll)).ToContainTextAsync("Du har valt 2 av 2: V2-01 och " + (voter == sara ? "V2-03" : "V2-02"));
        }

        foreach (MemberTab viewer in (MemberTab[])[maja, karin])
        {
            await Expect(viewer.Message(Poll)).ToContainTextAsync("Kommunen: 4 av 6");
            await Expect(viewer.Message(Poll)).ToContainTextAsync("Polisen: 1 av 2");
            await Expect(viewer.Message(Poll)).Not.ToContainTextAsync(new Regex("[0-9] röst"));
        }

        await sara.Message(Poll).GetByRole(AriaRole.Checkbox, new() { Name = "V2-02" }).CheckAsync();
        await sara.Message(Poll).GetByRole(AriaRole.Button, new() { Name = "Ändra din röst" }).ClickAsync();
        await Expect(sara.Message(Poll)).ToContainTextAsync("Du valde 3 förslag");

        // The clock of the demo: four days and a few hours, to Friday afternoon.
        for (int day = 0; day < 4; day++)
        {
            await maja.Page.GetByRole(AriaRole.Button, new() { Name = "+1 dygn" }).ClickAsync();
        }

        for (int hour = 0; hour < 8; hour++)
        {
            await maja.Page.GetByRole(AriaRole.Button, new() { Name = "+1 timme" }).ClickAsync();
        }

        const string Recommended = "Gruppens förslag – trygghetsvandring V2 i Brösarp";
        await Expect(sara.Message("Resultat – trygghetsvandring V2")).ToContainTextAsync("Röj runt hållplatsen: 4 röster");
        await johan.PressAsync(Recommended, "Bekräfta för kommunen");
        await Expect(karin.Message(Recommended)).ToContainTextAsync("Kommunen: bekräftat av Samhällsbyggnadschef");
        await karin.PressAsync(Recommended, "Bekräfta för polisen");
        await Expect(amir.Message("Beslutat – trygghetsvandring V2")).ToContainTextAsync("Beslutat av kommunen och polisen.");

        const string Measure = "V2-02 Röj runt hållplatsen";
        ILocator measure = sara.Page.Locator("article", new() { HasText = Measure }).Filter(new() { HasText = "Genomförs inte" }).Last;
        await measure.GetByRole(AriaRole.Button, new() { Name = "Pågår" }).ClickAsync();
        await Expect(measure).ToContainTextAsync("● Pågår");
        await measure.GetByRole(AriaRole.Button, new() { Name = "Genomförs inte" }).ClickAsync();
        await sara.FillAsync("Varför genomförs den inte?", "Hållplatsen flyttas i höst.");
        await sara.SaveAsync("genomförs inte");
        await sara.CloseAsync();
        await Expect(maja.Page.Locator("article", new() { HasText = "Hållplatsen flyttas i höst." }).Last).ToBeVisibleAsync();

        await maja.AskBotAsync("status", "V2-01");
        await maja.AskBotAsync("förhandsvisa veckan", "vecka 37");
        await maja.Page.GetByRole(AriaRole.Button, new() { Name = "Till nästa måndag 08.30" }).ClickAsync();
        await Expect(amir.Message("Läget i medborgarlöftet – vecka 38")).ToBeVisibleAsync();
    }

    private static async Task ProposeAsync(MemberTab member, string walk, string place, string suggestion, string reference)
    {
        await member.PressAsync(walk, "Nytt förslag");
        await member.FillAsync("Plats", place);
        await member.SelectAsync("Kategori", "Trafik och hastighet");
        await member.FillAsync("Vad är problemet?", "Bilar kör fort förbi");
        await member.FillAsync("Förslag", suggestion);
        await member.SaveAsync($"Förslaget är sparat som {reference}");
        await member.CloseAsync();
    }
}
