// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Draw;

/// <summary>A page about one draw of an experiment.</summary>
public abstract class DrawPage(SeeDraw see) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string Experiment { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string DrawId { get; set; } = "";

    public DrawView Draw { get; private set; } = null!;

    public string Address => $"/experimenten/{Experiment}/lotingen/{DrawId}";

    /// <summary>Whether this account may take this step now.</summary>
    public bool May(DrawStep step) =>
        Draw.WeLead
        && DrawTransitions.All.FirstOrDefault(t => t.From == Draw.Row.State && t.Step == step) is { } transition
        && User.May(transition.Permission);

    /// <summary>Loads the draw and shows the page; an unknown draw is "not found".</summary>
    protected async Task<IActionResult> ShowDraw(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    protected async Task<bool> Load(CancellationToken ct)
    {
        var found = await see.Handle(Experiment, DrawId, Actor, ct);
        if (found is not Outcome<DrawView>.Done { Value: var draw })
        {
            return false;
        }

        Draw = draw;
        return true;
    }

    /// <summary>Done: back to the draw with a sentence. Refused: the same page with the reasons.</summary>
    protected async Task<IActionResult> Finish<T>(Outcome<T> outcome, Func<T, string> notice, CancellationToken ct)
    {
        if (outcome is Outcome<T>.Done { Value: var value })
        {
            Notice = notice(value);
            return Redirect(Address);
        }

        if (!await Load(ct))
        {
            return NotFound();
        }

        Refuse(outcome.Why);
        return Refused();
    }
}

/// <summary>How the ceremony's moments and states read on a screen.</summary>
public static class DrawWords
{
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>"3 oktober 2017, 14:00 uur" in Dutch time.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Netherlands);
        var time = local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return $"{Dutch.Date(DateOnly.FromDateTime(local.DateTime))}, {time} uur";
    }

    /// <summary>A Dutch clock time as a moment; null when that time does not exist (the hour that summer time skips).</summary>
    public static DateTimeOffset? OfDutchTime(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return Netherlands.IsInvalidTime(local) ? null : new DateTimeOffset(local, Netherlands.GetUtcOffset(local));
    }

    public static string TagOf(DrawState state) =>
        state switch
        {
            DrawState.Concept or DrawState.Frozen => "pt-tag pt-tag--info",
            DrawState.Committed or DrawState.Drawn => "pt-tag pt-tag--warning",
            DrawState.Verified or DrawState.Published => "pt-tag pt-tag--ok",
            DrawState.Annulled => "pt-tag pt-tag--error",
        };

    public static string Unit(UnitKind unit) => unit == UnitKind.Household ? "huishoudens" : "personen";

    public static string Sample(Sample sample) =>
        sample switch
        {
            Core.Draw.Sample.Overall o => $"{Dutch.Count(o.Size)} uit de hele lijst",
            Core.Draw.Sample.PerStratum p => string.Join(
                ", ",
                p.Sizes.Select(s => $"{Dutch.Count(s.Size)} uit {s.Stratum}")
            ),
            _ => "iedereen op de lijst",
        };

    public static string Assignment(Assignment assignment) =>
        assignment switch
        {
            Core.Draw.Assignment.Complete c => string.Join(", ", c.Arms.Select(a => $"{a.Arm} {Dutch.Count(a.Size)}")),
            Core.Draw.Assignment.Weighted w => "naar verhouding: "
                + string.Join(", ", w.Arms.Select(a => $"{a.Arm} {Dutch.Count(a.Weight)}")),
            Core.Draw.Assignment.Lottery l => $"{Dutch.Count(l.Places)} plaatsen, de anderen op de wachtlijst",
            _ => "",
        };
}
