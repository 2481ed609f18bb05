namespace PledgeBot.Domain.Partnerships;

/// <summary>Something that happened in a partnership and cannot be taken back, only followed by something else.</summary>
/// <remarks>
/// Every kind of event has a golden file: what an earlier release wrote must still load. Events hold no personal
/// data; members appear as identifiers.
/// </remarks>
public abstract record PartnershipEvent;
