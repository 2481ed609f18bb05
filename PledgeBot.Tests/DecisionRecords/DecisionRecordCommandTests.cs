using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>What the command answers where the bot cannot give a link.</summary>
public sealed class DecisionRecordCommandTests
{
    [Fact]
    public async Task Command_WhenTheBotDoesNotKnowItsAddress_SaysWhatToAskFor()
    {
        using Chat chat = Recorded();

        Said said = await chat.WriteAsync(A.Communicator, "protokoll V1");

        Assert.Null(said.Card.Actions);
        Assert.Contains("PublicPages:Address", said.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Records.Memory, memory => memory.Key.Kind == "record-link");
        Snapshot.Match(said.Card);
    }

    [Fact]
    public async Task Command_InAGroupChat_GivesNoLink()
    {
        using Chat chat = Recorded();

        Said said = await chat.WriteInAsync(ConversationTypes.GroupChat, A.Communicator, "protokoll V1");

        Assert.Contains("din egen chatt", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Records.Memory, memory => memory.Key.Kind == "record-link");
    }

    [Fact]
    public async Task Command_WhenTheRecordIsDue_HasItMade()
    {
        Story story = PlayedDecisions.Open();
        using var chat = new Chat(new RecordsInMemory(story.Partnership), story.Now);

        Said said = await chat.WriteAsync(A.Communicator, "protokoll V1");

        Assert.Contains("görs just nu", said.Text, StringComparison.Ordinal);
        Assert.Contains(chat.Records.Work.Keys, work => work is { Kind: "record-decision", Key: "V1" });
    }

    [Fact]
    public async Task Command_ForAnEarlierRecord_SaysThatThereIsALater()
    {
        Story story = PlayedDecisions.Corrected();
        PlayedDecisions.Record(story);
        using var chat = new Chat(new RecordsInMemory(story.Partnership), story.Now);

        Said earlier = await chat.WriteAsync(A.Communicator, "protokoll 2020:1");
        Said later = await chat.WriteAsync(A.Communicator, "protokoll V1");

        Assert.Contains("Det finns ett senare protokoll: 2020:2.", CardJson.WriteString(earlier.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("senare", CardJson.WriteString(later.Card), StringComparison.Ordinal);
    }

    private static Chat Recorded()
    {
        Story story = PlayedDecisions.Corrected();
        PlayedDecisions.Record(story);
        return new Chat(new RecordsInMemory(story.Partnership), story.Now);
    }
}
