// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Exchange.Parameters;

/// <summary>Reads parameters/vakantieaanspraak.yaml: the claim on holiday pay over net earnings, in stretches, per period.</summary>
public static class HolidayClaimFile
{
    private sealed record Stretches(Period Valid, string Source, IReadOnlyList<HolidayClaimBracket> Brackets);

    private sealed record Raw(string Article, IReadOnlyList<Stretches> Periods);

    public static Outcome<IReadOnlyList<Dated<HolidayClaim>>> Read(string text) =>
        new YamlReading().Read(text, Whole).Then(Check);

    private static Outcome<IReadOnlyList<Dated<HolidayClaim>>> Check(Raw raw)
    {
        var read = new List<Dated<HolidayClaim>>();
        foreach (var period in raw.Periods)
        {
            if (read.Exists(r => r.Valid.Overlaps(period.Valid)))
            {
                return new ParameterRowsOverlap("vakantieaanspraak", period.Valid.From);
            }

            var claim = HolidayClaim.Of(period.Brackets);
            if (!claim.IsDone)
            {
                return new Outcome<IReadOnlyList<Dated<HolidayClaim>>>.Refused(claim.Why);
            }

            read.Add(new(claim.OrThrow(), period.Valid, null, new Citation(raw.Article, period.Source)));
        }

        return read;
    }

    private static Raw Whole(MapReader file)
    {
        if (!string.Equals(file.Text("parameter"), "vakantieaanspraak", StringComparison.Ordinal))
        {
            file.Wrong("parameter", "Dit is een ander parameterbestand.", "'parameter: vakantieaanspraak'.");
        }

        file.Text("naam");
        return new(
            file.Text("artikel"),
            file.Sections(
                "perioden",
                p => new Stretches(Validity.Of(p), p.Text("bron"), p.Sections("schijven", Bracket))
            )
        );
    }

    private static HolidayClaimBracket Bracket(MapReader s) =>
        new(
            new Eur(s.Integer("vanaf", 0, 10_000_000)),
            s.IntegerOrNone("tot", 1, 10_000_000) is { } before ? new Eur(before) : null,
            s.Integer("deel", 0, 10_000),
            new Eur(s.Integer("min", 0, 1_000_000))
        );
}
