namespace PledgeBot.Domain.Proposals;

/// <summary>What a proposal is about (domain reference 2.5).</summary>
public enum Category
{
    /// <summary>Belysning.</summary>
    Lighting,

    /// <summary>Växtlighet och sikt.</summary>
    VegetationAndSightLines,

    /// <summary>Skräp och renhållning.</summary>
    Litter,

    /// <summary>Klotter och skadegörelse.</summary>
    GraffitiAndDamage,

    /// <summary>Trafik och hastighet.</summary>
    Traffic,

    /// <summary>Buskörning, moped och A-traktor.</summary>
    RecklessDriving,

    /// <summary>Gång- och cykelväg, tunnlar.</summary>
    PathsAndTunnels,

    /// <summary>Station och busshållplats.</summary>
    StationsAndStops,

    /// <summary>Mötesplatser för unga.</summary>
    YouthPlaces,

    /// <summary>Lekplats, skola och förskola.</summary>
    PlaygroundsAndSchools,

    /// <summary>Torg och centrum.</summary>
    Squares,

    /// <summary>Skyltning och orientering.</summary>
    Signs,

    /// <summary>Ödslighet och tomma lokaler.</summary>
    DesertedPlaces,

    /// <summary>Störningar och ordning.</summary>
    Disorder,

    /// <summary>Närvaro.</summary>
    Presence,

    /// <summary>Tillgänglighet och halka.</summary>
    Accessibility,

    /// <summary>Övrigt.</summary>
    Other,
}
