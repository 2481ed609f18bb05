using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Activities;

public sealed class ActivityTextTests
{
    [Theory]
    [InlineData("<at>PledgeBot</at> status", "status")]
    [InlineData("<at>PledgeBot</at>&nbsp;status\n", "status")]
    [InlineData("<at>PledgeBot</at>\u00a0rösta\u00a02 5", "rösta 2 5")]
    [InlineData("<AT>pledgebot</AT> status", "status")]
    [InlineData("status <at>PledgeBot</at>", "status")]
    [InlineData("visa <at>PledgeBot</at> veckan", "visa veckan")]
    [InlineData("<at>PledgeBot</at> status <at>PledgeBot</at>", "status")]
    [InlineData("<at>PledgeBot</at>", "")]
    [InlineData("status", "status")]
    [InlineData("rad ett\nrad  två", "rad ett\nrad  två")]
    public void TextWithoutBotMention_HoweverTheBotIsMentioned_IsWhatTheMemberWrote(string text, string expected) =>
        Assert.Equal(expected, Mentioning(text, Bot("<at>PledgeBot</at>")).TextWithoutBotMention());

    [Fact]
    public void TextWithoutBotMention_OtherMembersMentioned_KeepsThem()
    {
        Activity activity = Mentioning(
            "<at>PledgeBot</at> ansvarig <at>Bo Ek</at>",
            Bot("<at>PledgeBot</at>"),
            new Entity { Type = "mention", Text = "<at>Bo Ek</at>", Mentioned = new ChannelAccount { Id = "29:bo", Name = "Bo Ek" } });

        Assert.Equal("ansvarig <at>Bo Ek</at>", activity.TextWithoutBotMention());
    }

    [Fact]
    public void TextWithoutBotMention_MentionWithSignsOfAPattern_IsTakenLiterally() =>
        Assert.Equal("a.b status", Mentioning("<at>P.*(Bot</at> a.b status", Bot("<at>P.*(Bot</at>")).TextWithoutBotMention());

    [Fact]
    public void TextWithoutBotMention_MentionWithoutText_UsesTheName() =>
        Assert.Equal("status", Mentioning("<at>PledgeBot</at> status", Bot(text: null)).TextWithoutBotMention());

    [Fact]
    public void TextWithoutBotMention_MentionWithHardSpaceInItsText_IsRemoved() =>
        Assert.Equal("status", Mentioning("<at>Pledge\u00a0Bot</at> status", Bot("<at>Pledge Bot</at>")).TextWithoutBotMention());

    [Fact]
    public void TextWithoutBotMention_SomebodyElseCalledAsTheBot_Stays() =>
        Assert.Equal(
            "<at>PledgeBot</at> status",
            Mentioning(
                "<at>PledgeBot</at> status",
                new Entity { Type = "mention", Text = "<at>PledgeBot</at>", Mentioned = new ChannelAccount { Id = "29:joker" } })
            .TextWithoutBotMention());

    [Theory]
    [InlineData("<at>Botten</at> status", "status")]
    [InlineData("<AT id=\"0\">Botten</AT>\nstatus", "status")]
    public void TextWithoutBotMention_NameEditedByTheWriter_IsFoundByItsPlace(string text, string expected) =>
        Assert.Equal(expected, Mentioning(text, Bot("<at>PledgeBot</at>")).TextWithoutBotMention());

    [Fact]
    public void TextWithoutBotMention_NameEditedAmongOthers_TakesTheBotsOnly()
    {
        Activity activity = Mentioning(
            "<at>Bo Ek</at> fråga <at>Botten</at> status <at>Eva Ek</at>",
            Person("Bo Ek"),
            Bot("<at>PledgeBot</at>"),
            Person("Eva Ek"));

        Assert.Equal("<at>Bo Ek</at> fråga status <at>Eva Ek</at>", activity.TextWithoutBotMention());
    }

    [Fact]
    public void TextWithoutBotMention_MentionThatIsNowhere_ChangesNothing() =>
        Assert.Equal("status", Mentioning("status", Bot("<at>PledgeBot</at>")).TextWithoutBotMention());

    [Fact]
    public void TextWithoutBotMention_ManyMentionsInALongText_AreAllTaken()
    {
        Activity activity = Mentioning(string.Concat(Enumerable.Repeat("<at>PledgeBot</at>", 10_000)), Bot("<at>PledgeBot</at>"));

        Assert.Equal("", activity.TextWithoutBotMention());
    }

    [Theory]
    [InlineData("fråga <at>Bo Ek</at> om det", "fråga Bo Ek om det")]
    [InlineData("<at id=\"1\">Bo</at><at></at>", "Bo")]
    [InlineData("<at>utan slut", "<at>utan slut")]
    public void WithBareMentions_Mentions_AreTheNamesTheyShow(string text, string expected) =>
        Assert.Equal(expected, ActivityText.WithBareMentions(text));

    [Fact]
    public void TextWithoutBotMention_EmptyMention_ChangesNothing() =>
        Assert.Equal("status", Mentioning("status", Bot("")).TextWithoutBotMention());

    [Fact]
    public void TextWithoutBotMention_NothingAtAll_IsEmpty() => Assert.Equal("", new Activity().TextWithoutBotMention());

    private static Entity Bot(string? text) => new()
    {
        Type = "mention",
        Text = text,
        Mentioned = new ChannelAccount { Id = Wire.BotId, Name = "PledgeBot" },
    };

    private static Entity Person(string name) =>
        new() { Type = "mention", Text = $"<at>{name}</at>", Mentioned = new ChannelAccount { Id = "29:" + name, Name = name } };

    private static Activity Mentioning(string text, params Entity[] entities) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        Recipient = new ChannelAccount { Id = Wire.BotId },
        Entities = [new Entity { Type = "clientInfo" }, .. entities],
    };
}
