// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Detail;

[Requires(Permission.SeeDraws)]
public sealed class IndexModel(SeeDraw see, DownloadDraw download, PlanDraw plan, TimeProvider clock) : DrawPage(see)
{
    private static readonly (DrawStep Step, string Text, string Page)[] Pages =
    [
        (DrawStep.Freeze, "Bevries de lijst", "bevriezen"),
        (DrawStep.Commit, "Leg alles vast", "vastleggen"),
        (DrawStep.RecordPublication, "Noteer waar de vastlegging is gepubliceerd", "publicatie"),
        (DrawStep.OpenSecret, "Open een geheim", "geheimen"),
        (DrawStep.EnterEntropy, "Voer de openbare waarde in", "openbare-waarde"),
        (DrawStep.Conduct, "Trek de loting", "trekken"),
        (DrawStep.Verify, "Controleer de loting", "controleren"),
        (DrawStep.Publish, "Publiceer de loting", "publiceren"),
        (DrawStep.MarkPlacement, "Markeer een plaatsing die een fout was", "markeren"),
        (DrawStep.RequestAnnulment, "Verklaar de loting nietig", "nietig"),
    ];

    public IReadOnlyList<(string Text, string Page)> Actions =>
        [.. Pages.Where(p => May(p.Step) && Useful(p.Step)).Select(p => (p.Text, p.Page))];

    /// <summary>Who still has to verify does not see the system's own digest: it must come from the other program.</summary>
    public bool ShowsDigest => Draw.Row.State != DrawState.Drawn || !User.May(Permission.VerifyDraw);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public Task<IActionResult> OnGetManifestAsync(CancellationToken ct) =>
        Give(DrawDocument.Manifest, "text/csv", "lijst.csv", ct);

    public Task<IActionResult> OnGetCommittedAsync(CancellationToken ct) =>
        Give(DrawDocument.Committed, "application/json", "vastlegging.json", ct);

    public Task<IActionResult> OnGetReceiptAsync(CancellationToken ct) =>
        Give(DrawDocument.Receipt, "application/json", "bewijs.json", ct);

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken ct)
    {
        var reason = Reason.Of("Nieuwe poging na nietigverklaring.").OrThrow();
        var planned = await plan.HandleNextAttempt(DrawId, reason, Actor, ct);
        DrawId = planned is Outcome<string>.Done { Value: var next } ? next : DrawId;
        return await Finish(planned, id => $"Loting {id} is gepland.", ct);
    }

    private bool Useful(DrawStep step)
    {
        var (row, due) = (Draw.Row, Draw.Row.EntropyMoment <= clock.GetUtcNow());
        return step switch
        {
            DrawStep.OpenSecret => due && Draw.Holders.Any(h => h.OpenedAt is null),
            DrawStep.EnterEntropy => due && row.Entropy is null && !Draw.TypedByMe,
            DrawStep.Conduct => due && row.ConductedAt is null,
            DrawStep.RecordPublication => !due,
            _ => true,
        };
    }

    private async Task<IActionResult> Give(DrawDocument document, string type, string name, CancellationToken ct)
    {
        if (!await Load(ct))
        {
            return NotFound();
        }

        var given = await download.Handle(DrawId, document, Actor, ct);
        return await Show(given, bytes => File(bytes, type, $"{DrawId}-{name}"));
    }
}
