namespace PledgeBot.Domain.Members;

/// <summary>How a member told a coordinator what to record for them.</summary>
public enum Manner
{
    /// <summary>Per telefon.</summary>
    ByPhone,

    /// <summary>På möte.</summary>
    AtMeeting,
}
