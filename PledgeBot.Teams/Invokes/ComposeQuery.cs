using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Invokes;

/// <summary>A search in the message extension.</summary>
/// <param name="CommandId">The command, as the manifest names it; null when the client does not say, as some do not.</param>
/// <param name="Parameters">The parameters' texts by name; a parameter without a text is left out.</param>
/// <param name="Skip">How many hits the client has already; 0 or more.</param>
/// <param name="Count">How many more it wants; from 1 to <see cref="MostHits"/>.</param>
public sealed record ComposeQuery(string? CommandId, IReadOnlyDictionary<string, string> Parameters, int Skip, int Count)
{
    /// <summary>The name of the parameter of a search that nobody has written anything in yet.</summary>
    public const string InitialRun = "initialRun";

    /// <summary>The most hits in one answer; a client asks for as many when it does not say how many.</summary>
    public const int MostHits = 25;

    // Five in the manifest, and the one above.
    private const int MostParameters = 6;

    /// <summary>Gets whether this is the search that the client makes by itself when the extension is opened.</summary>
    public bool IsInitialRun => Parameters.ContainsKey(InitialRun);

    /// <summary>Reads the request. Numbers that make no sense are brought within their bounds.</summary>
    /// <returns>False when the activity is another request, or its value has the wrong shape.</returns>
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out ComposeQuery? query)
    {
        query = null;
        if (activity is not { Type: ActivityTypes.Invoke, Name: InvokeNames.ComposeQuery, Value: { ValueKind: JsonValueKind.Object } value })
        {
            return false;
        }

        value.TryGetText("commandId", out string? command);
        value.TryGetObject("queryOptions", out JsonElement options);
        query = new ComposeQuery(
            command,
            ParametersIn(value),
            Math.Max(0, Number(options, "skip") ?? 0),
            Math.Clamp(Number(options, "count") ?? MostHits, 1, MostHits));
        return true;
    }

    private static Dictionary<string, string> ParametersIn(JsonElement value)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!value.TryGet("parameters", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            return parameters;
        }

        foreach (JsonElement parameter in list.EnumerateArray().Take(MostParameters))
        {
            if (parameter.TryGetText("name", out string? name) && parameter.TryGetText("value", out string? text))
            {
                parameters[name] = text;
            }
        }

        return parameters;
    }

    private static int? Number(JsonElement options, string name) =>
        options.TryGet(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out int value) ? value : null;
}
