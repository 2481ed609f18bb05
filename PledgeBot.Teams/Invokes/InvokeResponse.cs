using System.Text.Json;

namespace PledgeBot.Teams.Invokes;

/// <summary>The answer to a request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The HTTP body, or null for none.</param>
public sealed record InvokeResponse(int Status, JsonElement? Body = null)
{
    /// <summary>Gets the answer to a request that wants no content, and to one that was handled without any.</summary>
    public static InvokeResponse Ok { get; } = new(200);

    /// <summary>Gets the answer to a request that the bot does not know.</summary>
    public static InvokeResponse NotImplemented { get; } = new(501);

    /// <summary>Gets the answer to a request of the wrong shape. For card actions use <see cref="CardActionAnswer.Error"/>.</summary>
    public static InvokeResponse BadRequest { get; } = new(400);
}
