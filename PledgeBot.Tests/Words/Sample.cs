using System.Collections.Immutable;
using System.Reflection;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Tests.Words;

/// <summary>Makes one of every kind of a closed set of records, for texts that must cover them all.</summary>
internal static class Sample
{
    /// <summary>Makes one of every record of the domain that derives from the given one.</summary>
    public static IEnumerable<T> OfEvery<T>() => typeof(T).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => (T)Of(type));

    private static object Of(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => ValueOf(parameter.ParameterType))]);
    }

    private static object ValueOf(Type type) =>
        type == typeof(int) ? 3
        : type == typeof(string) ? "Gata/park"
        : type == typeof(DateOnly) ? new DateOnly(2020, 11, 30)
        : type == typeof(DateTimeOffset) ? A.Noon
        : type == typeof(WalkNumber) ? new WalkNumber(1)
        : type == typeof(ProposalReference) ? A.Proposal(2)
        : type == typeof(PollId) ? A.Poll(1)
        : type == typeof(ImmutableArray<ProposalReference>) ? ImmutableArray.Create(A.Proposal(2), A.Proposal(5))
        : type == typeof(ImmutableArray<Turnout>)
            ? ImmutableArray.Create(new Turnout(Party.Municipality, 3, 5), new Turnout(Party.Police, 1, 2))
        : type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!
        : throw new InvalidOperationException($"There is no sample of {type.Name}.");
}
