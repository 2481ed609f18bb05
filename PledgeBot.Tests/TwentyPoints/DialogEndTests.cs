using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.SetUp;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Gallery;
using PledgeBot.Tests.Hosting;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>Point 11: before anything is saved all answers are shown and can be changed, and afterwards it says what was saved and what comes next.</summary>
public sealed class DialogEndTests : IAsyncLifetime
{
    /// <summary>What each dialog says when it has saved: what was saved, by its number or name, and then what happens or can be done next.</summary>
    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["set-up"] = @".+ och .+ är inlagda, och du samordnar gruppen\.",
        ["promise"] = @".+ är inlagt och gäller .+\. Skriv löftet för att läsa det\.",
        ["member-pick"] = @"Du valde .+\.",
        ["member"] = @".+ står på listan: .+\. Skriv medlemmar så ser du alla\.",
        ["channel"] = @"Nya inlägg kommer i kanalen .+\. Kort som redan finns stannar där de är\.",
        ["weekly-time"] = @"Veckans läge kommer varje .+\. Nästa gång är .+\.",
        ["walk"] = @"Vandringen är sparad som V[0-9]+: .+\. Skriv genomförd V[0-9]+ när ni har gått\.",
        ["walk-outcome"] = @"Vandring V[0-9]+ är markerad som genomförd med .+\. Skriv nytt förslag V[0-9]+ för att lämna ett förslag\.",
        ["proposal"] = @"Förslaget är sparat som V[0-9]+-[0-9]+\. Härnäst bedömer trygghetssamordnaren det\.",
        ["photo"] = @"Fotot är sparat på V[0-9]+-[0-9]+\. Skriv förslag V[0-9]+-[0-9]+ så ser du det\.",
        ["triage"] = @"Bedömningen av V[0-9]+-[0-9]+ är sparad: .+\. Nu är alla förslag från V[0-9]+ bedömda\. (Ni behöver inte rösta\. )?Skriv .+\.",
        ["poll-open"] = @"Omröstningen har startat för V[0-9]+\. Alla röstberättigade kan rösta på kortet i kanalen till .+\.",
        ["poll-rules"] = @"Reglerna är sparade och gäller från nästa omröstning\. .+ Skriv regler för att se dem\.",
        ["poll-substitute"] = @".+ röstar i stället för .+ om V[0-9]+\. .+ Skriv starta omröstning V[0-9]+ när ni är redo\.",
        ["poll-extend"] = @"Omröstningen om V[0-9]+ är förlängd till .+\. Kortet i kanalen visar den nya tiden\.",
        ["proposal-withdraw"] = @"V[0-9]+-[0-9]+ är tillbakadraget\. Omröstningen börjar om bland .+\.",
        ["poll-record"] = @"Rösten är antecknad \(.+\)\. Röstar personen själv senare gäller den rösten i stället\. Personen får veta det i sin egen chatt med mig\.",
        ["poll-conflict"] = @"(Du|.+) har lämnat röstlängden för omröstningen om V[0-9]+\. (Du kan inte heller bekräfta det som gruppen föreslår\. Tack för att du sa till|Personen får veta det i sin egen chatt med mig)\.",
        ["poll-settle"] = @"Sparat: .+ har valt .+\. Nu återstår .+\.",
        ["poll-settle-record"] = @"Sparat: .+ har valt .+\. Nu återstår .+\. Personen får veta det i sin egen chatt med mig\.",
        ["poll-casting-vote"] = @"Din utslagsröst är sparad: .+\. Nu ska kommunen och polisen bekräfta gruppens förslag\.",
        ["poll-lots"] = @"Lotten föll på .+\. Nu ska kommunen och polisen bekräfta gruppens förslag\.",
        ["decision-record"] = @"Bekräftelsen är antecknad \(.+\)\. Nu återstår .+\. Personen får veta det i sin egen chatt med mig\.",
        ["decision-return"] = @"V[0-9]+-[0-9]+ är lämnat tillbaka\. V[0-9]+-[0-9]+ tar platsen\. Kommunen och polisen ska bekräfta det på kortet i kanalen\.",
        ["decision-dissent"] = @"Din avvikande mening om V[0-9]+ är sparad\. Du kan ändra den tills kommunen och polisen har bekräftat\.",
        ["decision-diary"] = @"Diarienumret för V[0-9]+ är sparat: .+\. Det står i beslutsprotokollet när beslutet är fattat\.",
        ["record-correct"] = @"Rättelsen är sparad\. Ett nytt protokoll som hänvisar till .+ blir klart strax\.",
        ["walk-without-measures"] = @"V[0-9]+ är avslutad utan åtgärder\. Orsaken står på vandringens kort i kanalen\.",
        ["measure-replace"] = @"V[0-9]+-[0-9]+ är ersatt\. Orsaken står på åtgärdens kort i kanalen\. V[0-9]+-[0-9]+ tar platsen\. Kommunen och polisen ska bekräfta det på kortet i kanalen\.",
        ["measure-done"] = @"V[0-9]+-[0-9]+ är klar\. Åtgärdens kort i kanalen visar det nu\.",
        ["measure-not-done"] = @"V[0-9]+-[0-9]+ genomförs inte\. Orsaken står på åtgärdens kort i kanalen\.",
        ["measure-replan"] = @"V[0-9]+-[0-9]+ är ändrad: ansvarig .+, senast klart .+\. Åtgärdens kort i kanalen visar det nu\.",
    };

    private CardGallery _gallery = null!;
    private GuidedDialog[] _dialogs = null!;

    public async ValueTask InitializeAsync()
    {
        _gallery = await CardGallery.OpenAsync();
        var records = new CurrentRecords();
        await using HostedBot bot = await HostedBot.StartAsync(A.Noon, services => services
            .AddSingleton<IPartnershipRecords>(records)
            .AddSingleton<IDueWorkList>(records)
            .AddSingleton<IDirectory>(records));
        _dialogs = [.. bot.Services.GetRequiredService<DialogCatalog>().All];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Who sets a partnership up has only the form, on which all answers are seen at once.
    [Theory]
    [InlineData("sv-SE")]
    [InlineData("en-GB")]
    public void EveryDialog_BeforeItIsSaved_ShowsEachAnswerWithAWayToChangeIt(string locale)
    {
        using var culture = CultureScope.For(locale);
        GalleryCard[] checks = [.. _gallery.Cards.Where(card => card.Language == locale[..2] && VerbsOf(card).Contains(GuidedDialogs.SaveVerb))];

        Assert.All(_dialogs.Where(dialog => dialog.Id != SetUpDialog.Id), dialog =>
            Assert.Contains(checks, check => TextsOf(check).Contains(dialog.Title(), StringComparer.Ordinal)));
        Assert.All(checks, check =>
        {
            Assert.Contains(GuidedDialogs.ChangeVerb, VerbsOf(check));
            JsonElement facts = Assert.Single(check.Elements(), element => GalleryCard.TypeOf(element) == "FactSet").GetProperty("facts");
            JsonElement changes = Assert.Single(check.Inputs()).GetProperty("choices");
            Assert.Equal(
                facts.EnumerateArray().Select(fact => GalleryCard.TextOf(fact, "title")),
                changes.EnumerateArray().Select(choice => GalleryCard.TextOf(choice, "title")));
        });
    }

    [Fact]
    public void EveryDialog_OnceSaved_SaysWhatWasSavedAndWhatComesNext()
    {
        string[] sentences =
        [
            .. _gallery.Sentences.Concat(_gallery.Cards.Where(card => card.Language == "sv").SelectMany(TextsOf))
                .Select(text => text.Replace("**", "", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];

        Assert.Equal(_dialogs.Select(dialog => dialog.Id).Order(StringComparer.Ordinal), Said.Keys.Order(StringComparer.Ordinal));
        Assert.All(Said, said => Assert.Contains(sentences, sentence => Regex.IsMatch(sentence, $"^{said.Value}")));
    }

    private static IEnumerable<string?> VerbsOf(GalleryCard card) => card.Actions().Select(action => GalleryCard.TextOf(action, "verb"));

    private static IEnumerable<string> TextsOf(GalleryCard card) =>
        card.Elements().Select(element => GalleryCard.TextOf(element, "text")).OfType<string>();
}
