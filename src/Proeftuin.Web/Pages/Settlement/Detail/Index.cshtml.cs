// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Detail;

/// <summary>One parameter through time, with its sources: for everybody, no personal data.</summary>
[Public]
public sealed class IndexModel : ProeftuinPage
{
    public Core.Settlement.Parameter Parameter { get; private set; } = null!;

    public IActionResult OnGet(string name)
    {
        if (ShippedParameters.Book.Named(name) is not { } found)
        {
            return NotFound();
        }

        Parameter = found;
        return Page();
    }
}
