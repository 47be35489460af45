// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Proeftuin.App.Accounts;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Access.SetUpSecondStep;

[SignedIn]
[EnableRateLimiting(SignInSetup.RateLimit)]
public sealed class IndexModel(SecondFactor secondFactor) : ProeftuinPage
{
    [BindProperty]
    public string? Code { get; set; }

    public string? Key { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>In groups of four, to type over.</summary>
    public string ReadableKey => string.Join(' ', (Key ?? "").Chunk(4).Select(four => new string(four)));

    public IHtmlContent Picture =>
        QrPicture.Of(
            $"otpauth://totp/Proeftuin:{Uri.EscapeDataString(User.Identity!.Name!)}?secret={Key}&issuer=Proeftuin&digits=6",
            "QR-code met de sleutel voor uw app; de sleutel staat ook als tekst op deze pagina"
        );

    public async Task OnGetAsync(CancellationToken ct)
    {
        var outcome = await secondFactor.Begin(User.AccountId(), ct);
        Refuse(outcome.Why);
        Key = outcome.Match<string?>(key => key, _ => null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await secondFactor.Handle(User.AccountId(), Code, ct);
        if (!outcome.IsDone)
        {
            await OnGetAsync(ct);
            Refuse(outcome.Why);
            return Refused();
        }

        // The codes are shown once, so this page is the answer and not a redirect.
        var ready = outcome.OrThrow();
        RecoveryCodes = ready.RecoveryCodes;
        var municipality = Guid.TryParse(User.FindFirst(ActorClaims.Municipality)?.Value, out var id)
            ? id
            : (Guid?)null;
        await HttpContext.Begin(User.AccountId(), ready.Stamp, municipality, withCode: true);
        return Page();
    }
}
