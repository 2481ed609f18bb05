using System.Collections.Immutable;

namespace PledgeBot.Domain.Promises;

/// <summary>A citizen promise (medborgarlöfte), word for word.</summary>
/// <param name="Number">The promise's number in the partnership, from 1.</param>
/// <param name="Title">Its title.</param>
/// <param name="Commitments">What is promised, word for word, in the promise's order.</param>
/// <param name="Period">The days it covers.</param>
/// <param name="SignedOn">The day it was signed.</param>
/// <param name="Signatories">Who signed, as roles.</param>
public sealed record Promise(
    int Number,
    string Title,
    ImmutableArray<string> Commitments,
    PromisePeriod Period,
    DateOnly SignedOn,
    ImmutableArray<string> Signatories);
