using System.Text.Json;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Activities;

public sealed class ActivityRoundTripTests
{
    private const string Common =
        """
        "timestamp": "2026-09-14T06:30:01.5Z", "localTimestamp": "2026-09-14T08:30:01.5+02:00", "localTimezone": "Europe/Stockholm",
        "serviceUrl": "https://smba.trafficmanager.net/emea/", "channelId": "msteams", "locale": "sv-SE", "MSCV": "abc.1",
        "from": { "id": "29:karin", "name": "Karin Åberg", "aadObjectId": "00000000-0000-4000-8000-000000000001", "role": "user", "agenticAppId": "x" },
        "recipient": { "id": "28:bot", "name": "PledgeBot" },
        "conversation": { "id": "19:lofte0000@thread.tacv2;messageid=1700000000001", "isGroup": true, "conversationType": "channel", "tenantId": "t1", "name": "Löftet", "sharedBy": 3 }
        """;

    public static TheoryData<string, string> Shapes => new()
    {
        { "message in a personal chat", """
            "type": "message", "id": "1700000000100", "textFormat": "plain", "text": "hjälp & \"stöd\" <nu>",
            "entities": [ { "type": "clientInfo", "locale": "sv-SE", "country": "SE", "platform": "Android", "timezone": "Europe/Stockholm" } ],
            "channelData": { "tenant": { "id": "t1" } }
            """ },
        { "formatted message", """
            "type": "message", "id": "2", "text": "rösta 2 5", "attachments": [ { "contentType": "text/html", "content": "<div>rösta 2 5</div>" } ]
            """ },
        { "message in a channel with mentions", """
            "type": "message", "id": "3", "replyToId": "1700000000001", "text": "<at>PledgeBot</at> status",
            "entities": [ { "type": "mention", "text": "<at>PledgeBot</at>", "mentioned": { "id": "28:bot", "name": "PledgeBot" } } ],
            "channelData": { "teamsChannelId": "19:lofte0000@thread.tacv2", "teamsTeamId": "19:root@thread.tacv2",
              "channel": { "id": "19:lofte0000@thread.tacv2", "type": "standard" }, "team": { "id": "19:root@thread.tacv2", "isArchived": false }, "tenant": { "id": "t1", "region": "se" } }
            """ },
        { "press of a submit button", """
            "type": "message", "id": "f:4", "replyToId": "1700000000009", "value": { "verb": "poll.vote", "choice": "1,4", "rev": 7 },
            "channelData": { "source": { "name": "message" }, "legacy": { "replyToId": "1:x" } }
            """ },
        { "pasted picture", """
            "type": "message", "id": "5", "attachments": [
              { "contentType": "image/*", "contentUrl": "https://smba.trafficmanager.net/emea/v3/attachments/0-a/views/original" },
              { "contentType": "text/html", "content": "<p><img src=\"https://example.org/a\"></p>" } ]
            """ },
        { "uploaded file", """
            "type": "message", "id": "6", "attachments": [ { "contentType": "application/vnd.microsoft.teams.file.download.info", "name": "plan.pdf",
              "contentUrl": "https://example.org/plan.pdf", "content": { "downloadUrl": "https://example.org/once", "uniqueId": "9", "fileType": "pdf", "etag": "1" }, "thumbnailUrl": "t" } ]
            """ },
        { "bot added to a team", """
            "type": "conversationUpdate", "id": "f:7", "membersAdded": [ { "id": "28:bot" } ],
            "channelData": { "eventType": "teamMemberAdded", "settings": { "selectedChannel": { "id": "19:lofte0000@thread.tacv2" }, "more": true },
              "team": { "id": "19:root@thread.tacv2", "aadGroupId": "g", "name": "Trygghet" }, "tenant": { "id": "t1" } }
            """ },
        { "member left", """ "type": "conversationUpdate", "id": "f:8", "membersRemoved": [ { "id": "29:bo", "userRole": "guest" } ], "channelData": { "eventType": "teamMemberRemoved" } """ },
        { "channel renamed", """ "type": "conversationUpdate", "id": "f:9", "channelData": { "eventType": "channelRenamed", "channel": { "id": "19:c", "name": "Nytt namn" } } """ },
        { "installation", """ "type": "installationUpdate", "id": "f:10", "action": "add-upgrade", "channelData": { "settings": { "selectedChannel": { "id": "19:c", "name": "Allmänt" } } } """ },
        { "reaction", """ "type": "messageReaction", "id": "f:11", "replyToId": "1700000000009", "reactionsAdded": [ { "type": "like" } ] """ },
        { "edited message", """ "type": "messageUpdate", "id": "12", "text": "rättat", "channelData": { "eventType": "editMessage" } """ },
        { "deleted message", """ "type": "messageDelete", "id": "13", "channelData": { "eventType": "softDeleteMessage" } """ },
        { "read receipt", """ "type": "event", "id": "f:14", "name": "application/vnd.microsoft.readReceipt", "value": { "lastReadMessageId": "1700000000100" } """ },
        { "card action", """
            "type": "invoke", "name": "adaptiveCard/action", "id": "f:15", "replyToId": "1700000000009",
            "value": { "action": { "type": "Action.Execute", "id": "b", "title": "Rösta", "verb": "poll.vote", "data": { "poll": "p1", "big": 12345678901234567890, "half": 0.50 } }, "trigger": "manual" }
            """ },
        { "dialog opened", """
            "type": "invoke", "name": "task/fetch", "id": "f:16", "value": { "data": { "verb": "proposal.new", "msteams": { "type": "task/fetch" } }, "context": { "theme": "dark" }, "tabContext": null }
            """ },
        { "dialog submitted", """ "type": "invoke", "name": "task/submit", "id": "f:17", "value": { "data": { "place": "Torget" }, "context": { "theme": "contrast" } } """ },
        { "message extension query", """
            "type": "invoke", "name": "composeExtension/query", "id": "f:18",
            "value": { "commandId": "find", "parameters": [ { "name": "q", "value": "torg" } ], "queryOptions": { "skip": 0, "count": 25 } }
            """ },
        { "value that is a text", """ "type": "invoke", "name": "signin/failure", "id": "f:19", "value": "resourcematchfailed" """ },
        { "unheard-of type", """ "type": "somethingNew", "id": "f:20", "payload": { "deep": [ 1, { "two": [ null, true ] } ] } """ },
        { "outgoing card with a notification", """
            "type": "message", "summary": "Ny omröstning", "attachmentLayout": "list", "importance": "high", "deliveryMode": "normal",
            "channelData": { "notification": { "alert": true, "alertInMeeting": false } },
            "attachments": [ { "contentType": "application/vnd.microsoft.card.adaptive", "content": { "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "Chart.Donut", "data": [] } ] } } ]
            """ },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ParseAndWrite_EveryShape_LosesNothing(string shape, string fields)
    {
        string json = $"{{ {Common}, {fields} }}";

        string written = TeamsJson.Write(TeamsJson.Parse(json));

        Wire.AssertSame(json, written);
        Assert.NotEmpty(shape);
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
