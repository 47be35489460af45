// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Demo;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Rehearsal;

/// <summary>Somebody in the made register: the BSN under which facts are delivered, and since when they are on benefit.</summary>
internal sealed record CastMember(string Bsn, DateOnly Since, string CaseManager);

/// <summary>Everybody in the registers that were delivered so far, in the order of the deliveries, found by the pseudonym the administration gave them.</summary>
internal sealed class Cast(Scene scene)
{
    private static readonly int BsnColumn = ColumnOf(RegisterField.Bsn);
    private static readonly int SinceColumn = ColumnOf(RegisterField.BenefitSince);
    private static readonly int CaseManagerColumn = ColumnOf(RegisterField.CaseManager);

    private readonly Dictionary<Guid, CastMember> members = [];
    private readonly List<Guid> order = [];

    public IReadOnlyList<Guid> InOrder => order;

    public CastMember this[Guid person] => members[person];

    /// <summary>The names of case managers in the register, in ordinal order.</summary>
    public IReadOnlyList<string> CaseManagers =>
        [.. members.Values.Select(m => m.CaseManager).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Adds the people of a delivery that were not in an earlier one.</summary>
    public async Task Meet(MadeRegister register)
    {
        var keys = scene.Stage.Service<KeyRing>();
        var municipality = scene.Lead.MunicipalityId;
        var ids = await scene.Stage.See(
            municipality,
            db => db.Set<PersonRow>().Select(p => new { p.Id, p.BsnLookup }).ToListAsync(scene.Ct),
            scene.Ct
        );
        var known = ids.ToDictionary(p => Convert.ToHexString(p.BsnLookup), p => p.Id, StringComparer.Ordinal);
        foreach (var row in register.Rows)
        {
            var bsn = Bsn.Of(row[BsnColumn]).OrThrow();
            var person = known[Convert.ToHexString(keys.Lookup(municipality, bsn))];
            if (members.TryAdd(person, new(row[BsnColumn], DateOf(row[SinceColumn]), row[CaseManagerColumn])))
            {
                order.Add(person);
            }
        }
    }

    private static int ColumnOf(RegisterField field) =>
        RegisterColumns.All.Select((c, i) => (c.Field, i)).First(c => c.Field == field).i;

    private static DateOnly DateOf(string cell) => DateOnly.ParseExact(cell, "d-M-yyyy", CultureInfo.InvariantCulture);
}
