using System.Reflection;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Tests.Polls;

/// <summary>There is one way to the votes, and it leads through the closing.</summary>
public sealed class BallotSecrecyTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void BallotBox_FromOutside_TellsOnlyWhoAnsweredAndAMembersOwnPicks()
    {
        IEnumerable<string> members = typeof(BallotBox).GetMembers(Public).Where(member => member is not MethodInfo { IsSpecialName: true }).Select(member => member.Name);

        Assert.Equal(".ctor BallotOf Empty EverybodyHasAnswered HasAnswered HasVotedThemself ReceiptFor TurnoutOf With Without", Listed(members));
    }

    [Fact]
    public void VotesForAnOption_StandOnlyInTheResultOfAClosedPoll()
    {
        IEnumerable<string> places =
            from type in typeof(Poll).Assembly.GetExportedTypes()
            where type != typeof(OptionTotal)
            from member in type.GetMembers(Public)
            where TypesOf(member).Any(MentionsTotals)
            select type.Name;

        Assert.Equal("PollResult", Listed(places));
    }

    [Fact]
    public void ResultOfAPoll_StandsOnlyWithThePollAndItsClosing()
    {
        IEnumerable<string> places =
            from type in typeof(Poll).Assembly.GetExportedTypes()
            where type != typeof(PollResult)
            from member in type.GetMembers(Public)
            where TypesOf(member).Contains(typeof(PollResult))
            select type.Name;

        Assert.Equal("Poll PollClosed", Listed(places));
    }

    [Fact]
    public void CountedBallots_StandOnlyInTheResultOfAClosedPoll()
    {
        IEnumerable<string> places =
            from type in typeof(Poll).Assembly.GetExportedTypes()
            where type != typeof(CountedBallot)
            from member in type.GetMembers(Public)
            where TypesOf(member).Any(used => used == typeof(CountedBallot) || (used.IsGenericType && used.GetGenericArguments().Contains(typeof(CountedBallot))))
            select type.Name;

        Assert.Equal("PollResult", Listed(places));
    }

    [Fact]
    public void Ballots_AreNeverHandedOutTogether()
    {
        IEnumerable<string> places =
            from type in typeof(Poll).Assembly.GetExportedTypes()
            from member in type.GetMembers(Public)
            where ReturnTypeOf(member) is { IsGenericType: true } returned && returned.GetGenericArguments().Contains(typeof(Ballot))
            select $"{type.Name}.{member.Name}";

        Assert.Empty(places);
    }

    [Fact]
    public void Closing_AsText_ShowsNoPicks()
    {
        var closing = new ClosePoll(A.Poll(1), BallotBox.Empty.With(new Ballot(A.Member(1), [A.Proposal(3)], A.Noon)), A.Poll(99));

        Assert.DoesNotContain("V1-03", closing.ToString(), StringComparison.Ordinal);
    }

    private static string Listed(IEnumerable<string> names) => string.Join(' ', names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static bool MentionsTotals(Type type) =>
        type == typeof(OptionTotal) || (type.IsGenericType && type.GetGenericArguments().Contains(typeof(OptionTotal)));

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(ReturnTypeOf(method) ?? typeof(void)),
        _ => ReturnTypeOf(member) is { } returned ? [returned] : [],
    };

    private static Type? ReturnTypeOf(MemberInfo member) => member switch
    {
        MethodInfo method => method.ReturnType,
        PropertyInfo property => property.PropertyType,
        FieldInfo field => field.FieldType,
        _ => null,
    };
}
