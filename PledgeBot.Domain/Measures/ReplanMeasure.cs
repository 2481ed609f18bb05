using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;

namespace PledgeBot.Domain.Measures;

/// <summary>
/// Gives an open measure another responsible unit or due day. Only a coordinator. The due day is today or later and
/// within the promise's period. The same plan again changes nothing.
/// </summary>
/// <param name="Reference">The measure.</param>
/// <param name="Plan">The plan from now on.</param>
public sealed record ReplanMeasure(ProposalReference Reference, MeasurePlan Plan) : Command;
