// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Screening;

/// <summary>Compares a delivery with the earlier ones: the same content is refused, an older reference date must be meant.</summary>
internal static class DeliveryOrder
{
    public static async Task<Refusal?> Check(
        ProeftuinDb db,
        ImportRegister.Command command,
        RegisterReading reading,
        CancellationToken ct
    )
    {
        var same = await db.Set<RegisterSnapshotRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                s => s.FileSha256 == reading.FileSha256 || s.ContentSha256 == reading.ContentSha256,
                ct
            );
        if (same is not null)
        {
            return new AlreadyDelivered(same.ReferenceDate, same.ImportedAt, same.FileSha256 == reading.FileSha256);
        }

        var latest = await db.Set<RegisterSnapshotRow>().MaxAsync(s => (DateOnly?)s.ReferenceDate, ct);
        return latest is { } newest && command.ReferenceDate is { } on && on < newest && !command.AcceptOlder
            ? new OlderThanLatest(on, newest)
            : null;
    }
}
