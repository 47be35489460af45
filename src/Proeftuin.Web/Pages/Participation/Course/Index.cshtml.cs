// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Course;

/// <summary>The flow of everyone drawn on a day, as known on a day; both days are in the address, so that a figure can be linked.</summary>
[Requires(Permission.SeeFlow)]
public sealed class IndexModel(SeeFlow see) : ParticipationPage
{
    [BindProperty(SupportsGet = true, Name = "op")]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true, Name = "bekend")]
    public DateOnly? KnownOn { get; set; }

    [BindProperty(SupportsGet = true, Name = "loting")]
    public string? DrawId { get; set; }

    public SeeFlow.View? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var draw = string.IsNullOrEmpty(DrawId) ? null : DrawId;
        var seen = await see.Handle(new(Experiment, draw, On, KnownOn), Actor, ct);
        if (seen.Why.OfType<App.Design.NoSuchExperiment>().Any())
        {
            return NotFound();
        }

        return await Show(
            seen,
            view =>
            {
                View = view;
                return Page();
            }
        );
    }

    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The rows of the table: a name and how to count it in an arm. Those within add up to the one above. <paramref name="approached"/> is how everyone who was asked is called.</summary>
    public static IReadOnlyList<(string Name, bool Within, Func<ArmFlow, int> Count)> Rows(string approached) =>
        [
            ("Geloot", false, a => a.Drawn),
            ("niet benaderd (nog niet, of referentie)", true, a => a.NotInvited),
            (approached, true, a => a.Invited),
            (Dutch.Capital(approached), false, a => a.Invited),
            ("wil niet", true, a => a.Declined),
            ("geen antwoord", true, a => a.NoReply),
            ("nog open", true, a => a.Undecided),
            ("aangemeld", true, a => a.Consented),
            ("Aangemeld", false, a => a.Consented),
            ("wachtlijst", true, a => a.WaitingList),
            ("vóór de eigen start", true, a => a.BeforeStart),
            ("gestopt vóór de start", true, a => a.StoppedBeforeStart),
            ("door de gemeente beëindigd vóór de start", true, a => a.EndedBeforeStart),
            ("begonnen", true, a => a.Started),
            ("Begonnen", false, a => a.Started),
            ("doet mee", true, a => a.Active),
            ("gestopt", true, a => a.Stopped),
            ("door de gemeente beëindigd", true, a => a.Ended),
            ("afgerond", true, a => a.Completed),
            ("In de analyse: iedereen die is geloot, zonder wie de gegevens introk", false, a => a.Analysed),
            ("Gegevens ingetrokken: telt als aantal, uitkomst onbekend", false, a => a.DataWithdrawn),
        ];
}
