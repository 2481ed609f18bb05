namespace PledgeBot.Teams.Connector.Calls;

/// <summary>What the pipeline has to know of a call besides its request.</summary>
/// <param name="Operation">What is done, as in the words of an exception.</param>
/// <param name="Kind">What Teams counts it as.</param>
/// <param name="IsRepeatable">Whether doing it twice is as doing it once.</param>
/// <param name="Conversation">The conversation it concerns, without a thread; null when there is none.</param>
/// <param name="Tenant">The tenant it concerns; null when it is not known.</param>
internal sealed record ConnectorCall(
    string Operation, CallKind Kind, bool IsRepeatable, string? Conversation = null, string? Tenant = null)
{
    /// <summary>Where a request carries it.</summary>
    public static HttpRequestOptionsKey<ConnectorCall> Key { get; } = new("PledgeBot.ConnectorCall");

    /// <summary>Gets the call that a request makes.</summary>
    public static ConnectorCall Of(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Key, out ConnectorCall? call)
            ? call
            : throw new InvalidOperationException("The request was not made by the connector client.");
}

/// <summary>What Teams counts a call as (protocol 3.5).</summary>
internal enum CallKind
{
    /// <summary>Not counted.</summary>
    Other,

    /// <summary>A message is sent, replaced or removed, or a conversation started.</summary>
    Write,

    /// <summary>Members or conversations are read.</summary>
    Read,
}
