using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Activities;

public sealed class ActivityRoundTripTests
{
    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public void ParseAndWrite_EveryShape_LosesNothing(string shape)
    {
        string json = Corpus.All[shape].Json;

        string written = TeamsJson.Write(TeamsJson.Parse(json));

        Wire.AssertSame(WithoutNulls(json), written);
    }

    // Null and nothing are the same.
    private static string WithoutNulls(string json)
    {
        JsonObject activity = JsonNode.Parse(json)!.AsObject();
        foreach (string empty in activity.Where(property => property.Value is null).Select(property => property.Key).ToArray())
        {
            activity.Remove(empty);
        }

        return activity.ToJsonString();
    }

    [Fact]
    public void Write_SwedishLetters_StayReadable() =>
        Assert.Contains("Åsa väljer två: <at>Bo</at>", TeamsJson.Write(Activity.Message("Åsa väljer två: <at>Bo</at>")), StringComparison.Ordinal);

    [Fact]
    public void Write_FieldsWithoutValue_AreLeftOut() =>
        Wire.AssertSame("""{ "type": "message", "text": "hej" }""", TeamsJson.Write(Activity.Message("hej")));

    [Fact]
    public void Parse_DeclaredFields_AreFound()
    {
        Activity activity = Wire.Incoming("message", """ "text": "hej", "timestamp": "2026-09-14T06:30:01Z", "channelData": { "team": { "id": "19:root" } } """);

        Assert.Equal(("message", "hej", "29:karin", "19:root"), (activity.Type, activity.Text, activity.From?.Id, activity.ChannelData?.Team?.Id));
        Assert.Equal(new DateTimeOffset(2026, 9, 14, 6, 30, 1, TimeSpan.Zero), activity.Timestamp);
        Assert.Null(activity.Extra);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hej")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"message\",\"from\":\"karin\"}")]
    [InlineData("{\"type\":\"message\"")]
    public void Parse_NotAnActivity_Throws(string json) => Assert.ThrowsAny<JsonException>(() => TeamsJson.Parse(json));

    [Fact]
    public void EntraObjectId_EitherName_IsFound()
    {
        Assert.Equal("a", new ChannelAccount { AadObjectId = "a" }.EntraObjectId());
        Assert.Equal("o", new ChannelAccount { ObjectId = "o" }.EntraObjectId());
        Assert.Null(new ChannelAccount().EntraObjectId());
    }
}
