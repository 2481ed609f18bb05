namespace PledgeBot.Teams.Tokens;

/// <summary>The metadata of the tokens' issuer could not be read. The message is a sentence for whoever runs the bot.</summary>
public sealed class ChannelMetadataException : Exception
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public ChannelMetadataException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public ChannelMetadataException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    public ChannelMetadataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
