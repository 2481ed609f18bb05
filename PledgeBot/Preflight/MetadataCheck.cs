using PledgeBot.Teams.Tokens;

namespace PledgeBot.Preflight;

/// <summary>Looks whether tokens from Teams could be checked: the issuer's metadata, its keys, and the clock.</summary>
internal sealed class MetadataCheck(ChannelMetadataReader reader, ChannelTokenOptions options, TimeProvider time) : IPreflightCheck
{
    private const string Subject = "keys";
    private const string ClockSubject = "clock";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            ChannelMetadata metadata = await reader.ReadAsync(options.OpenIdMetadata, cancellationToken);
            return [Keys(metadata), Clock(metadata)];
        }
        catch (ChannelMetadataException exception)
        {
            return [Finding.Fail(Subject, exception.Message), Finding.Skip(ClockSubject, "It is compared with the server that has the keys.")];
        }
    }

    private Finding Keys(ChannelMetadata metadata)
    {
        if (metadata.Issuer != options.TokenIssuer)
        {
            return Finding.Fail(
                Subject,
                $"{options.OpenIdMetadata} belongs to another issuer than the tokens' {options.TokenIssuer}, so no token would hold. "
                + "See that Teams:Cloud is right, and Teams:TokenIssuer and Teams:OpenIdMetadata if they are set.");
        }

        int endorsed = metadata.Keys.Values.Count(key => key.SpeaksForTeams);
        return endorsed > 0
            ? Finding.Ok(Subject, $"{options.OpenIdMetadata} answers. Keys that may speak for Teams: {endorsed}.")
            : Finding.Fail(Subject, $"{options.OpenIdMetadata} has no key that may speak for Teams, so no token would hold. See that Teams:Cloud is right.");
    }

    private Finding Clock(ChannelMetadata metadata)
    {
        if (metadata.AnsweredAt is not { } theirs)
        {
            return Finding.Skip(ClockSubject, "The server that has the keys does not tell the time.");
        }

        TimeSpan ahead = time.GetUtcNow() - theirs;
        string difference = $"{Math.Abs(ahead.TotalSeconds):0} seconds {(ahead < TimeSpan.Zero ? "behind" : "ahead of")}";
        return ahead.Duration() < ChannelTokenOptions.ClockSkew
            ? Finding.Ok(ClockSubject, $"It is {difference} the server that has the keys.")
            : Finding.Fail(ClockSubject, $"It is {difference} the server that has the keys, and good tokens would look false. Let NTP set it.");
    }
}
