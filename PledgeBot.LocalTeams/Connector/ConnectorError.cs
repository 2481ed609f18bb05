using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>The ways in which the connector refuses, in its own form.</summary>
internal static class ConnectorError
{
    public static IResult BadSyntax(string message) => Make(StatusCodes.Status400BadRequest, "BadSyntax", message);

    public static IResult BadArgument(string message) => Make(StatusCodes.Status400BadRequest, "Bad Argument", message);

    public static IResult NotInRoster() =>
        Make(StatusCodes.Status403Forbidden, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    public static IResult ConversationNotFound() =>
        Make(StatusCodes.Status404NotFound, "ConversationNotFound", "Conversation not found.");

    public static IResult ActivityNotFound() =>
        Make(StatusCodes.Status404NotFound, "ActivityNotFoundInConversation", "The activity is not in the conversation.");

    public static IResult NotFound(string what) => Make(StatusCodes.Status404NotFound, "NotFound", $"{what} not found.");

    public static IResult MethodNotAllowed() =>
        Make(StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "The operation is not supported.");

    public static IResult TooBig() => Make(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "Message size too large.");

    public static IResult Make(int status, string code, string message) => ConnectorAnswer.Json(
        new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } },
        status);
}
