using System.Collections.Immutable;

namespace PledgeBot.Domain.Partnerships;

/// <summary>The answer to a command.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The command stands, and this is what happened.</summary>
    /// <param name="Events">What happened, in order; empty when all of it had happened before.</param>
    public sealed record Accepted(ImmutableArray<PartnershipEvent> Events) : Decision;

    /// <summary>The command was refused, and nothing changed.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(Refusal Reason) : Decision;

    /// <summary>Accepts with the given events.</summary>
    public static Decision Accept(params ImmutableArray<PartnershipEvent> events) => new Accepted(events);

    /// <summary>Refuses for the given reason.</summary>
    public static Decision Refuse(Refusal reason) => new Refused(reason);
}
