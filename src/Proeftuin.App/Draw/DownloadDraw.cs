// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>What the signers of a draw can take home.</summary>
public enum DrawDocument
{
    /// <summary>The frozen list: lines "pseudonym;stratum".</summary>
    Manifest,

    /// <summary>The committed record.</summary>
    Committed,

    /// <summary>The signed receipt; exists only after the draw.</summary>
    Receipt,
}

/// <summary>Gives a document of a draw, byte for byte as it was hashed.</summary>
public sealed class DownloadDraw(Work work)
{
    public Task<Outcome<byte[]>> Handle(string drawId, DrawDocument document, Actor actor, CancellationToken ct) =>
        work.Look<byte[]>(
            actor,
            Permission.SeeDraws,
            async db =>
            {
                var found = await DrawFile.Find(db, drawId, ct);
                return found is Outcome<DrawRow>.Done { Value: var row }
                    ? await Bytes(db, row, document, ct)
                    : new Outcome<byte[]>.Refused(found.Why);
            },
            ct
        );

    private static async Task<Outcome<byte[]>> Bytes(
        ProeftuinDb db,
        DrawRow row,
        DrawDocument document,
        CancellationToken ct
    ) =>
        document switch
        {
            DrawDocument.Manifest => row.FrozenAt is null
                ? new NotThereYet(row.State)
                : (await DrawFile.Frame(db, row.Id, ct)).Manifest(),
            DrawDocument.Committed => row.Committed is null
                ? new NotThereYet(row.State)
                : Encoding.UTF8.GetBytes(row.Committed),
            DrawDocument.Receipt => await db.Set<DrawReceiptRow>().SingleOrDefaultAsync(r => r.DrawRowId == row.Id, ct)
                is { } receipt
                ? receipt.Document
                : new NotThereYet(row.State),
        };
}

/// <summary>The document does not exist in this state of the draw.</summary>
public sealed record NotThereYet(DrawState State) : Refusal
{
    public override string Message => $"Deze loting is {State.Dutch()}; dit stuk bestaat nog niet.";
}
