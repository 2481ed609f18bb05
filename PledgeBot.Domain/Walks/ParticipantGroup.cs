namespace PledgeBot.Domain.Walks;

/// <summary>The groups that walk participants are counted in (domain reference 2.3). Never names.</summary>
public enum ParticipantGroup
{
    /// <summary>Residents (boende).</summary>
    Residents,

    /// <summary>Young people (ungdomar).</summary>
    YoungPeople,

    /// <summary>Older people (äldre).</summary>
    OlderPeople,

    /// <summary>Property owners (fastighetsägare).</summary>
    PropertyOwners,

    /// <summary>Associations (föreningar).</summary>
    Associations,

    /// <summary>Municipal officials (tjänstepersoner).</summary>
    Officials,

    /// <summary>Police (polis).</summary>
    Police,
}
