using System.ComponentModel.DataAnnotations;

namespace PledgeBot.LegalPages;

/// <summary>Who stands behind the bot, as its public pages say it, and where its pages are. What is not set is told of in words without a name.</summary>
public sealed class PublicPagesOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "PublicPages";

    /// <summary>Gets or sets the municipality that runs the bot and is the controller of its personal data.</summary>
    [StringLength(100)]
    public string? Municipality { get; set; }

    /// <summary>Gets or sets the local police area that gives the promise together with it.</summary>
    [StringLength(100)]
    public string? PoliceArea { get; set; }

    /// <summary>Gets or sets the mailbox for help, faults and questions; a function's and not a person's.</summary>
    [EmailAddress]
    [StringLength(200)]
    public string? ContactMailbox { get; set; }

    /// <summary>Gets or sets the mailbox of the data protection officer.</summary>
    [EmailAddress]
    [StringLength(200)]
    public string? DataProtectionMailbox { get; set; }

    /// <summary>
    /// Gets or sets the address at which members reach the bot's pages, such as <c>https://pledgebot.kommunen.example</c>: https, or http on
    /// this machine only. Members get links to records of decision below it; without it they get none.
    /// </summary>
    [StringLength(200)]
    public string? Address { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address is not null && !IsUsable(Address))
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(Address)} is not an https address without user, question mark or number sign. Without TLS it may only be on this machine.",
                [nameof(Address)]);
        }
    }

    private static bool IsUsable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0
        && !address.Contains('?', StringComparison.Ordinal)
        && !address.Contains('#', StringComparison.Ordinal);
}
