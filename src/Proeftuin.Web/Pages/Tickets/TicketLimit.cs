// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace Proeftuin.Web.Pages.Tickets;

/// <summary>How often one address may look up tickets: codes cannot be guessed by trying. Codes hold 100 random bits, so this limits load more than luck.</summary>
public static class TicketLimit
{
    public const string Policy = "lot";

    private const int PerMinute = 60;

    public static void AddTicketLimit(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(
                Policy,
                context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        context.Connection.RemoteIpAddress ?? IPAddress.None,
                        _ => new FixedWindowRateLimiterOptions
                        {
                            PermitLimit = PerMinute,
                            Window = TimeSpan.FromMinutes(1),
                        }
                    )
            );
        });
}
