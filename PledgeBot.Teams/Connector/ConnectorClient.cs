using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Connector;

/// <summary>Writes to conversations and reads their rosters, over the connector's REST operations.</summary>
/// <remarks>
/// Every call checks the address against the <see cref="ServiceUrlPolicy"/>, gives up after <see cref="CallTimeout"/>, never follows
/// a redirect and never retries: whoever calls knows whether a message may be sent twice. Failures are
/// <see cref="ConnectorException"/>s.
/// </remarks>
public sealed class ConnectorClient(HttpClient http, ServiceUrlPolicy policy, IConnectorCredentials credentials, TimeProvider time)
{
    /// <summary>The most members that <see cref="GetPagedMembersAsync"/> reads.</summary>
    public const int MostMembers = 10_000;

    /// <summary>The most channels that <see cref="GetChannelsAsync"/> reads; a team has no more.</summary>
    public const int MostChannels = 1_000;

    private const int MembersPerPage = 200;
    private const int MostAnswerBytes = 4 * 1024 * 1024;
    private const int MostErrorBytes = 64 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>Gets how long a call may take, its answer included.</summary>
    public static TimeSpan CallTimeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Sends a message. To a conversation id with <c>;messageid=</c> it is a reply in that thread.</summary>
    /// <returns>The message's id for later updates, or null when the connector gave none.</returns>
    /// <remarks>Not idempotent: the same activity sent twice is shown twice.</remarks>
    /// <exception cref="ConnectorException">The message was not, or perhaps not, sent.</exception>
    public async Task<string?> SendAsync(ConversationReference reference, Activity activity, CancellationToken cancellationToken)
    {
        ResourceAnswer? answer = await CallAsync(
            "send",
            HttpMethod.Post,
            reference.ServiceUrl,
            $"v3/conversations/{Segment(reference.ConversationId)}/activities",
            Content(activity, TeamsJson.Wire.Activity),
            Envelopes.Wire.ResourceAnswer,
            cancellationToken);
        return answer?.Id;
    }

    /// <summary>Replaces a message that the bot sent. The same update twice leaves the message as once.</summary>
    /// <exception cref="ConnectorException">The message was not, or perhaps not, replaced.</exception>
    public Task UpdateAsync(ConversationReference reference, string activityId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(
            "update",
            HttpMethod.Put,
            reference.ServiceUrl,
            $"v3/conversations/{Segment(reference.ConversationId)}/activities/{Segment(activityId)}",
            Content(activity, TeamsJson.Wire.Activity),
            Envelopes.Wire.ResourceAnswer,
            cancellationToken);

    /// <summary>Removes a message that the bot sent. The second time it is an error that the message does not exist.</summary>
    /// <exception cref="ConnectorException">The message was not, or perhaps not, removed.</exception>
    public Task DeleteAsync(ConversationReference reference, string activityId, CancellationToken cancellationToken) =>
        CallAsync(
            "delete",
            HttpMethod.Delete,
            reference.ServiceUrl,
            $"v3/conversations/{Segment(reference.ConversationId)}/activities/{Segment(activityId)}",
            content: null,
            Envelopes.Wire.ResourceAnswer,
            cancellationToken);

    /// <summary>Starts a thread in a channel.</summary>
    /// <param name="channel">The channel, or any thread in it.</param>
    /// <param name="activity">The thread's first message.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// The thread's conversation id for replies, and the first message's id for updates; the latter null when none was given.
    /// </returns>
    /// <exception cref="ConnectorException">The thread was not, or perhaps not, started.</exception>
    public async Task<(string ConversationId, string? ActivityId)> CreateChannelThreadAsync(
        ConversationReference channel, Activity activity, CancellationToken cancellationToken)
    {
        var request = new NewConversation(
            IsGroup: true,
            new ChannelAccount { Id = channel.BotId },
            Members: null,
            channel.TenantId,
            new TeamsChannelData { Channel = new ChannelInfo { Id = ConversationIds.WithoutThread(channel.ConversationId) } },
            activity);
        ResourceAnswer answer = await CreateAsync("create thread", channel.ServiceUrl, request, cancellationToken);
        return (answer.Id!, answer.ActivityId);
    }

    /// <summary>Finds, or starts, the personal conversation with a member. Any number of times it is the same conversation.</summary>
    /// <param name="serviceUrl">The connector's address.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="botId">The bot's id in the channel.</param>
    /// <param name="userId">The member's id in the channel, or Entra object id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ConnectorException">There is no such conversation, as when the app is not installed for the member.</exception>
    public async Task<ConversationReference> CreatePersonalConversationAsync(
        string serviceUrl, string tenantId, string botId, string userId, CancellationToken cancellationToken)
    {
        var request = new NewConversation(
            IsGroup: false,
            new ChannelAccount { Id = botId },
            [new ChannelAccount { Id = userId }],
            tenantId,
            new TeamsChannelData { Tenant = new TenantInfo { Id = tenantId } },
            Activity: null);
        ResourceAnswer answer = await CreateAsync("create personal conversation", serviceUrl, request, cancellationToken);
        return new ConversationReference(serviceUrl, answer.Id!, botId, tenantId, ConversationTypes.Personal);
    }

    /// <summary>Reads the whole roster of a conversation, page by page; for a thread its channel's.</summary>
    /// <returns>At most <see cref="MostMembers"/> members.</returns>
    /// <exception cref="ConnectorException">A page could not be read, or there are more members than that.</exception>
    public async Task<IReadOnlyList<ChannelAccount>> GetPagedMembersAsync(
        ConversationReference reference, CancellationToken cancellationToken)
    {
        var members = new List<ChannelAccount>();
        string conversation = Segment(ConversationIds.WithoutThread(reference.ConversationId));
        string path = $"v3/conversations/{conversation}/pagedmembers?pageSize={MembersPerPage}";
        string? continuation = null;
        for (int page = 0; page <= MostMembers / MembersPerPage; page++)
        {
            MembersPage answer = await CallAsync(
                "get members",
                HttpMethod.Get,
                reference.ServiceUrl,
                continuation is null ? path : $"{path}&continuationToken={Uri.EscapeDataString(continuation)}",
                content: null,
                Envelopes.Wire.MembersPage,
                cancellationToken) ?? throw NotUnderstood("get members");
            members.AddRange(answer.Members ?? []);
            if (members.Count > MostMembers)
            {
                break;
            }

            if (string.IsNullOrEmpty(answer.ContinuationToken))
            {
                return members;
            }

            continuation = answer.ContinuationToken;
        }

        throw new ConnectorException($"The conversation's roster is longer than {MostMembers} members.")
        {
            Code = ConnectorErrorCodes.AnswerTooLarge,
        };
    }

    /// <summary>Reads one member of a conversation; for a thread, of its channel.</summary>
    /// <param name="reference">The conversation.</param>
    /// <param name="userId">The member's id in the channel, or Entra object id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The member, or null when they are not in the conversation.</returns>
    /// <exception cref="ConnectorException">The roster could not be read, as when there is no such conversation.</exception>
    public async Task<ChannelAccount?> GetMemberAsync(
        ConversationReference reference, string userId, CancellationToken cancellationToken)
    {
        string conversation = Segment(ConversationIds.WithoutThread(reference.ConversationId));
        try
        {
            return await CallAsync(
                "get member",
                HttpMethod.Get,
                reference.ServiceUrl,
                $"v3/conversations/{conversation}/members/{Segment(userId)}",
                content: null,
                Envelopes.Wire.ChannelAccount,
                cancellationToken) ?? throw NotUnderstood("get member");
        }
        catch (ConnectorException exception)
            when (exception is { Status: HttpStatusCode.NotFound, Code: not ConnectorErrorCodes.ConversationNotFound })
        {
            return null;
        }
    }

    /// <summary>Reads what a team is called and which group is behind it.</summary>
    /// <param name="serviceUrl">The connector's address.</param>
    /// <param name="teamId">The team's id in the channel, as in its activities; not the Entra group's.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ConnectorException">The team could not be read, as when the app is not installed in it.</exception>
    public async Task<TeamDetails> GetTeamAsync(string serviceUrl, string teamId, CancellationToken cancellationToken) =>
        await CallAsync(
            "get team",
            HttpMethod.Get,
            serviceUrl,
            $"v3/teams/{Segment(teamId)}",
            content: null,
            Envelopes.Wire.TeamDetails,
            cancellationToken) ?? throw NotUnderstood("get team");

    /// <summary>Reads which channels a team has. General has no name.</summary>
    /// <param name="serviceUrl">The connector's address.</param>
    /// <param name="teamId">The team's id in the channel, as in its activities; not the Entra group's.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>At most <see cref="MostChannels"/> channels that have an id.</returns>
    /// <exception cref="ConnectorException">The channels could not be read, as when the app is not installed in the team.</exception>
    public async Task<IReadOnlyList<ChannelInfo>> GetChannelsAsync(string serviceUrl, string teamId, CancellationToken cancellationToken)
    {
        ChannelsAnswer answer = await CallAsync(
            "get channels",
            HttpMethod.Get,
            serviceUrl,
            $"v3/teams/{Segment(teamId)}/conversations",
            content: null,
            Envelopes.Wire.ChannelsAnswer,
            cancellationToken) ?? throw NotUnderstood("get channels");
        return [.. (answer.Conversations ?? []).Where(channel => channel is { Id.Length: > 0 }).Take(MostChannels)];
    }

    /// <summary>Downloads what a member pasted into a message.</summary>
    /// <param name="serviceUrl">The connector's address.</param>
    /// <param name="contentUrl">The attachment's address, which must be on the connector's own host.</param>
    /// <param name="maxBytes">The most bytes accepted; reading stops there.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The bytes. What they are is not known until somebody looks at them.</returns>
    /// <exception cref="ConnectorException">The address is on another host, the download failed, or there are more bytes.</exception>
    public async Task<byte[]> DownloadAttachmentAsync(
        string serviceUrl, Uri contentUrl, int maxBytes, CancellationToken cancellationToken)
    {
        if (!contentUrl.IsAbsoluteUri
            || !policy.Allows(contentUrl)
            || !policy.Allows(serviceUrl, out Uri? service)
            || !string.Equals(service.Authority, contentUrl.Authority, StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("download");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, contentUrl);
        return await ExchangeAsync("download", request, maxBytes, cancellationToken);
    }

    private async Task<ResourceAnswer> CreateAsync(
        string operation, string serviceUrl, NewConversation conversation, CancellationToken cancellationToken)
    {
        ResourceAnswer? answer = await CallAsync(
            operation,
            HttpMethod.Post,
            serviceUrl,
            "v3/conversations",
            Content(conversation, Envelopes.Wire.NewConversation),
            Envelopes.Wire.ResourceAnswer,
            cancellationToken);
        return string.IsNullOrEmpty(answer?.Id) ? throw NotUnderstood(operation) : answer;
    }

    private async Task<TAnswer?> CallAsync<TAnswer>(
        string operation,
        HttpMethod method,
        string serviceUrl,
        string path,
        HttpContent? content,
        JsonTypeInfo<TAnswer> answerType,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (!policy.Allows(serviceUrl, out Uri? service))
        {
            content?.Dispose();
            throw Refused(operation);
        }

        using var request = new HttpRequestMessage(method, new Uri(service.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + path));
        request.Content = content;
        byte[] body = await ExchangeAsync(operation, request, MostAnswerBytes, cancellationToken);
        if (body.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(body, answerType);
        }
        catch (JsonException)
        {
            throw NotUnderstood(operation);
        }
    }

    private async Task<byte[]> ExchangeAsync(
        string operation, HttpRequestMessage request, int maxBytes, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            if (await credentials.GetTokenAsync(either.Token) is { } token)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw await FailureAsync(operation, response, either.Token);
            }

            return await ReadAsync(response, maxBytes, either.Token) ?? throw new ConnectorException(
                $"The connector's answer to {operation} is larger than {maxBytes} bytes.")
            {
                Status = response.StatusCode,
                Code = ConnectorErrorCodes.AnswerTooLarge,
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException($"The connector did not answer {operation} in time.") { OutcomeUnknown = true };
        }
        catch (HttpRequestException exception)
        {
            throw new ConnectorException($"The connector could not be reached for {operation}: {exception.HttpRequestError}.", exception)
            {
                OutcomeUnknown = !NothingWasSent(exception.HttpRequestError),
            };
        }
    }

    private async Task<ConnectorException> FailureAsync(string operation, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] body = await ReadAsync(response, MostErrorBytes, cancellationToken) ?? [];
        string? code = ConnectorError.CodeIn(body);
        return new ConnectorException($"The connector answered {operation} with {(int)response.StatusCode} {code}".TrimEnd() + ".")
        {
            Status = response.StatusCode,
            Code = code,
            RetryAfter = RetryAfter(response.Headers.RetryAfter),
            OutcomeUnknown = response.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError,
            CorrelationId = response.Headers.TryGetValues("MS-CV", out IEnumerable<string>? values) ? values.FirstOrDefault() : null,
        };
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        TimeSpan? wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>Reads a body, or null when it is longer than allowed.</summary>
    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > maxBytes)
        {
            return null;
        }

        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await BoundedRead.ToEndAsync(stream, maxBytes, cancellationToken);
    }

    // The connection or its encryption failed, so the request was never written.
    private static bool NothingWasSent(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    private static ByteArrayContent Content<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type));
        content.Headers.ContentType = Json;
        return content;
    }

    // A segment that is only dots would climb to another path, percent-encoded or not.
    private static string Segment(string id) => id.AsSpan().Trim('.').IsEmpty
        ? throw new ArgumentException("The id names no resource.", nameof(id))
        : Uri.EscapeDataString(id);

    private static ConnectorException Refused(string operation) =>
        new($"The address for {operation} is not one that may be called; nothing was sent.") { Code = ConnectorErrorCodes.AddressRefused };

    private static ConnectorException NotUnderstood(string operation) =>
        new($"The connector's answer to {operation} was not understood.")
        {
            Code = ConnectorErrorCodes.AnswerNotUnderstood,
            OutcomeUnknown = true,
        };
}
