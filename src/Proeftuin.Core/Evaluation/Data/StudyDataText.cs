// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;

namespace Proeftuin.Core.Evaluation.Data;

/// <summary>
/// A data set as text that R, Stata and a person can read: lines that begin with # say what it is, then comma-separated columns. Written in one way
/// only, so that the same data are the same bytes: fixed columns, people in order of pseudonym, line feeds, no spaces, an empty cell for what is not known.
/// </summary>
public static class StudyDataText
{
    public const string Version = "proeftuin.dataset.1";

    internal static readonly IReadOnlyList<string> Columns =
    [
        "pseudoniem",
        "eenheid",
        "groep",
        "loting",
        "gevolgd_vanaf",
        "plaats",
        "toestemming",
        "begin",
        "gestopt",
        "ingetrokken",
        "gevolgd_tot",
        "leeftijd",
        "geslacht",
        "opleiding",
        "maanden_bijstand",
        "afstand_tot_werk",
        "uitkomst_bekend",
        "eerste_uitstroom",
        "reden",
        "uitstroom_werk",
        "uitstroom_werk_sinds_begin",
        "bijstand_op_teldatum",
        "doel_bepaald",
        "kansrijk",
    ];

    public static string Write(StudyData data)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line($"# {Version}");
        Line($"# experiment {data.Experiment}");
        Line($"# protocol {data.ProtocolSha256}");
        Line($"# teldatum {Day(data.CountDate)}");
        Line($"# bekend_op {Day(data.KnownOn)}");
        Line($"# gevolgd_vanaf {Day(data.FollowedFrom)}");
        foreach (var reason in data.Reasons)
        {
            Line($"# reden {reason.Code} {(reason.ToWork ? "werk" : "anders")} {reason.Name}");
        }

        Line(
            string.Join(
                ',',
                Columns.Concat(data.Months.Select(m => $"stand_{m}")).Concat(data.Months.Select(m => $"cent_{m}"))
            )
        );
        foreach (var person in data.People.OrderBy(p => p.Pseudonym, StringComparer.Ordinal))
        {
            Line(string.Join(',', Cells(person)));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Cells(StudyPerson p) =>
        new[]
        {
            p.Pseudonym,
            p.Unit,
            p.Arm ?? "",
            p.Draw ?? "",
            Day(p.FollowedFrom),
            PlaceWord(p.Places),
            Day(p.ConsentedOn),
            Day(p.StartsOn),
            Day(p.StoppedOn),
            YesNo(p.DataWithdrawn),
            Day(p.FollowedUntil),
            Number(p.Traits.Age),
            p.Traits.Sex ?? "",
            p.Traits.Education ?? "",
            Number(p.Traits.MonthsOnBenefit),
            p.Traits.DistanceToWork ?? "",
            YesNo(p.OutcomeKnown),
            Day(p.FirstExit),
            p.FirstExitReason ?? "",
            Day(p.WorkExit),
            Day(p.WorkExitSinceStart),
            YesNo(p.OnBenefit),
            YesNo(p.HasGoal),
            YesNo(p.Promising),
        }
            .Concat(p.Months.Select(m => m is { } seen ? State(seen) : ""))
            .Concat(p.Months.Select(m => m is { } seen ? Number(seen.SettledCents) : ""));

    private static string State(MonthSeen month) =>
        month.OnBenefitAtEnd ? "bijstand"
        : month.OnBenefitInMonth ? "deels"
        : "geen";

    internal static string PlaceWord(PlacesLot places) =>
        places switch
        {
            PlacesLot.None => "",
            PlacesLot.Admitted => "geplaatst",
            PlacesLot.Waiting => "wachtlijst",
        };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string YesNo(bool? value) =>
        value switch
        {
            null => "",
            true => "ja",
            false => "nee",
        };

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
