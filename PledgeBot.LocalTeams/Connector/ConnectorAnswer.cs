using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>The connector's answers that carry JSON.</summary>
internal static class ConnectorAnswer
{
    public static IResult Json(JsonNode body, int status = StatusCodes.Status200OK) =>
        TypedResults.Text(body.ToJsonString(), "application/json", Encoding.UTF8, status);

    public static IResult Created(string id) => Json(new JsonObject { ["id"] = id }, StatusCodes.Status201Created);
}
