using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Promises;

/// <summary>Records a promise that the parties have signed. Only a coordinator, or the set-up itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Commitments">What is promised, word for word; at least one.</param>
/// <param name="Period">The days it covers.</param>
/// <param name="SignedOn">The day it was signed.</param>
/// <param name="Signatories">Who signed, as roles.</param>
public sealed record GivePromise(
    string Title,
    ImmutableArray<string> Commitments,
    PromisePeriod Period,
    DateOnly SignedOn,
    ImmutableArray<string> Signatories) : Command;
