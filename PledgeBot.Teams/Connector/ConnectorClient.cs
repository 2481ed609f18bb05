using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector.Calls;
using Polly.RateLimiting;
using Polly.Timeout;

namespace PledgeBot.Teams.Connector;

/// <summary>Writes to conversations and reads their rosters, over the connector's REST operations.</summary>
/// <remarks>
/// Every call checks the address against the <see cref="ServiceUrlPolicy"/>, gives up after <see cref="CallTimeout"/>, waits and
/// tries included, and never follows a redirect. A token that is refused is renewed once. A message that may have been sent is never
/// sent again: that is for whoever calls to decide. Failures are <see cref="ConnectorException"/>s.
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
    private static readonly ConnectorCall Download = new("download", CallKind.Other, IsRepeatable: true);
    private static readonly Uri Loopback = new("http://localhost/");

    /// <summary>Gets how long a call may take, its token, its tries and its answer included.</summary>
    public static TimeSpan CallTimeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Sends a message. To a conversation id with <c>;messageid=</c> it is a reply in that thread.</summary>
    /// <returns>The message's id for later updates, or null when the connector gave none.</returns>
    /// <remarks>Not idempotent: the same activity sent twice is shown twice.</remarks>
    /// <exception cref="ConnectorException">The message was not, or perhaps not, sent.</exception>
    public async Task<string?> SendAsync(ConversationReference reference, Activity activity, CancellationToken cancellationToken)
    {
        ResourceAnswer? answer = await CallAsync(
            Write("send", reference, isRepeatable: false),
            HttpMethod.Post,
            reference.ServiceUrl,
            $"v3/conversations/{Segment(reference.ConversationId)}/activities",
            Message("send", activity, TeamsJson.Wire.Activity),
            Envelopes.Wire.ResourceAnswer,
            cancellationToken);
        return answer?.Id;
    }

    /// <summary>Replaces a message that the bot sent. The same update twice leaves the message as once.</summary>
    /// <exception cref="ConnectorException">The message was not, or perhaps not, replaced.</exception>
    public Task UpdateAsync(ConversationReference reference, string activityId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(
            Write("update", reference, isRepeatable: true),
            HttpMethod.Put,
            reference.ServiceUrl,
            $"v3/conversations/{Segment(reference.ConversationId)}/activities/{Segment(activityId)}",
            Message("update", activity, TeamsJson.Wire.Activity),
            Envelopes.Wire.ResourceAnswer,
            cancellationToken);

    /// <summary>Removes a message that the bot sent. The second time it is an error that the message does not exist.</summary>
    /// <exception cref="ConnectorException">The message was not, or perhaps not, removed.</exception>
    public Task DeleteAsync(ConversationReference reference, string activityId, CancellationToken cancellationToken) =>
        CallAsync(
            Write("delete", reference, isRepeatable: true),
            HttpMethod.Delete,
            reference.ServiceUrl,
            $"v3/conversations/{Segment(reference.ConversationId)}/activities/{Segment(activityId)}",
            body: null,
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
        ResourceAnswer answer = await CreateAsync(
            Write("create thread", channel, isRepeatable: false), channel.ServiceUrl, request, cancellationToken);
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
        var call = new ConnectorCall("create personal conversation", CallKind.Write, IsRepeatable: true, userId, tenantId);
        ResourceAnswer answer = await CreateAsync(call, serviceUrl, request, cancellationToken);
        return new ConversationReference(serviceUrl, answer.Id!, botId, tenantId, ConversationTypes.Personal, userId);
    }

    /// <summary>Reads the whole roster of a conversation, page by page; for a thread its channel's.</summary>
    /// <returns>At most <see cref="MostMembers"/> members.</returns>
    /// <exception cref="ConnectorException">A page could not be read, or there are more members than that.</exception>
    public async Task<IReadOnlyList<ChannelAccount>> GetPagedMembersAsync(
        ConversationReference reference, CancellationToken cancellationToken)
    {
        var members = new List<ChannelAccount>();
        ConnectorCall call = Read("get members", reference);
        string conversation = Segment(call.Conversation!);
        string path = $"v3/conversations/{conversation}/pagedmembers?pageSize={MembersPerPage}";
        string? continuation = null;
        for (int page = 0; page <= MostMembers / MembersPerPage; page++)
        {
            MembersPage answer = await CallAsync(
                call,
                HttpMethod.Get,
                reference.ServiceUrl,
                continuation is null ? path : $"{path}&continuationToken={Uri.EscapeDataString(continuation)}",
                body: null,
                Envelopes.Wire.MembersPage,
                cancellationToken) ?? throw NotUnderstood(call);
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
        ConnectorCall call = Read("get member", reference);
        try
        {
            return await CallAsync(
                call,
                HttpMethod.Get,
                reference.ServiceUrl,
                $"v3/conversations/{Segment(call.Conversation!)}/members/{Segment(userId)}",
                body: null,
                Envelopes.Wire.ChannelAccount,
                cancellationToken) ?? throw NotUnderstood(call);
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
    public async Task<TeamDetails> GetTeamAsync(string serviceUrl, string teamId, CancellationToken cancellationToken)
    {
        var call = new ConnectorCall("get team", CallKind.Read, IsRepeatable: true, teamId);
        return await CallAsync(
            call,
            HttpMethod.Get,
            serviceUrl,
            $"v3/teams/{Segment(teamId)}",
            body: null,
            Envelopes.Wire.TeamDetails,
            cancellationToken) ?? throw NotUnderstood(call);
    }

    /// <summary>Reads which channels a team has. General has no name.</summary>
    /// <param name="serviceUrl">The connector's address.</param>
    /// <param name="teamId">The team's id in the channel, as in its activities; not the Entra group's.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>At most <see cref="MostChannels"/> channels that have an id.</returns>
    /// <exception cref="ConnectorException">The channels could not be read, as when the app is not installed in the team.</exception>
    public async Task<IReadOnlyList<ChannelInfo>> GetChannelsAsync(string serviceUrl, string teamId, CancellationToken cancellationToken)
    {
        var call = new ConnectorCall("get channels", CallKind.Read, IsRepeatable: true, teamId);
        ChannelsAnswer answer = await CallAsync(
            call,
            HttpMethod.Get,
            serviceUrl,
            $"v3/teams/{Segment(teamId)}/conversations",
            body: null,
            Envelopes.Wire.ChannelsAnswer,
            cancellationToken) ?? throw NotUnderstood(call);
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
            throw Refused(Download);
        }

        return await ExchangeAsync(Download, HttpMethod.Get, contentUrl, body: null, withToken: true, maxBytes, cancellationToken);
    }

    /// <summary>Downloads a file that a member uploaded in a chat, from where the channel said it lies. It is asked for without the bot's token.</summary>
    /// <param name="downloadUrl">
    /// The file's <c>downloadUrl</c>: <c>https</c> within SharePoint's and OneDrive's domains; where the connector is local, <c>http</c>
    /// on the loopback interface instead. It opens the file to whoever knows it, so it must not be logged.
    /// </param>
    /// <param name="maxBytes">The most bytes accepted; reading stops there.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The bytes. What they are is not known until somebody looks at them.</returns>
    /// <exception cref="ConnectorException">The address is on another host, the download failed, or there are more bytes.</exception>
    public async Task<byte[]> DownloadFileAsync(Uri downloadUrl, int maxBytes, CancellationToken cancellationToken) =>
        (policy.Allows(Loopback) ? policy.Allows(downloadUrl) : FileHosts.Allows(downloadUrl))
            ? await ExchangeAsync(Download, HttpMethod.Get, downloadUrl, body: null, withToken: false, maxBytes, cancellationToken)
            : throw Refused(Download);

    private async Task<ResourceAnswer> CreateAsync(
        ConnectorCall call, string serviceUrl, NewConversation conversation, CancellationToken cancellationToken)
    {
        ResourceAnswer? answer = await CallAsync(
            call,
            HttpMethod.Post,
            serviceUrl,
            "v3/conversations",
            Message(call.Operation, conversation, Envelopes.Wire.NewConversation),
            Envelopes.Wire.ResourceAnswer,
            cancellationToken);
        return string.IsNullOrEmpty(answer?.Id) ? throw NotUnderstood(call) : answer;
    }

    private async Task<TAnswer?> CallAsync<TAnswer>(
        ConnectorCall call,
        HttpMethod method,
        string serviceUrl,
        string path,
        byte[]? body,
        JsonTypeInfo<TAnswer> answerType,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (!policy.Allows(serviceUrl, out Uri? service))
        {
            throw Refused(call);
        }

        var address = new Uri(service.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + path);
        byte[] answer = await ExchangeAsync(call, method, address, body, withToken: true, MostAnswerBytes, cancellationToken);
        if (answer.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(answer, answerType);
        }
        catch (JsonException)
        {
            throw NotUnderstood(call);
        }
    }

    private async Task<byte[]> ExchangeAsync(
        ConnectorCall call, HttpMethod method, Uri address, byte[]? body, bool withToken, int maxBytes, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        bool isAsked = false;
        try
        {
            string? token = withToken ? await credentials.GetTokenAsync(either.Token) : null;
            isAsked = true;
            HttpResponseMessage response = await AskAsync(call, method, address, body, token, either.Token);
            if (response.StatusCode == HttpStatusCode.Unauthorized && token is not null)
            {
                // It may have been revoked or the keys changed since. A refusal of the new one as well is a matter of configuration.
                response.Dispose();
                isAsked = false;
                token = await credentials.RenewTokenAsync(token, either.Token);
                isAsked = true;
                response = await AskAsync(call, method, address, body, token, either.Token);
            }

            using (response)
            {
                if (!response.IsSuccessStatusCode)
                {
                    throw await FailureAsync(call, response, either.Token);
                }

                return await ReadAsync(response, maxBytes, either.Token) ?? throw new ConnectorException(
                    $"The connector's answer to {call.Operation} is larger than {maxBytes} bytes.")
                {
                    Status = response.StatusCode,
                    Code = ConnectorErrorCodes.AnswerTooLarge,
                };
            }
        }
        catch (RateLimiterRejectedException exception)
        {
            throw new ConnectorException($"{call.Operation} has to wait to stay within the channel's rates; nothing was sent.")
            {
                Code = ConnectorErrorCodes.Throttled,
                RetryAfter = exception.RetryAfter,
            };
        }
        catch (Exception exception) when (exception is TimeoutRejectedException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ConnectorException($"The connector did not answer {call.Operation} in time.")
            {
                OutcomeUnknown = isAsked && !call.IsRepeatable,
            };
        }
        catch (HttpRequestException exception)
        {
            throw new ConnectorException($"The connector could not be reached for {call.Operation}: {exception.HttpRequestError}.", exception)
            {
                OutcomeUnknown = !call.IsRepeatable && !ConnectorPipeline.NothingWasSent(exception.HttpRequestError),
            };
        }
    }

    private async Task<HttpResponseMessage> AskAsync(
        ConnectorCall call, HttpMethod method, Uri address, byte[]? body, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Options.Set(ConnectorCall.Key, call);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = Json;
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async Task<ConnectorException> FailureAsync(ConnectorCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] body = await ReadAsync(response, MostErrorBytes, cancellationToken) ?? [];
        string? code = ConnectorError.CodeIn(body);
        return new ConnectorException($"The connector answered {call.Operation} with {(int)response.StatusCode} {code}".TrimEnd() + ".")
        {
            Status = response.StatusCode,
            Code = code,
            RetryAfter = response.WaitAskedFor(time),
            OutcomeUnknown = !call.IsRepeatable
                && response.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError,
            CorrelationId = response.Headers.TryGetValues("MS-CV", out IEnumerable<string>? values) ? values.FirstOrDefault() : null,
        };
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

    private static ConnectorCall Write(string operation, ConversationReference reference, bool isRepeatable) =>
        new(operation, CallKind.Write, isRepeatable, ConversationIds.WithoutThread(reference.ConversationId), reference.TenantId);

    private static ConnectorCall Read(string operation, ConversationReference reference) =>
        new(operation, CallKind.Read, IsRepeatable: true, ConversationIds.WithoutThread(reference.ConversationId), reference.TenantId);

    private static byte[] Message<T>(string operation, T value, JsonTypeInfo<T> type)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return !MessageSize.IsTooBig(json)
            ? json
            : throw new ConnectorException($"The message to {operation} has more than {MessageSize.MostBytes} bytes of JSON; nothing was sent.")
            {
                Code = ConnectorErrorCodes.MessageSizeTooBig,
            };
    }

    // A segment that is only dots would climb to another path, percent-encoded or not.
    private static string Segment(string id) => id.AsSpan().Trim('.').IsEmpty
        ? throw new ArgumentException("The id names no resource.", nameof(id))
        : Uri.EscapeDataString(id);

    private static ConnectorException Refused(ConnectorCall call) =>
        new($"The address for {call.Operation} is not one that may be called; nothing was sent.") { Code = ConnectorErrorCodes.AddressRefused };

    private static ConnectorException NotUnderstood(ConnectorCall call) =>
        new($"The connector's answer to {call.Operation} was not understood.")
        {
            Code = ConnectorErrorCodes.AnswerNotUnderstood,
            OutcomeUnknown = !call.IsRepeatable,
        };
}
