using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Gallery;
using PledgeBot.Tests.Hosting;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>To points 4 and 11: what the bot says can be written next is understood, in the language it is said in.</summary>
public sealed partial class TaughtCommandsTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Commands_ThatTextsTellToWrite_AreUnderstood(string language)
    {
        var records = new CurrentRecords();
        await using HostedBot bot = await HostedBot.StartAsync(A.Noon, services => services
            .AddSingleton<IPartnershipRecords>(records)
            .AddSingleton<IDueWorkList>(records)
            .AddSingleton<IDirectory>(records));
        var commands = bot.Services.GetRequiredService<CommandRouter>();
        using var culture = CultureScope.For(language);

        (string Text, string Phrase)[] taught =
        [
            .. from file in Repository.FilesIn(Repository.PathOf("PledgeBot.Dialogs"), "*.resx")
               where file.EndsWith(".en.resx", StringComparison.Ordinal) == (language == "en")
               from value in XDocument.Load(file).Descendants("value")
               from phrase in Taught().Matches(value.Value)
               where phrase.Groups["phrase"].Value != "{0}"
               select (value.Value, phrase.Groups["phrase"].Value.Replace("{0}", "V1", StringComparison.Ordinal)),
        ];

        Assert.InRange(taught.Length, 30, 1000);
        Assert.All(taught, told => Assert.True(
            GuidedDialogs.IsWord(told.Phrase) || commands.Find(told.Phrase) is not null,
            $"”{told.Phrase}” is not understood, but taught: {told.Text}"));
    }

    [GeneratedRegex(@"\b(?:[Ss]kriv|[Ww]rite|eller|or) \*\*(?<phrase>[^*]+)\*\*(?= (?:så|när|om|för|till|to|when|and|if|in))")]
    private static partial Regex Taught();
}
