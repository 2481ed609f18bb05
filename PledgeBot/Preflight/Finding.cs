namespace PledgeBot.Preflight;

/// <summary>What a look at one thing brought up.</summary>
/// <param name="Verdict">How it stands.</param>
/// <param name="Subject">The thing, in a word or two.</param>
/// <param name="Sentence">How it stands in words; for a failure also what to do. Never anything secret.</param>
internal sealed record Finding(Verdict Verdict, string Subject, string Sentence)
{
    /// <summary>Makes the finding that all is well.</summary>
    public static Finding Ok(string subject, string sentence) => new(Verdict.Ok, subject, sentence);

    /// <summary>Makes the finding that something has to be put right.</summary>
    public static Finding Fail(string subject, string sentence) => new(Verdict.Fail, subject, sentence);

    /// <summary>Makes the finding that something could not be looked at.</summary>
    public static Finding Skip(string subject, string sentence) => new(Verdict.Skip, subject, sentence);

    /// <inheritdoc/>
    public override string ToString() => $"{Verdict.ToString().ToUpperInvariant(),-5} {Subject,-12} {Sentence}";
}

/// <summary>How a thing stands.</summary>
internal enum Verdict
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>It has to be put right.</summary>
    Fail,

    /// <summary>It could not be looked at.</summary>
    Skip,
}
