using System.Text.Json;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Tests.Turns;

/// <summary>Looks for the partnership in everything that can be pressed.</summary>
internal static class Stamps
{
    public static void Check(string json, PartnershipId partnership)
    {
        JsonElement[] actions = [.. Actions(JsonElement.Parse(json))];

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Equal(partnership.ToString(), action.GetProperty("data").GetProperty("partnership").GetString()));
    }

    private static IEnumerable<JsonElement> Actions(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => Actions(property.Value))
            .Concat(json.TryGetProperty("type", out JsonElement type) && type.GetString() is "Action.Execute" or "Action.Submit" ? [json] : []),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Actions),
        _ => [],
    };
}
