using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Promises;

/// <summary>The parties gave a promise.</summary>
/// <param name="Number">The promise's number in the partnership, from 1.</param>
/// <param name="Title">Its title.</param>
/// <param name="Commitments">What is promised, word for word.</param>
/// <param name="FirstDay">The first day it covers.</param>
/// <param name="LastDay">The last day it covers, included.</param>
/// <param name="SignedOn">The day it was signed.</param>
/// <param name="Signatories">Who signed, as roles.</param>
public sealed record PromiseGiven(
    int Number,
    string Title,
    ImmutableArray<string> Commitments,
    DateOnly FirstDay,
    DateOnly LastDay,
    DateOnly SignedOn,
    ImmutableArray<string> Signatories) : PartnershipEvent;
