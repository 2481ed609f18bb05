using System.Net;
using Microsoft.Extensions.Logging;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Hands addressed messages to the channel, and finds a way where the channel's refusal leaves one (protocol 3.4).</summary>
/// <remarks>
/// A message that is too large goes as its summary, a personal conversation that was forgotten is found again, and a message that
/// can no longer be replaced is followed by a new one; each once. Where the bot may not write at all, a
/// <see cref="ConversationClosedException"/> says so. Everything else is the <see cref="ConnectorException"/> that it was.
/// </remarks>
internal sealed partial class Postman(ConnectorClient connector, ILogger logger)
{
    /// <summary>Sends a message in a conversation; with a thread in its id, there.</summary>
    /// <returns>The message's id, or null when the channel gave none.</returns>
    public async Task<string?> SendAsync(ConversationReference to, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOrItsSummaryAsync(to, message, cancellationToken);
        }
        catch (ConnectorException refused) when (refused.Code == ConnectorErrorCodes.ConversationNotFound && CanBeFoundAgain(to))
        {
            LogFoundAgain(refused.CorrelationId);
        }
        catch (ConnectorException refused) when (Closes(refused) || (refused.Code == ConnectorErrorCodes.ConversationNotFound && !IsThread(to)))
        {
            throw new ConversationClosedException(to.ConversationId, refused);
        }

        return await SendWhereTheyAreNowAsync(to, message, cancellationToken);
    }

    /// <summary>Starts a thread in a channel.</summary>
    /// <returns>Where the thread is, and its first message.</returns>
    public async Task<ShownCard> StartThreadAsync(ConversationReference channel, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            (string conversation, string? id) = await OrItsSummaryAsync(
                channel, message, activity => connector.CreateChannelThreadAsync(channel, activity, cancellationToken));
            return new ShownCard(conversation, id);
        }
        catch (ConnectorException refused) when (Closes(refused) || refused.Code == ConnectorErrorCodes.ConversationNotFound)
        {
            throw new ConversationClosedException(channel.ConversationId, refused);
        }
    }

    /// <summary>Puts a message in the place of one of the bot's own.</summary>
    /// <returns>Whether it was there to be replaced.</returns>
    public async Task<bool> UpdateAsync(ConversationReference to, string replaced, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            await UpdateOrWithItsSummaryAsync(to, replaced, message, cancellationToken);
            return true;
        }
        catch (ConnectorException refused) when (IsGone(refused))
        {
            return false;
        }
        catch (ConnectorException refused) when (Closes(refused))
        {
            throw new ConversationClosedException(to.ConversationId, refused);
        }
    }

    /// <summary>Puts a message in the place of one that may be a member's, which the bot cannot change; then, or if it is gone, it is sent.</summary>
    public async Task ReplaceAsync(ConversationReference to, string replaced, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            await UpdateOrWithItsSummaryAsync(to, replaced, message, cancellationToken);
        }
        catch (ConnectorException refused) when (IsGone(refused) || refused.Code == ConnectorErrorCodes.BotNotInConversationRoster)
        {
            await SendAsync(to, message, cancellationToken);
        }
        catch (ConnectorException refused) when (Closes(refused))
        {
            throw new ConversationClosedException(to.ConversationId, refused);
        }
    }

    private async Task<string?> SendWhereTheyAreNowAsync(ConversationReference to, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            ConversationReference found = await connector.CreatePersonalConversationAsync(
                to.ServiceUrl, to.TenantId!, to.BotId, to.UserId!, cancellationToken);
            return await SendOrItsSummaryAsync(found, Outgoing.To(found, message), cancellationToken);
        }
        catch (ConnectorException refused) when (Closes(refused) || refused.Code == ConnectorErrorCodes.ConversationNotFound)
        {
            throw new ConversationClosedException(to.ConversationId, refused);
        }
    }

    private Task<string?> SendOrItsSummaryAsync(ConversationReference to, Activity message, CancellationToken cancellationToken) =>
        OrItsSummaryAsync(to, message, activity => connector.SendAsync(to, activity, cancellationToken));

    private Task<string> UpdateOrWithItsSummaryAsync(
        ConversationReference to, string replaced, Activity message, CancellationToken cancellationToken) =>
        OrItsSummaryAsync(to, message, async activity =>
        {
            await connector.UpdateAsync(to, replaced, activity, cancellationToken);
            return replaced;
        });

    private async Task<T> OrItsSummaryAsync<T>(ConversationReference to, Activity message, Func<Activity, Task<T>> hand)
    {
        try
        {
            return await hand(message);
        }
        catch (ConnectorException refused) when (IsTooBig(refused) && message is { Text: null, Summary.Length: > 0 })
        {
            LogTooBig(refused.CorrelationId);
        }

        return await hand(Outgoing.To(to, Activity.Message(message.Summary)));
    }

    private static bool CanBeFoundAgain(ConversationReference to) =>
        to is { ConversationType: ConversationTypes.Personal, UserId: not null, TenantId: not null };

    private static bool IsThread(ConversationReference to) => ConversationIds.WithoutThread(to.ConversationId) != to.ConversationId;

    private static bool IsTooBig(ConnectorException refused) =>
        refused.Code == ConnectorErrorCodes.MessageSizeTooBig || refused.Status == HttpStatusCode.RequestEntityTooLarge;

    private static bool IsGone(ConnectorException refused) =>
        refused.Code is ConnectorErrorCodes.ActivityNotFoundInConversation or ConnectorErrorCodes.ConversationNotFound;

    private static bool Closes(ConnectorException refused) => refused.Code
        is ConnectorErrorCodes.BotNotInConversationRoster
        or ConnectorErrorCodes.BotDisabledByAdmin
        or ConnectorErrorCodes.ConversationBlockedByUser
        or ConnectorErrorCodes.MessageWritesBlocked;

    [LoggerMessage(Level = LogLevel.Error, Message = "A card is larger than the channel takes, which is a defect; its summary went instead. Correlation {CorrelationId}.")]
    private partial void LogTooBig(string? correlationId);

    [LoggerMessage(Level = LogLevel.Information, Message = "A personal conversation was no longer valid and is looked up again. Correlation {CorrelationId}.")]
    private partial void LogFoundAgain(string? correlationId);
}
