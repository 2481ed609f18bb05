using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>The ways in which the connector refuses, in its own form.</summary>
internal static class ConnectorError
{
    public static IResult BadSyntax(string message) => Make(StatusCodes.Status400BadRequest, "BadSyntax", message);

    public static IResult BadArgument(string message) => Make(StatusCodes.Status400BadRequest, "Bad Argument", message);

    public static IResult Unauthorized() =>
        Make(StatusCodes.Status401Unauthorized, "Unauthorized", "Authorization has been denied for this request.");

    public static IResult NotInRoster() =>
        Make(StatusCodes.Status403Forbidden, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    public static IResult NotEnoughPermissions(string message) =>
        Make(StatusCodes.Status403Forbidden, "NotEnoughPermissions", message);

    /// <summary>The member has blocked the bot. Teams says so in a form of its own, without an <c>error</c> object.</summary>
    public static IResult WritesBlocked() => ConnectorAnswer.Json(
        new JsonObject
        {
            ["errorCode"] = 209,
            ["message"] = """{ "subCode": "MessageWritesBlocked", "details": "Thread is blocked for message writes." }""",
        },
        StatusCodes.Status403Forbidden);

    public static IResult ConversationNotFound() =>
        Make(StatusCodes.Status404NotFound, "ConversationNotFound", "Conversation not found.");

    public static IResult ActivityNotFound() =>
        Make(StatusCodes.Status404NotFound, "ActivityNotFoundInConversation", "The activity is not in the conversation.");

    public static IResult NotFound(string what) => Make(StatusCodes.Status404NotFound, "NotFound", $"{what} not found.");

    public static IResult MethodNotAllowed() =>
        Make(StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "The operation is not supported.");

    public static IResult TooBig() => Make(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "Message size too large.");

    public static IResult Throttled() => Make(StatusCodes.Status429TooManyRequests, "Throttled", "Too many requests.");

    public static IResult Make(int status, string code, string message) => ConnectorAnswer.Json(
        new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } },
        status);
}
