using System.ComponentModel.DataAnnotations;

namespace PledgeBot.LegalPages;

/// <summary>Who stands behind the bot, as its public pages say it. What is not set is told of in words without a name.</summary>
public sealed class PublicPagesOptions
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
}
