namespace PledgeBot.Domain.Partnerships;

/// <summary>Why a command was refused. Each kind is a record that carries the facts its sentence needs.</summary>
/// <remarks>The type's name is the stable code; the Dialogs project has one sentence for each.</remarks>
public abstract record Refusal
{
    /// <summary>Gets the stable code, for logs and for finding the sentence.</summary>
    public string Code => GetType().Name;
}

/// <summary>Only a member with a certain duty may do this.</summary>
/// <param name="Duty">The duty that is needed.</param>
public sealed record DutyNeeded(Members.Duties Duty) : Refusal;

/// <summary>The one who asks is not on the partnership's list of members.</summary>
public sealed record NotAMember : Refusal;

/// <summary>A text is missing or blank.</summary>
/// <param name="Field">Which text.</param>
public sealed record TextMissing(TextField Field) : Refusal;

/// <summary>A text is longer than allowed.</summary>
/// <param name="Field">Which text.</param>
/// <param name="Longest">The most characters allowed.</param>
/// <param name="Length">How many it has.</param>
public sealed record TextTooLong(TextField Field, int Longest, int Length) : Refusal;
