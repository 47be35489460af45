// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proeftuin.Core;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Forms;

/// <summary>What every page of ours can do: know who acts, and show a refusal as the error summary on the same page.</summary>
public abstract class ProeftuinPage : PageModel
{
    /// <summary>The signed-in account with its municipality and roles.</summary>
    protected Actor Actor => User.Actor();

    /// <summary>A sentence shown once, on the page after the redirect.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Done: go on (usually a redirect). Refused: load the page again and show why; nothing was saved.</summary>
    protected async Task<IActionResult> Show<T>(
        Outcome<T> outcome,
        Func<T, IActionResult> done,
        Func<Task>? reload = null
    )
    {
        if (outcome is Outcome<T>.Done { Value: var value })
        {
            return done(value);
        }

        Refuse(outcome.Why);
        if (reload is not null)
        {
            await reload();
        }

        return Refused();
    }

    /// <summary>Puts the reasons in the error summary.</summary>
    protected void Refuse(IEnumerable<Refusal> why)
    {
        foreach (var refusal in why)
        {
            ModelState.AddModelError("", refusal.Message);
        }
    }

    /// <summary>The same page with its errors, as status 422: the request was understood and nothing was saved.</summary>
    protected IActionResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
