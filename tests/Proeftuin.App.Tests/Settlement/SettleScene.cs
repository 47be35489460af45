// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Monitoring;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>
/// Wageningen with single persons of 1980 (months of n: three). Person 2 is in the group that keeps half up to € 199. Income is written as
/// "2 2018-01 450,00 strook-1 2018-01-25", with "schatting" behind it for an estimate.
/// </summary>
internal sealed class SettleScene : IAsyncDisposable
{
    public const string Header = "bsn;maand;soort;netto;periode;werkgever;loonstrook;datum strook;schatting";

    /// <summary>The norm of January 2018 without holiday allowance: 95% of € 992,12.</summary>
    public static readonly Eur Norm2018 = new(942_51);

    private SettleScene(FactScene facts) =>
        (Facts, Officer, Second) = (
            facts,
            facts.Store.Actor(Role.IncomeOfficer),
            facts.Store.Actor(Role.IncomeOfficer)
        );

    public FactScene Facts { get; }

    public Store Store => Facts.Store;

    public Actor Officer { get; }

    public Actor Second { get; }

    public static async Task<SettleScene> New(Databases databases, DatabaseKind kind, int people = 4, int drawn = 4) =>
        new(await FactScene.New(databases, kind, people, drawn));

    public string Csv(params string[] rows) =>
        string.Join(
            '\n',
            rows.Select(r => r.Split(' '))
                .Select(r =>
                    $"{Facts.Of(r[0])};{r[1]};loon;{r[2]};maand;bakkerij;{r[3]};{r[4]};{(r.Length > 5 ? "ja" : "nee")}"
                )
                .Prepend(Header)
        );

    public Task<Outcome<ImportIncome.Accepted>> Deliver(string csv, string month, DateOnly today, Guid? onceKey = null)
    {
        Facts.Clock.Now = FactScene.At(today);
        return Store.Use(
            (ImportIncome use) =>
                use.Handle(
                    new(Encoding.UTF8.GetBytes(csv), MonthOf(month), "salarisbestand"),
                    Officer,
                    progress: null,
                    CancellationToken.None
                ),
            onceKey
        );
    }

    public Task<Outcome<SettleMonth.Settled>> Settle(string month, DateOnly today)
    {
        Facts.Clock.Now = FactScene.At(today);
        return Store.Use(
            (SettleMonth use) =>
                use.Handle(
                    new(MonthOf(month), "Maandelijkse verrekening"),
                    Officer,
                    progress: null,
                    CancellationToken.None
                )
        );
    }

    public async Task<IReadOnlyList<StatementRow>> Statements(string person)
    {
        var household = await HouseholdOf(person);
        return
        [
            .. (await Store.Rows<StatementRow>())
                .Where(s => s.HouseholdId == household)
                .OrderBy(s => s.Month)
                .ThenBy(s => s.Number),
        ];
    }

    public async Task<IReadOnlyList<PaymentRow>> Payments(string person)
    {
        var household = await HouseholdOf(person);
        return [.. (await Store.Rows<PaymentRow>()).Where(p => p.HouseholdId == household).OrderBy(p => p.Month)];
    }

    /// <summary>Households are numbered U0, U1, … in the order of the people.</summary>
    public async Task<Guid> HouseholdOf(string person) =>
        (await Store.Rows<HouseholdRow>()).Single(h => h.Number == $"U{person}").Id;

    public static Month MonthOf(string text) =>
        Month.Of(DateOnly.Parse(text + "-01", System.Globalization.CultureInfo.InvariantCulture));

    public ValueTask DisposeAsync() => Facts.DisposeAsync();
}
