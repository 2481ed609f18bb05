using System.Text.Json;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Activities;

public sealed class ConversationReferenceTests
{
    [Fact]
    public void From_IncomingActivity_IsThePlaceToAnswer() =>
        Assert.Equal(
            new ConversationReference(Wire.ServiceUrl, Wire.Thread, Wire.BotId, "t1", "channel"),
            ConversationReference.From(Wire.Incoming("message")));

    [Fact]
    public void From_PersonalChat_KnowsWhoseItIs()
    {
        Activity activity = Wire.Incoming("message");
        activity.Conversation!.ConversationType = ConversationTypes.Personal;

        Assert.Equal(activity.From!.Id, ConversationReference.From(activity).UserId);
    }

    [Fact]
    public void From_TenantOnlyInChannelData_IsFound()
    {
        Activity activity = Wire.Incoming("message", """ "channelData": { "tenant": { "id": "t2" } } """);
        activity.Conversation!.TenantId = null;

        Assert.Equal("t2", ConversationReference.From(activity).TenantId);
    }

    [Fact]
    public void From_NoConversation_Throws()
    {
        Activity activity = Wire.Incoming("message");
        activity.Conversation = null;

        Assert.Throws<ArgumentException>(() => ConversationReference.From(activity));
    }

    [Fact]
    public void Json_RoundTrip_IsEqual()
    {
        var reference = new ConversationReference(Wire.ServiceUrl, Wire.Thread, Wire.BotId, "t1", "channel");

        string json = JsonSerializer.Serialize(reference, TeamsJson.Wire.ConversationReference);

        Assert.Equal(reference, JsonSerializer.Deserialize(json, TeamsJson.Wire.ConversationReference));
        Assert.Equal(new ConversationReference("u", "c", "b"), JsonSerializer.Deserialize("""{"serviceUrl":"u","conversationId":"c","botId":"b"}""", TeamsJson.Wire.ConversationReference));
    }

    [Theory]
    [InlineData("19:c@thread.tacv2;messageid=17", "19:c@thread.tacv2", "17")]
    [InlineData("19:c@thread.tacv2", "19:c@thread.tacv2", null)]
    [InlineData("a:1karin", "a:1karin", null)]
    [InlineData("19:c@thread.tacv2;messageid=", "19:c@thread.tacv2", null)]
    [InlineData(null, null, null)]
    public void ConversationIds_AnyConversation_AreSplit(string? id, string? channel, string? root)
    {
        var activity = new Activity { Conversation = new ConversationAccount { Id = id } };

        Assert.Equal((channel, root), (activity.BaseConversationId(), activity.ThreadRootId()));
    }

    [Fact]
    public void InThread_FromAnotherThread_IsTheWantedThread() =>
        Assert.Equal(
            Wire.Channel + ";messageid=99",
            ConversationReference.From(Wire.Incoming("message")).InThread("99").ConversationId);

    [Fact]
    public void Mention_NameWithMarkup_IsEscaped() =>
        Assert.Equal("<at>A &amp; B &lt;x&gt;</at>", Entity.Mention("29:x", "A & B <x>").Text);
}
