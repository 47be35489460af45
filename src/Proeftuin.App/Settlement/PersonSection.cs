// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>One person of a household-month file, with the months used before and what was paid.</summary>
internal static class PersonSection
{
    public static readonly Words<IncomeKind> Kinds = new(
        ("loon", IncomeKind.Wage),
        ("loon_bij_ziekte", IncomeKind.SickPay),
        ("zwangerschap", IncomeKind.MaternityBenefit),
        ("stage", IncomeKind.InternshipPay),
        ("ontslagvergoeding", IncomeKind.Severance),
        ("alimentatie", IncomeKind.Alimony),
        ("ziektewet", IncomeKind.SicknessBenefit),
        ("anw", IncomeKind.SurvivorsBenefit),
        ("ander", IncomeKind.Other)
    );

    private static readonly Words<PayRhythm> Rhythms = new(
        ("maand", PayRhythm.Monthly),
        ("vier_weken", PayRhythm.FourWeekly),
        ("week", PayRhythm.Weekly)
    );

    internal sealed record Read(
        string Id,
        MonthCounters Counters,
        SettledPerson Person,
        string? Group,
        DateOnly? GroupSince,
        DateOnly? GroupUpTo,
        IReadOnlyList<Outcome<Income>> Incomes,
        Month Month
    )
    {
        public Outcome<SettledPerson> Judge()
        {
            var refused = Incomes.FirstOrDefault(i => !i.IsDone);
            if (refused is not null)
            {
                return new Outcome<SettledPerson>.Refused(refused.Why);
            }

            var person = Person with { Incomes = [.. Incomes.Select(i => i.OrThrow())] };
            return Group is null
                ? person
                : GroupRules
                    .Named(Group)
                    .Then(group =>
                        Within(group).Map(period => person with { Arm = new ArmMembership(group.Rule, period) })
                    );
        }

        /// <summary>The days the file gives; what it leaves out is that of the experiment.</summary>
        private Outcome<Period> Within(GroupRule group)
        {
            var from = GroupSince ?? group.Run?.From ?? Month.FirstDay;
            return (GroupUpTo?.AddDays(1) ?? group.Run?.Before) is { } before
                ? Period.FromUpTo(from, before)
                : Period.Since(from);
        }
    }

    public static Read Of(MapReader p, Month month)
    {
        var label = p.Text("wie");
        var group = p.TextOrNone("groep");
        var since = p.DateOrNone("groep_sinds");
        var upTo = p.DateOrNone("groep_tot_en_met");
        return new(
            label,
            new()
            {
                N = Count(p, "maanden_n"),
                R = RunOf(Count(p, "maanden_r"), month),
                Z = RunOf(Count(p, "maanden_z"), month),
                Arm = p.IntegerOrNone("maanden_groep", 0, 120) ?? 0,
                Article34a = RunOf(p.IntegerOrNone("maanden_34a", 0, 120) ?? 0, month),
            },
            new()
            {
                Id = label,
                Label = label,
                Born = p.Date("geboren"),
                HelpsTowardsWork = p.DateOrNone("helpt_naar_werk_sinds") is { } helps ? Period.Since(helps) : null,
                MedicallyHoursLimited = p.YesNoOr("medisch_urenbeperkt", otherwise: false),
                WageSubsidyTargetGroup = p.YesNoOr("doelgroep_loonkostensubsidie", otherwise: false),
                MoreHoursNotPossible = p.DateOrNone("meer_uren_niet_mogelijk_sinds") is { } day
                    ? Period.Since(day)
                    : null,
                NewJobSince = p.DateOrNone("nieuwe_baan_sinds"),
                InInstitution = p.YesNoOr("inrichting", otherwise: false),
            },
            group,
            since,
            upTo,
            [.. p.SectionsOrNone("inkomsten", i => new Paid(Income(i))).Select(i => i.Income)],
            month
        );
    }

    private sealed record Paid(Outcome<Income> Income);

    private static Outcome<Income> Income(MapReader i)
    {
        var (holiday, paid, earned, travel, estimate) = (
            i.EuroOrNone("vakantiegeld") ?? Eur.Zero,
            i.EuroOrNone("reservering_uitbetaald") ?? Eur.Zero,
            i.EuroOrNone("reservering_opgebouwd") ?? Eur.Zero,
            i.EuroOrNone("reiskosten") ?? Eur.Zero,
            i.YesNoOr("geschat", otherwise: false)
        );
        return Core
            .Settlement.Income.Of(
                i.Text("van"),
                i.Choice("soort", Kinds),
                i.ChoiceOrNone("per", Rhythms) ?? PayRhythm.Monthly,
                i.Date("vanaf"),
                i.Euro("netto"),
                i.DateOrNone("ziek_sinds"),
                i.Has("feitelijk_loon") ? i.YesNo("feitelijk_loon") : NotSaid(i)
            )
            .Map(income =>
                income with
                {
                    HolidayPayPaid = holiday,
                    ReservationsPaid = paid,
                    ReservationsEarned = earned,
                    TravelCosts = travel,
                    IsEstimate = estimate,
                }
            );
    }

    private static bool? NotSaid(MapReader i)
    {
        i.TextOrNone("feitelijk_loon");
        return null;
    }

    private static int? Count(MapReader p, string key)
    {
        if (string.Equals(p.Text(key), "onbekend", StringComparison.Ordinal))
        {
            return null;
        }

        return p.Integer(key, 0, 600);
    }

    private static Run RunOf(int? used, Month month) => used is { } n ? Run.After(n, month) : Run.NotKnown;
}
