// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.RateLimiting;

namespace Proeftuin.Web.Access;

/// <summary>Signing in with local accounts: two cookies, checked at every request.</summary>
public static class SignInSetup
{
    public const string RateLimit = "aanmelden";

    public static void AddProeftuinSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("Proeftuin");
        services.AddHttpContextAccessor();
        services.AddScoped<Entrance>();
        services
            .AddAuthentication(Sessions.Scheme)
            .AddCookie(Sessions.Scheme, SessionCookie)
            .AddCookie(
                Sessions.HalfScheme,
                cookie =>
                {
                    Safe(cookie.Cookie);
                    cookie.Cookie.Name = "proeftuin-tweede-stap";
                    cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
                    cookie.SlidingExpiration = false;
                }
            );
        var perMinute = int.TryParse(configuration["SignInsPerMinute"], CultureInfo.InvariantCulture, out var set)
            ? set
            : 60;
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(
                RateLimit,
                http =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        http.Connection.RemoteIpAddress,
                        _ => new FixedWindowRateLimiterOptions
                        {
                            PermitLimit = perMinute,
                            Window = TimeSpan.FromMinutes(1),
                        }
                    )
            );
        });
    }

    private static void SessionCookie(CookieAuthenticationOptions cookie)
    {
        Safe(cookie.Cookie);
        cookie.Cookie.Name = "proeftuin";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(1);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/inloggen";
        cookie.ReturnUrlParameter = "terug";
        cookie.Events.OnValidatePrincipal = Sessions.Validate;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            if (context.HttpContext.User.Hindrance() is { } first)
            {
                context.Response.Redirect(first);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }

            return Task.CompletedTask;
        };
    }

    /// <summary>Not readable by script, not sent along by other sites, over https only when we are on https.</summary>
    private static void Safe(CookieBuilder cookie)
    {
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }
}
