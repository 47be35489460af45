// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Settlement;

/// <summary>What is to be paid with a month, per benefit number, as CSV for the benefit system: amounts in euros with a comma, control totals in the last lines.</summary>
public sealed class ExportPayments(Work work)
{
    public Task<Outcome<byte[]>> Handle(Month month, Actor actor, CancellationToken ct) =>
        work.Read<byte[]>(
            actor,
            Permission.SeeStatements,
            async (db, entry) =>
            {
                var rows = await (
                    from p in db.Set<PaymentRow>().AsNoTracking()
                    join h in db.Set<HouseholdRow>() on p.HouseholdId equals h.Id
                    where p.Month == month.FirstDay
                    orderby h.Number
                    select new { h.Number, Paid = p }
                ).ToListAsync(ct);
                entry.Record(
                    "verrekening.uitbetaling.opgehaald",
                    $"verrekening/{month}",
                    Reason.Of("Betaalbestand voor het uitkeringssysteem opgehaald").OrThrow(),
                    count: rows.Count
                );
                var text = new StringBuilder(
                    "\uFEFFhuishouden;maand;bijstand;vakantietoeslag;nabetaling;verrekend;te betalen\r\n"
                );
                foreach (var row in rows)
                {
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"{DefectCsv.Neutral(row.Number)};{month};{Euro(row.Paid.BenefitCents)};{Euro(row.Paid.HolidayCents)};{Euro(row.Paid.BackPaymentCents)};{Euro(row.Paid.SetOffCents)};{Euro(row.Paid.ToPayCents)}\r\n"
                    );
                }

                text.Append(CultureInfo.InvariantCulture, $"#controle;huishoudens;{rows.Count}\r\n");
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"#controle;te betalen;{Euro(rows.Sum(r => r.Paid.ToPayCents))}\r\n"
                );
                return Encoding.UTF8.GetBytes(text.ToString());
            },
            ct
        );

    private static string Euro(long cents) => (cents / 100m).ToString("0.00", Dutch.Numbers);
}
