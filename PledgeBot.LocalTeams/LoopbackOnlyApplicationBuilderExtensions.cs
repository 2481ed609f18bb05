using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams;

/// <summary>Shuts everybody but this machine out of a whole host.</summary>
public static class LoopbackOnlyApplicationBuilderExtensions
{
    /// <summary>
    /// Answers 403 to every request that does not come from this machine under its own name, and to every change that another
    /// web page asks a browser here to make. <see cref="LocalTeamsEndpointRouteBuilderExtensions.MapLocalTeams"/> asks for no
    /// credentials, and neither does a bot in local mode: this stands before both.
    /// </summary>
    public static IApplicationBuilder UseLoopbackOnly(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (LoopbackOnly.Allows(context))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await context.Response.WriteAsync(LoopbackOnly.Refusal, context.RequestAborted);
    });
}
