using PledgeBot.Tests.Hosting;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>Point 7: the bot does not fill the conversations with messages.</summary>
public sealed class OneMessageTests
{
    public static TheoryData<ChainClient> Clients => [.. Enum.GetValues<ChainClient>()];

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Action_GivesAtMostOneNewMessage_AndWhatWasDecidedItsCardsInTheThread(ChainClient client)
    {
        Chain chain = await Chain.PlayAsync(client);

        Assert.All(chain.Actions, action => Assert.True(
            action.New.Count(message => !IsInThread(message)) <= 1 && action.New.Count(message => IsInThread(message) && !IsMeasure(message)) <= 1,
            $"{action.Name}: {string.Join('\n', action.New.Select(message => message.Activity))}"));
        Assert.Equal(["send decision-record"], chain.Actions.Where(action => action.New.Any(IsMeasure)).Select(action => action.Name));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Channel_GetsOnePostPerWalkPollAndWeek(ChainClient client)
    {
        Chain chain = await Chain.PlayAsync(client);

        Assert.Equal(
            [
                "Hej! Jag är PledgeBot",
                "Så är det inställt",
                "Trygghetsvandring V1 – Brösarp",
                "Resultat – trygghetsvandring V1 i Brösarp",
                "Resultat – trygghetsvandring V1 i Brösarp",
                "Läget i medborgarlöftet – vecka 38",
                "Läget i medborgarlöftet – vecka 39",
            ],
            chain.Messages.Where(message => message.IsRoot).Select(message => Chain.TextOf(message.Activity).Split('\n')[0]));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Subject_HasOneCardForEverybody_WithTheRestInItsThread(ChainClient client)
    {
        Chain chain = await Chain.PlayAsync(client);

        ILookup<string, ChannelMessage> shown = chain.Messages
            .Where(message => Chain.SubjectOf(message) is not null && chain.Actions.All(action => !IsAskedFor(action) || !action.New.Contains(message)))
            .ToLookup(message => Chain.SubjectOf(message)!);

        Assert.All(shown, subject => Assert.Single(subject));
        string thread = shown.Last(subject => subject.Key.StartsWith("poll/", StringComparison.Ordinal)).Single().Conversation;
        Assert.All(
            (string[])["decision/V1", "measure/V1-01", "measure/V1-03"],
            subject => Assert.Equal(thread, Assert.Single(shown[subject]).Conversation));
    }

    // What somebody asks to see is shown where they asked.
    private static bool IsAskedFor(ChainAction action) => action.Name.StartsWith("write ", StringComparison.Ordinal);

    private static bool IsInThread(ChannelMessage message) => !message.IsRoot && message.Conversation.Contains(";messageid=", StringComparison.Ordinal);

    private static bool IsMeasure(ChannelMessage message) => Chain.SubjectOf(message)?.StartsWith("measure/", StringComparison.Ordinal) == true;
}
