using PledgeBot.Domain.Members;

namespace PledgeBot.Domain.Decisions;

/// <summary>What an authorised member told a coordinator, who records it (domain reference 6.2).</summary>
/// <param name="Member">The member, somebody else than the coordinator.</param>
/// <param name="Day">The day it was told; not in the future.</param>
/// <param name="Manner">How it was told.</param>
public sealed record Told(MemberId Member, DateOnly Day, Manner Manner);
