using System.Text.Json;

namespace PledgeBot.Teams.Invokes;

/// <summary>Makes the answer to <c>application/search</c>, which an input that finds its choices while somebody types sends.</summary>
public static class SearchAnswer
{
    /// <summary>Finds nothing.</summary>
    public static InvokeResponse Nothing { get; } = new(
        200,
        JsonElement.Parse("""{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[]}}"""));
}
