using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.SetUp;

/// <summary>What the channel says of the one who wants to set the partnership up.</summary>
internal abstract record FounderStanding
{
    private FounderStanding()
    {
    }

    /// <summary>It was not asked, or did not answer; so nobody may set anything up.</summary>
    internal sealed record Unknown : FounderStanding;

    /// <summary>Is in the team, and no guest.</summary>
    /// <param name="Person">The account and its name.</param>
    internal sealed record InTeam(RosterPerson Person) : FounderStanding;

    /// <summary>Is in the team, but as a guest from another organisation.</summary>
    internal sealed record Guest : FounderStanding;

    /// <summary>Is not in the team.</summary>
    internal sealed record Outside : FounderStanding;
}
