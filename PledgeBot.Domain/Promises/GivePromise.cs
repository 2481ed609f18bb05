using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Promises;

/// <summary>Records a promise that the parties have signed. Only a coordinator, or the set-up itself.</summary>
/// <param name="Title">Its title; not blank, at most 100 characters.</param>
/// <param name="Commitments">What is promised, word for word; one to five, each at most 1,000 characters.</param>
/// <param name="Period">The days it covers.</param>
/// <param name="SignedOn">The day it was signed.</param>
/// <param name="Signatories">Who signed, as roles; at most ten, each not blank, at most 100 characters.</param>
public sealed record GivePromise(
    string Title,
    ImmutableArray<string> Commitments,
    PromisePeriod Period,
    DateOnly SignedOn,
    ImmutableArray<string> Signatories) : Command
{
    /// <summary>The longest title, in characters.</summary>
    public const int LongestTitle = 100;

    /// <summary>The longest commitment, in characters.</summary>
    public const int LongestCommitment = 1000;

    /// <summary>The most commitments.</summary>
    public const int MostCommitments = 5;

    /// <summary>The most signatories.</summary>
    public const int MostSignatories = 10;

    /// <summary>The longest role of a signatory, in characters.</summary>
    public const int LongestSignatory = 100;
}
