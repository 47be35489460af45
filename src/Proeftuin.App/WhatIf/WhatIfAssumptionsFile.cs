// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Settlement.WhatIf;

namespace Proeftuin.App.WhatIf;

/// <summary>Reads the assumptions of an invented population. Strict, and every number carries where it comes from and how sure it is.</summary>
public static class WhatIfAssumptionsFile
{
    private static readonly Lazy<WhatIfAssumptions> Once = new(() =>
        Read(ShippedFiles.Text(Path.Combine("parameters", "wat-als"), "bevolking.yaml")).OrThrow()
    );

    /// <summary>The assumptions that travel with the program. A broken file is a broken program, so it throws.</summary>
    public static WhatIfAssumptions Shipped => Once.Value;

    public static Outcome<WhatIfAssumptions> Read(string text) => new YamlReading().Read(text, Whole);

    private static WhatIfAssumptions Whole(MapReader file)
    {
        var grounds = new List<WhatIfGround>();
        file.Text("bevolking");
        var warning = file.Text("waarschuwing");
        // a section that is missing is a fault already, so what stands in for it is never used
        var types = file.Section("leefvormen", t => Types(t, grounds)) ?? [];
        var sharers = file.Section("kostendelers", c => CostSharers(c, grounds)) ?? new(0, 0);
        int Share(string key, string what) => file.Section(key, s => Shared(s, what, grounds)) is { } s ? s.Tenths : 0;
        return new()
        {
            Warning = warning,
            Types = types,
            OneCostSharer = sharers.One,
            TwoCostSharers = sharers.Two,
            Under27 = Share("onder_27", "Jonger dan 27 jaar"),
            Decided = Share("besluit", "De gemeente besloot dat de vrijlating helpt"),
            HoursLimited = Share("urenbeperkt", "Medisch urenbeperkt"),
            WageSubsidy = Share("loonkostensubsidie", "Doelgroep loonkostensubsidie"),
            MoreHoursNotPossible = Share("meer_uren_kan_niet", "Meer uren werken kan niet"),
            Works = Share("werkt", "Heeft loon in een maand"),
            StopsEachMonth = Share("stopt_per_maand", "Met loon, en de maand erna zonder"),
            VaryingPay = Share("wisselend_loon", "Loon dat elke maand anders is"),
            Pay = file.Section("loon", l => Pay(l, grounds)) is { } pay ? pay.Tenths : [],
            NUsedUp = Share("n_opgebruikt", "Alle maanden van onderdeel n zijn al gebruikt"),
            Grounds = grounds,
        };
    }

    private sealed record Tenth(int Tenths);

    private sealed record Paid(IReadOnlyList<Eur> Tenths);

    private sealed record Amount(Eur Value);

    private sealed record Sharers(int One, int Two);

    private static Tenth Shared(MapReader s, string what, List<WhatIfGround> grounds)
    {
        var share = s.PercentTenths("aandeel");
        Note(s, grounds, what, Percent(share));
        return new(share);
    }

    private static IReadOnlyList<(Core.Screening.HouseholdType, int)> Types(MapReader t, List<WhatIfGround> grounds)
    {
        (Core.Screening.HouseholdType Type, int Share)[] types =
        [
            .. HouseholdMonthFile.Types.All.Select(word => (word.Meaning, t.PercentTenths(word.Word))),
        ];
        if (types.Sum(k => k.Share) != 1000)
        {
            t.Wrong("alleenstaande", "De leefvormen zijn samen geen 100%.", "percentages die samen 100 zijn.");
        }

        Note(
            t,
            grounds,
            "Alleenstaand, alleenstaande ouder, gehuwd",
            string.Join(", ", types.Select(k => Percent(k.Share)))
        );
        return types;
    }

    private static Sharers CostSharers(MapReader c, List<WhatIfGround> grounds)
    {
        var sharers = new Sharers(c.PercentTenths("een"), c.PercentTenths("twee"));
        if (sharers.One + sharers.Two > 1000)
        {
            c.Wrong("een", "Samen is dit meer dan 100%.", "percentages die samen hoogstens 100 zijn.");
        }

        Note(c, grounds, "Eén en twee kostendelers", $"{Percent(sharers.One)}, {Percent(sharers.Two)}");
        return sharers;
    }

    private static Paid Pay(MapReader l, List<WhatIfGround> grounds)
    {
        IReadOnlyList<Eur> tenths = [.. l.Sections("tienden", a => new Amount(a.Euro("bedrag"))).Select(a => a.Value)];
        if (tenths.Count != 11 || tenths.Zip(tenths.Skip(1)).Any(p => p.Second < p.First) || tenths[0] <= Eur.Zero)
        {
            l.Wrong("tienden", "De lonen kloppen niet.", "elf bedragen boven nul die niet dalen.");
        }
        else
        {
            Note(l, grounds, "Nettoloon per maand, laagste en hoogste", $"{tenths[0]}, {tenths[^1]}");
        }

        return new(tenths);
    }

    private static void Note(MapReader section, List<WhatIfGround> grounds, string what, string value) =>
        grounds.Add(new(what, value, section.Text("bron"), section.Text("zekerheid")));

    private static string Percent(int tenths) =>
        $"{Dutch.Count(tenths / 10)}{(tenths % 10 == 0 ? "" : $",{Dutch.Count(tenths % 10)}")}%";
}
