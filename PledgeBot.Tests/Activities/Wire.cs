using System.Text.Json;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Activities;

/// <summary>Makes and compares what travels between Teams and the bot.</summary>
internal static class Wire
{
    public const string BotId = "28:11111111-2222-4333-8444-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/";
    public const string Channel = "19:lofte0000@thread.tacv2";
    public const string Thread = Channel + ";messageid=1700000000001";

    public static JsonElement Json(string json) => JsonElement.Parse(json);

    public static void AssertSame(string expected, string actual) => AssertSame(Json(expected), Json(actual));

    public static void AssertSame(string expected, JsonElement actual) => AssertSame(Json(expected), actual);

    public static void AssertSame(JsonElement expected, JsonElement actual)
    {
        if (!JsonElement.DeepEquals(expected, actual))
        {
            Assert.Fail($"Expected: {expected.GetRawText()}{Environment.NewLine}Actual:   {actual.GetRawText()}");
        }
    }

    /// <summary>An activity with the fields that every incoming one has, and the given ones.</summary>
    public static Activity Incoming(string type, string fields = "\"id\":\"1\"") => TeamsJson.Parse(
        $$"""
        { "type": "{{type}}", "serviceUrl": "{{ServiceUrl}}", "channelId": "msteams",
          "from": { "id": "29:karin", "aadObjectId": "00000000-0000-4000-8000-000000000001" },
          "recipient": { "id": "{{BotId}}", "name": "PledgeBot" },
          "conversation": { "id": "{{Thread}}", "conversationType": "channel", "tenantId": "t1" },
          {{fields}} }
        """);
}
