// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Monitoring;
using Proeftuin.Core.Monitoring;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Monitoring;

/// <summary>A page about the figures of one experiment. What is asked for stands in the address, so that a figure can be linked: count date, what was known on a day, population and lottery.</summary>
public abstract class MonitorPage : ProeftuinPage
{
    [FromRoute(Name = "experiment")]
    public string Experiment { get; set; } = "";

    [FromQuery(Name = "tel")]
    public DateOnly? CountDate { get; set; }

    [FromQuery(Name = "bekend")]
    public DateOnly? KnownOn { get; set; }

    [FromQuery(Name = "groep")]
    public string? Group { get; set; }

    [FromQuery(Name = "loting")]
    public string? Draw { get; set; }

    public Population Population => PopulationWords.Of(Group);

    protected MonitorQuery Query => new(Experiment, CountDate, KnownOn, Draw);

    /// <summary>The same question with some of it changed, as an address.</summary>
    public string Address(string path = "", Population? population = null)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("tel", CountDate?.ToString("O", CultureInfo.InvariantCulture)),
            ("bekend", KnownOn?.ToString("O", CultureInfo.InvariantCulture)),
            ("groep", population is { } other ? PopulationWords.Code(other) : Group),
            ("loting", Draw),
        };
        var query = string.Join(
            '&',
            parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}")
        );
        return $"/experimenten/{Experiment}/cijfers{path}{(query.Length > 0 ? "?" + query : "")}";
    }
}
