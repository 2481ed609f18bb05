namespace PledgeBot.Tests.Activities;

/// <summary>Activities in every shape that the channel is known to send, with what becomes of each.</summary>
internal static class Corpus
{
    public const string Tenant = "t1";
    public const string Team = "19:root@thread.tacv2";
    public const string Channel = "19:lofte0000@thread.tacv2";
    public const string Karin = "00000000-0000-4000-8000-000000000001";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private const string Always =
        """
        "timestamp": "2020-09-07T09:59:58.5Z", "localTimestamp": "2020-09-07T11:59:58.5+02:00", "localTimezone": "Europe/Stockholm",
        "serviceUrl": "https://smba.trafficmanager.net/emea/", "channelId": "msteams", "MSCV": "abc.1",
        "recipient": { "id": "28:bot", "name": "PledgeBot" }
        """;

    private const string ByKarin =
        """ "locale": "sv-SE", "from": { "id": "29:karin", "name": "Karin Åberg", "aadObjectId": "00000000-0000-4000-8000-000000000001", "role": "user", "agenticAppId": "x" } """;

    private const string InPersonal = """ "conversation": { "id": "a:karin", "conversationType": "personal", "tenantId": "t1" } """;

    private const string InGroup = """ "conversation": { "id": "19:group@thread.v2", "isGroup": true, "conversationType": "groupChat", "tenantId": "t1" } """;

    private const string InThread =
        """
        "conversation": { "id": "19:lofte0000@thread.tacv2;messageid=1700000000001", "isGroup": true, "conversationType": "channel", "tenantId": "t1", "name": "Löftet", "sharedBy": 3 }
        """;

    private const string InChannel =
        """ "conversation": { "id": "19:lofte0000@thread.tacv2", "isGroup": true, "conversationType": "channel", "tenantId": "t1" } """;

    private const string TenantData = """ "channelData": { "tenant": { "id": "t1" } } """;

    private const string TeamData =
        """
        "channelData": { "teamsChannelId": "19:lofte0000@thread.tacv2", "teamsTeamId": "19:root@thread.tacv2",
          "channel": { "id": "19:lofte0000@thread.tacv2", "type": "standard" }, "team": { "id": "19:root@thread.tacv2", "isArchived": false },
          "tenant": { "id": "t1", "region": "se" } }
        """;

    private const string Mention = """ { "type": "mention", "text": "<at>PledgeBot</at>", "mentioned": { "id": "28:bot", "name": "PledgeBot" } } """;
    private const string ClientInfo = """ { "type": "clientInfo", "locale": "sv-SE", "country": "SE", "platform": "iOS", "timezone": "Europe/Stockholm" } """;

    /// <summary>What becomes of an activity.</summary>
    public enum Outcome
    {
        /// <summary>The bot says nothing.</summary>
        Silent,

        /// <summary>The bot sends one message.</summary>
        OneMessage,

        /// <summary>The request is answered with content.</summary>
        Answer,

        /// <summary>The request is answered without content.</summary>
        Empty,

        /// <summary>The request is one that the bot does not know: 501.</summary>
        Unknown,

        /// <summary>The request has the wrong shape: 400, for card actions in the body.</summary>
        Wrong,
    }

    /// <summary>Gets the activities by name.</summary>
    public static IReadOnlyDictionary<string, (string Json, Outcome Outcome)> All { get; } = Make().ToDictionary(
        shape => shape.Name, shape => ($"{{ {Always}, {shape.Fields} }}", shape.Outcome));

    /// <summary>Gets the names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    private static IEnumerable<(string Name, string Fields, Outcome Outcome)> Make() =>
        [.. PersonalMessages(), .. ChannelMessages(), .. GroupMessages(), .. Installations(), .. TeamChanges(), .. MessageChanges(), .. Events(), .. CardRequests(), .. OtherRequests()];

    private static IEnumerable<(string, string, Outcome)> PersonalMessages() => new (string Name, string Fields, Outcome Outcome)[]
    {
        ("text", """ "id": "1700000000100", "textFormat": "plain", "text": "hjälp & \"stöd\" <nu>" """, Outcome.OneMessage),
        ("formatted text", """ "id": "2", "text": "status", "attachments": [ { "contentType": "text/html", "content": "<div>status</div>" } ] """, Outcome.OneMessage),
        ("text that means nothing", """ "id": "3", "text": "Vad blir det för väder i Brösarp?" """, Outcome.OneMessage),
        ("text null", """ "id": "4", "text": null, "inputHint": "acceptingInput" """, Outcome.OneMessage),
        ("no text", """ "id": "5", "attachments": [] """, Outcome.OneMessage),
        ("pasted picture", """
            "id": "6", "attachments": [ { "contentType": "image/*", "contentUrl": "https://smba.trafficmanager.net/emea/v3/attachments/0-a/views/original" },
              { "contentType": "text/html", "content": "<p><img src=\"https://example.org/a\"></p>" } ]
            """, Outcome.OneMessage),
        ("text with a picture", """ "id": "17", "text": "status", "attachments": [ { "contentType": "image/*", "contentUrl": "https://smba.trafficmanager.net/emea/v3/attachments/0-c/views/original" } ] """, Outcome.OneMessage),
        ("uploaded file", """
            "id": "7", "attachments": [ { "contentType": "application/vnd.microsoft.teams.file.download.info", "name": "plan.pdf",
              "contentUrl": "https://example.org/plan.pdf", "content": { "downloadUrl": "https://example.org/once", "uniqueId": "9", "fileType": "pdf", "etag": "1" }, "thumbnailUrl": "t" } ]
            """, Outcome.OneMessage),
        ("reply that quotes", """ "id": "8", "text": "tack", "attachments": [ { "contentType": "messageReference", "content": "{\"messageId\":\"17\"}" } ] """, Outcome.OneMessage),
        ("picture signs only", """ "id": "9", "text": "👍🏽" """, Outcome.OneMessage),
        ("important text", """ "id": "10", "text": "löftet", "importance": "urgent", "deliveryMode": "normal" """, Outcome.OneMessage),
        ("press of a submit button", """ "id": "f:11", "replyToId": "1700000000009", "value": { "verb": "command.run", "text": "status", "rev": 7 }, "channelDataSource": "message" """, Outcome.OneMessage),
        ("press without a verb", """ "id": "f:12", "replyToId": "1700000000009", "value": { "choice": "1,4" } """, Outcome.OneMessage),
        ("value that is a text", """ "id": "f:13", "value": "status" """, Outcome.OneMessage),
        ("value that is a list", """ "id": "f:14", "value": [ 1, { "verb": "x" } ] """, Outcome.OneMessage),
        ("value null beside a text", """ "id": "f:15", "text": "status", "value": null """, Outcome.OneMessage),
        ("message back", """ "id": "f:16", "text": "status", "value": { "verb": "command.run" } """, Outcome.OneMessage),
        ("no id", """ "text": "status" """, Outcome.OneMessage),
        ("id that is a GUID", """ "id": "6a2f41a3-c54c-fce8-32d2-0324e1c32e22", "text": "status" """, Outcome.OneMessage),
    }.Select(shape => (shape.Name, $""" "type": "message", {ByKarin}, {InPersonal}, {TenantData}, {shape.Fields} """, shape.Outcome)).Concat(
    [
        ("text in English", $$""" "type": "message", "id": "20", "locale": "en-US", "from": { "id": "29:karin", "aadObjectId": "{{Karin}}" }, {{InPersonal}}, {{TenantData}}, "text": "status" """, Outcome.OneMessage),
        ("text by somebody anonymous", $$""" "type": "message", "id": "21", "from": { "id": "29:anonymous", "name": "Gäst" }, {{InPersonal}}, {{TenantData}}, "text": "status" """, Outcome.OneMessage),
        ("text by an account that is no GUID", $$""" "type": "message", "id": "22", "from": { "id": "user-id-0", "name": "Alex Wilber", "aadObjectId": "00000000-0000-0000-0000-0000000000020" }, {{InPersonal}}, {{TenantData}}, "text": "status" """, Outcome.OneMessage),
        ("text without a tenant", $$""" "type": "message", "id": "23", {{ByKarin}}, "conversation": { "id": "a:karin", "conversationType": "personal" }, "text": "status" """, Outcome.OneMessage),
        ("text without a sender", $$""" "type": "message", "id": "24", {{InPersonal}}, {{TenantData}}, "text": "status" """, Outcome.Silent),
        ("text without a conversation", $$""" "type": "message", "id": "25", {{ByKarin}}, {{TenantData}}, "text": "status" """, Outcome.Silent),
    ]);

    private static IEnumerable<(string, string, Outcome)> ChannelMessages() => new (string Name, string Fields, Outcome Outcome)[]
    {
        ("channel: mention", $$""" "id": "30", "replyToId": "1700000000001", "text": "<at>PledgeBot</at> status", "entities": [ {{Mention}}, {{ClientInfo}} ] """, Outcome.OneMessage),
        ("channel: mention and hard space", $$""" "id": "31", "text": "<at>PledgeBot</at>&nbsp;status\n", "entities": [ {{Mention}} ] """, Outcome.OneMessage),
        ("channel: mention under another name", """ "id": "32", "text": "<at>Botten</at> status", "entities": [ { "type": "mention", "text": "<at>Botten</at>", "mentioned": { "id": "28:bot", "name": "PledgeBot" } } ] """, Outcome.OneMessage),
        ("channel: mention alone", $$""" "id": "33", "text": "<at>PledgeBot</at>", "entities": [ {{Mention}} ] """, Outcome.OneMessage),
        ("channel: mention of the bot and of a person", $$""" "id": "34", "text": "<at>Bo</at> <at>PledgeBot</at> status", "entities": [ { "type": "mention", "text": "<at>Bo</at>", "mentioned": { "id": "29:bo", "name": "Bo" } }, {{Mention}} ] """, Outcome.OneMessage),
        ("channel: no mention", $$""" "id": "35", "text": "status", "entities": [ {{ClientInfo}} ] """, Outcome.Silent),
        ("channel: mention of a person alone", """ "id": "36", "text": "<at>Bo</at> status", "entities": [ { "type": "mention", "text": "<at>Bo</at>", "mentioned": { "id": "29:bo", "name": "Bo" } } ] """, Outcome.Silent),
        ("channel: mention of the channel", """ "id": "37", "text": "<at>Löftet</at> status", "entities": [ { "type": "mention", "text": "<at>Löftet</at>", "mentioned": { "id": "19:lofte0000@thread.tacv2", "name": "Löftet", "type": "channel" } } ] """, Outcome.Silent),
        ("channel: the bot's name without a mention", """ "id": "38", "text": "<at>PledgeBot</at> status" """, Outcome.Silent),
        ("channel: mention without text or name", """ "id": "39", "text": "status", "entities": [ { "type": "mention", "mentioned": { "id": "28:bot" } } ] """, Outcome.OneMessage),
        ("channel: press of a submit button", """ "id": "f:40", "replyToId": "1700000000009", "value": { "verb": "card.view", "subject": "walk/V1" } """, Outcome.OneMessage),
        ("channel: press of an unknown button", """ "id": "f:41", "replyToId": "1700000000009", "value": { "verb": "from.anolderrelease" } """, Outcome.OneMessage),
        ("channel: picture", $$""" "id": "42", "text": "<at>PledgeBot</at>", "entities": [ {{Mention}} ], "attachments": [ { "contentType": "image/*", "contentUrl": "https://smba.trafficmanager.net/emea/v3/attachments/0-b/views/original" } ] """, Outcome.OneMessage),
        ("channel: file", $$""" "id": "43", "text": "<at>PledgeBot</at> status", "entities": [ {{Mention}} ], "attachments": [ { "contentType": "reference", "contentUrl": "https://example.org/a.docx", "name": "a.docx" } ] """, Outcome.OneMessage),
        ("channel: a card that somebody inserted", """ "id": "44", "attachments": [ { "contentType": "application/vnd.microsoft.card.adaptive", "content": { "type": "AdaptiveCard", "version": "1.5", "body": [] } } ] """, Outcome.Silent),
    }.Select(shape => (shape.Name, $""" "type": "message", {ByKarin}, {InThread}, {TeamData}, {shape.Fields} """, shape.Outcome)).Concat(
    [
        ("channel: another bot", $$""" "type": "message", "id": "45", "from": { "id": "28:another", "name": "En annan" }, {{InThread}}, {{TeamData}}, "text": "<at>PledgeBot</at> status", "entities": [ {{Mention}} ] """, Outcome.Silent),
        ("channel: no team told", $$""" "type": "message", "id": "46", {{ByKarin}}, {{InThread}}, {{TenantData}}, "text": "<at>PledgeBot</at> status", "entities": [ {{Mention}} ] """, Outcome.OneMessage),
    ]);

    private static IEnumerable<(string, string, Outcome)> GroupMessages() => new (string Name, string Fields, Outcome Outcome)[]
    {
        ("group: mention", $$""" "id": "50", "text": "<at>PledgeBot</at> status", "entities": [ {{Mention}} ] """, Outcome.OneMessage),
        ("group: no mention", """ "id": "51", "text": "status" """, Outcome.Silent),
        ("group: press of a submit button", """ "id": "f:52", "value": { "verb": "command.run", "text": "status" } """, Outcome.OneMessage),
    }.Select(shape => (shape.Name, $""" "type": "message", {ByKarin}, {InGroup}, {TenantData}, {shape.Fields} """, shape.Outcome));

    private static IEnumerable<(string, string, Outcome)> Installations() =>
    [
        ("bot added to a team", $$"""
            "type": "conversationUpdate", "id": "f:60", {{ByKarin}}, {{InChannel}}, "membersAdded": [ { "id": "28:bot" } ],
            "channelData": { "eventType": "teamMemberAdded", "settings": { "selectedChannel": { "id": "19:lofte0000@thread.tacv2" }, "more": true },
              "team": { "id": "19:root@thread.tacv2", "aadGroupId": "g", "name": "Trygghet" }, "tenant": { "id": "t1" } }
            """, Outcome.OneMessage),
        ("installation in a team", $$""" "type": "installationUpdate", "id": "f:61", {{ByKarin}}, {{InChannel}}, "action": "add", "channelData": { "settings": { "selectedChannel": { "id": "19:lofte0000@thread.tacv2", "name": "Allmänt" } }, "team": { "id": "19:root@thread.tacv2" }, "tenant": { "id": "t1" } } """, Outcome.OneMessage),
        ("upgrade that adds the bot", $$""" "type": "installationUpdate", "id": "f:62", {{ByKarin}}, {{InChannel}}, "action": "add-upgrade", {{TeamData}} """, Outcome.OneMessage),
        ("upgrade that removes the bot", $$""" "type": "installationUpdate", "id": "f:63", {{ByKarin}}, {{InChannel}}, "action": "remove-upgrade", {{TeamData}} """, Outcome.Silent),
        ("bot removed from a team", $$""" "type": "conversationUpdate", "id": "f:64", {{ByKarin}}, {{InChannel}}, "membersRemoved": [ { "id": "28:bot" } ], {{TeamData}} """, Outcome.Silent),
        ("bot and person in a personal chat", $$""" "type": "conversationUpdate", "id": "f:65", {{ByKarin}}, {{InPersonal}}, "membersAdded": [ { "id": "28:bot" }, { "id": "29:karin", "aadObjectId": "{{Karin}}" } ], {{TenantData}} """, Outcome.OneMessage),
        ("installation in a personal chat", $$""" "type": "installationUpdate", "id": "f:66", {{ByKarin}}, {{InPersonal}}, "action": "add", {{TenantData}} """, Outcome.OneMessage),
        ("removal from a personal chat", $$""" "type": "installationUpdate", "id": "f:67", {{ByKarin}}, {{InPersonal}}, "action": "remove", {{TenantData}} """, Outcome.Silent),
        ("installation in a group chat", $$""" "type": "installationUpdate", "id": "f:68", {{ByKarin}}, {{InGroup}}, "action": "add", {{TenantData}} """, Outcome.OneMessage),
        ("installation by nobody told", $$""" "type": "installationUpdate", "id": "f:69", {{InGroup}}, "action": "add", {{TenantData}} """, Outcome.OneMessage),
        ("installation of an unheard-of kind", $$""" "type": "installationUpdate", "id": "f:70", {{ByKarin}}, {{InPersonal}}, "action": "pause", {{TenantData}} """, Outcome.Silent),
        ("installation nowhere", $$""" "type": "installationUpdate", "id": "f:71", {{ByKarin}}, "action": "add", {{TenantData}} """, Outcome.Silent),
    ];

    private static IEnumerable<(string, string, Outcome)> TeamChanges()
    {
        yield return ("member came", Change("teamMemberAdded", """ "membersAdded": [ { "id": "29:bo", "aadObjectId": "b" } ], """), Outcome.Silent);
        yield return ("member left", Change("teamMemberRemoved", """ "membersRemoved": [ { "id": "29:bo", "userRole": "guest" } ], """), Outcome.Silent);
        string[] changes =
        [
            "channelCreated", "channelRenamed", "channelDeleted", "channelRestored", "channelShared", "channelUnshared", "channelMemberAdded",
            "channelMemberRemoved", "teamRenamed", "teamArchived", "teamUnarchived", "teamDeleted", "teamHardDeleted", "teamrestored", "teamUnheardOf",
        ];
        foreach (string change in changes)
        {
            yield return (change, Change(change, ""), Outcome.Silent);
        }

        yield return ("member came to a group chat", $$""" "type": "conversationUpdate", "id": "f:81", {{ByKarin}}, {{InGroup}}, "membersAdded": [ { "id": "29:bo" } ], {{TenantData}} """, Outcome.Silent);
        yield return ("topic of a group chat", $$""" "type": "conversationUpdate", "id": "f:82", {{ByKarin}}, {{InGroup}}, "topicName": "Löftet", {{TenantData}} """, Outcome.Silent);
    }

    private static string Change(string happened, string more) => $$"""
        "type": "conversationUpdate", "id": "f:80", {{ByKarin}}, {{InChannel}}, {{more}}
        "channelData": { "eventType": "{{happened}}", "channel": { "id": "19:lofte0000@thread.tacv2", "name": "Nytt namn" }, "team": { "id": "19:root@thread.tacv2", "name": "Trygghet" }, "tenant": { "id": "t1" } }
        """;

    private static IEnumerable<(string, string, Outcome)> MessageChanges() =>
    [
        ("edited message", $$""" "type": "messageUpdate", "id": "90", {{ByKarin}}, {{InPersonal}}, "text": "rättat", "channelData": { "eventType": "editMessage", "tenant": { "id": "t1" } } """, Outcome.OneMessage),
        ("edited message in a channel", $$""" "type": "messageUpdate", "id": "91", {{ByKarin}}, {{InThread}}, "text": "<at>PledgeBot</at> rättat", "entities": [ {{Mention}} ], "channelData": { "eventType": "editMessage", "team": { "id": "19:root@thread.tacv2" }, "tenant": { "id": "t1" } } """, Outcome.Silent),
        ("message that came back", $$""" "type": "messageUpdate", "id": "92", {{ByKarin}}, {{InPersonal}}, "text": "status", "channelData": { "eventType": "undeleteMessage", "tenant": { "id": "t1" } } """, Outcome.Silent),
        ("deleted message", $$""" "type": "messageDelete", "id": "93", {{ByKarin}}, {{InPersonal}}, "channelData": { "eventType": "softDeleteMessage", "tenant": { "id": "t1" } } """, Outcome.Silent),
        ("reaction", $$""" "type": "messageReaction", "id": "f:94", {{ByKarin}}, {{InThread}}, "replyToId": "1700000000009", "reactionsAdded": [ { "type": "like" } ], {{TeamData}} """, Outcome.Silent),
        ("reaction taken back", $$""" "type": "messageReaction", "id": "f:95", {{ByKarin}}, {{InPersonal}}, "replyToId": "1700000000009", "reactionsRemoved": [ { "type": "1f44b_wavinghand" } ], {{TenantData}} """, Outcome.Silent),
    ];

    private static IEnumerable<(string, string, Outcome)> Events() => new (string Name, string Fields)[]
    {
        ("read receipt", """ "type": "event", "id": "f:100", "name": "application/vnd.microsoft.readReceipt", "value": { "lastReadMessageId": "1700000000100" } """),
        ("meeting start", """ "type": "event", "id": "f:101", "name": "application/vnd.microsoft.meetingStart", "value": { "MeetingType": "Scheduled" } """),
        ("event without a name", """ "type": "event", "id": "f:102" """),
        ("typing", """ "type": "typing", "id": "f:103" """),
        ("handoff", """ "type": "handoff", "id": "f:104", "value": {} """),
        ("end of the conversation", """ "type": "endOfConversation", "id": "f:105", "code": "completedSuccessfully" """),
        ("unheard-of type", """ "type": "somethingNew", "id": "f:106", "payload": { "deep": [ 1, { "two": [ null, true ] } ] } """),
        ("outgoing card with a notification", """
            "type": "trace", "summary": "Ny omröstning", "attachmentLayout": "list", "importance": "high",
            "attachments": [ { "contentType": "application/vnd.microsoft.card.adaptive", "content": { "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "Chart.Donut", "data": [] } ] } } ]
            """),
    }.Select(shape => (shape.Name, $"{ByKarin}, {InPersonal}, {TenantData}, {shape.Fields}", Outcome.Silent));

    private static IEnumerable<(string, string, Outcome)> CardRequests() => new (string Name, string Fields, Outcome Outcome)[]
    {
        ("card action", """ "name": "adaptiveCard/action", "id": "f:110", "replyToId": "1700000000009", "value": { "action": { "type": "Action.Execute", "id": "b", "title": "Visa", "verb": "proposal.list", "data": { "walk": "V1", "big": 12345678901234567890, "half": 0.50 } }, "trigger": "manual" } """, Outcome.Answer),
        ("refresh of a card", """ "name": "adaptiveCard/action", "id": "f:111", "replyToId": "1700000000009", "value": { "action": { "type": "Action.Execute", "verb": "card.view", "data": { "subject": "walk/V1" } }, "trigger": "automatic" } """, Outcome.Answer),
        ("card action without a trigger", """ "name": "adaptiveCard/action", "id": "f:112", "value": { "action": { "verb": "card.view", "data": { "subject": "walk/V9" } } } """, Outcome.Answer),
        ("card action of an older card", """ "name": "adaptiveCard/action", "id": "f:113", "value": { "action": { "verb": "from.anolderrelease" } } """, Outcome.Answer),
        ("card action with a login's answer", """ "name": "adaptiveCard/action", "id": "f:114", "value": { "action": { "verb": "proposal.list", "data": { "walk": "V1" } }, "state": "123456", "authentication": { "id": "a", "connectionName": "b", "token": "c" } } """, Outcome.Answer),
        ("card action without a verb", """ "name": "adaptiveCard/action", "id": "f:115", "value": { "action": { "type": "Action.Execute", "data": {} } } """, Outcome.Wrong),
        ("card action with odd data", """ "name": "adaptiveCard/action", "id": "f:116", "value": { "action": { "verb": "poll.vote", "data": [ 1 ] } } """, Outcome.Wrong),
        ("card action without a value", """ "name": "adaptiveCard/action", "id": "f:117" """, Outcome.Wrong),
        ("dialog opened", """ "name": "task/fetch", "id": "f:118", "value": { "data": { "verb": "form.open", "dialog": "proposal", "subject": "V1", "msteams": { "type": "task/fetch" } }, "context": { "theme": "dark" }, "tabContext": null } """, Outcome.Answer),
        ("unknown dialog opened", """ "name": "task/fetch", "id": "f:119", "value": { "data": { "verb": "form.open", "dialog": "nobody-knows" }, "context": { "theme": "contrast" } } """, Outcome.Answer),
        ("dialog submitted", """ "name": "task/submit", "id": "f:120", "value": { "data": { "dialog": "proposal", "subject": "V1", "place": "Torget" }, "context": { "theme": "contrast" } } """, Outcome.Answer),
        ("dialog with odd data", """ "name": "task/submit", "id": "f:121", "value": { "data": 4 } """, Outcome.Wrong),
    }.Select(shape => (shape.Name, $""" "type": "invoke", {ByKarin}, {InThread}, {TeamData}, {shape.Fields} """, shape.Outcome));

    private static IEnumerable<(string, string, Outcome)> OtherRequests() => new (string Name, string Fields, Outcome Outcome)[]
    {
        ("search while typing", """ "name": "application/search", "id": "f:130", "value": { "queryText": "a", "queryOptions": { "skip": 0, "top": 15 }, "dataset": "x" } """, Outcome.Answer),
        ("settings opened", """ "name": "config/fetch", "id": "f:131", "value": {} """, Outcome.Answer),
        ("settings submitted", """ "name": "config/submit", "id": "f:132", "value": { "data": {} } """, Outcome.Answer),
        ("sign-in state", """ "name": "signin/verifyState", "id": "f:133", "value": { "state": "123456" } """, Outcome.Empty),
        ("sign-in token", """ "name": "signin/tokenExchange", "id": "f:134", "value": { "id": "a", "connectionName": "b", "token": "c" } """, Outcome.Empty),
        ("sign-in failure", """ "name": "signin/failure", "id": "f:135", "value": "resourcematchfailed" """, Outcome.Empty),
        ("file consent", """ "name": "fileConsent/invoke", "id": "f:136", "value": { "type": "fileUpload", "action": "decline", "context": {} } """, Outcome.Empty),
        ("actionable message", """ "name": "actionableMessage/executeAction", "id": "f:137", "value": { "body": "x" } """, Outcome.Empty),
        ("feedback", """ "name": "message/submitAction", "id": "f:138", "value": { "actionName": "feedback", "actionValue": { "reaction": "like" } } """, Outcome.Empty),
        ("suggested action", """ "name": "suggestedActions/submit", "id": "f:139", "value": {} """, Outcome.Empty),
        ("tab opened", """ "name": "tab/fetch", "id": "f:140", "value": { "tabContext": { "tabEntityId": "x" } } """, Outcome.Unknown),
        ("unheard-of request", """ "name": "nobody/knows", "id": "f:141", "value": { "deep": [ null ] } """, Outcome.Unknown),
        ("request without a name", """ "id": "f:142", "value": null """, Outcome.Unknown),
    }.Select(shape => (shape.Name, $""" "type": "invoke", {ByKarin}, {InPersonal}, {TenantData}, {shape.Fields} """, shape.Outcome));
}
