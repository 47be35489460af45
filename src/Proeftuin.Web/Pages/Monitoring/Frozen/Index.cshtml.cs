// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Monitoring;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Monitoring.Frozen;

/// <summary>A frozen table: the same bytes for ever, beside what is known now.</summary>
[Requires(Permission.SeeMonitor)]
public sealed class IndexModel(SeeFrozen see) : ProeftuinPage
{
    [FromRoute(Name = "experiment")]
    public string Experiment { get; set; } = "";

    [FromRoute(Name = "table")]
    public Guid Table { get; set; }

    public SeeFrozen.View View { get; private set; } = null!;

    /// <summary>The groups whose exits are other now than when they were frozen, as they are now.</summary>
    public IReadOnlyDictionary<(Population Population, string Code), GroupOutcome> Differences { get; private set; } =
        new Dictionary<(Population, string), GroupOutcome>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await see.Handle(Experiment, Table, Actor, ct) is not Outcome<SeeFrozen.View>.Done { Value: var view })
        {
            return NotFound();
        }

        View = view;
        if (view.Now is { } now)
        {
            Differences = view
                .Monitor.Tables.Populations.SelectMany(p =>
                    p.Groups.Select(g => (p.Population, Then: g, Now: now.Of(p.Population).Groups))
                )
                .Select(g => (g.Population, g.Then, Now: g.Now.FirstOrDefault(n => n.Group.Code == g.Then.Group.Code)))
                .Where(g => g.Now is not null && !Figures(g.Then).SequenceEqual(Figures(g.Now)))
                .ToDictionary(g => (g.Population, g.Then.Group.Code), g => g.Now!);
        }

        return Page();
    }

    /// <summary>The bytes as they were frozen.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(CancellationToken ct) =>
        await see.Handle(Experiment, Table, Actor, ct) is Outcome<SeeFrozen.View>.Done { Value: var view }
            ? File(view.Document, "application/json", $"cijfers-{Experiment}-{view.Table.CountDate:yyyy-MM-dd}.json")
            : NotFound();

    public static long[] Figures(GroupOutcome g) => [g.People, g.Missing, g.Gross, g.Net, g.Left, g.OnBenefit];
}
