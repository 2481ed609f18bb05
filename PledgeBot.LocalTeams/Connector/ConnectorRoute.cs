namespace PledgeBot.LocalTeams.Connector;

/// <summary>Says on an endpoint which operation it is.</summary>
internal sealed record ConnectorRoute(ConnectorOperation Operation);
