namespace PledgeBot.Teams.Connector;

/// <summary>A team as the connector describes it.</summary>
/// <param name="Id">The team's id in the channel, which is the id of its General channel.</param>
/// <param name="Name">The name; its owners can change it.</param>
/// <param name="AadGroupId">The Entra group behind the team.</param>
/// <param name="TenantId">The tenant; not always told.</param>
public sealed record TeamDetails(string? Id, string? Name, string? AadGroupId, string? TenantId);
