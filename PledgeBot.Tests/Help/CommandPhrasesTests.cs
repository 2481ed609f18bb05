using System.Reflection;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Help;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Help;

/// <summary>What can be written, over all features: no phrase means two things, and what cards teach is understood.</summary>
public sealed class CommandPhrasesTests : IDisposable
{
    private readonly Chat _chat = new(new RecordsInMemory(A.Story().Partnership), A.Noon);

    public void Dispose() => _chat.Dispose();

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Phrases_OfAllCommands_AreDifferent(string language)
    {
        using var culture = CultureScope.For(language);

        IEnumerable<IGrouping<string, string>> twice = _chat.Commands.Commands
            .SelectMany(command => command.AllPhrases)
            .GroupBy(phrase => phrase, StringComparer.OrdinalIgnoreCase)
            .Where(phrases => phrases.Count() > 1);

        Assert.Empty(twice.Select(phrases => phrases.Key));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Favourites_OfEveryDuty_AreUnderstood(string language)
    {
        using var culture = CultureScope.For(language);
        string[] favourites = [.. typeof(HelpTexts).GetProperties(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(text => text.Name.StartsWith("Favourites", StringComparison.Ordinal))
            .SelectMany(text => ((string)text.GetValue(null)!).Split('|'))];

        Assert.NotEmpty(favourites);
        Assert.All(favourites, favourite => Assert.NotNull(_chat.Commands.Find(favourite)));
    }

    [Theory]
    [InlineData("rösta 2 5", "rösta", "2 5")]
    [InlineData("  Status? ", "status", "")]
    [InlineData("VOTE 2 5", "rösta", "2 5")]
    [InlineData("genomförs inte V1-03", "genomförs inte", "v1-03")]
    [InlineData("starta omröstning v1", "starta omröstning", "v1")]
    public void Find_WhatMembersWrite_IsTheCommandAndItsArgument(string text, string phrase, string argument)
    {
        using var culture = CultureScope.ForEverybody();

        (ChatCommand command, string rest) = _chat.Commands.Find(text)!.Value;

        Assert.Equal(phrase, command.Phrase);
        Assert.Equal(argument, rest);
    }

    [Theory]
    [InlineData("stauts", "status")]
    [InlineData("hjalp", "hjälp")]
    [InlineData("röst 1 2", "röst")]
    [InlineData("åtgarder", "åtgärder")]
    [InlineData("qwertyuiop", null)]
    public void FindNearest_MisspeltOrUnknown_IsTheNearestOrNothing(string text, string? nearest) =>
        Assert.Equal(nearest, _chat.Commands.FindNearest(text)?.Phrase);
}
