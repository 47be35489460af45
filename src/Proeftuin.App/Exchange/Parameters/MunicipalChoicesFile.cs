// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Exchange.Parameters;

/// <summary>A municipal choice as the file explains it; <see cref="Default"/> is null where somebody must choose first, and <see cref="NoDefault"/> then says why.</summary>
public sealed record ExplainedChoice(
    ChoiceKey Key,
    string Question,
    ChoiceWord? Default,
    string? NoDefault,
    string Reason,
    string Source
);

/// <summary>Reads parameters/gemeentekeuzes.yaml. Refuses a choice without a reason or source, one that is missing and one that stands there twice.</summary>
public static class MunicipalChoicesFile
{
    private static readonly MunicipalChoices Nothing = new()
    {
        FourWeeklyPay = default,
        HolidayPay = default,
        Reservations = default,
        Rounding = default,
        Estimate = default,
        DeductTravelCosts = false,
        ArmMonthsUseUpN = false,
        ExemptWithoutBenefit = false,
        EarningsJumpBasisPoints = null,
        SetOffBasisPoints = null,
        Severance = null,
        CoupleMaximumFor = null,
    };

    private static readonly Lazy<IReadOnlyList<ExplainedChoice>> Once = new(() =>
        Read(ShippedFiles.Text("parameters", "gemeentekeuzes.yaml")).OrThrow()
    );

    private static readonly Lazy<MunicipalChoices> OnceChosen = new(() =>
        Shipped.Select(c => c.Default).OfType<ChoiceWord>().Aggregate(Nothing, (made, word) => word.Apply(made))
    );

    /// <summary>The choices that travel with the program, each with its reason. A broken file is a broken program, so it throws.</summary>
    public static IReadOnlyList<ExplainedChoice> Shipped => Once.Value;

    public static MunicipalChoices Defaults => OnceChosen.Value;

    public static Outcome<IReadOnlyList<ExplainedChoice>> Read(string text) => new YamlReading().Read(text, Whole);

    private static IReadOnlyList<ExplainedChoice> Whole(MapReader file)
    {
        if (!string.Equals(file.Text("parameter"), "gemeentekeuzes", StringComparison.Ordinal))
        {
            file.Wrong("parameter", "Dit is een ander parameterbestand.", "'parameter: gemeentekeuzes'.");
        }

        var read = file.Sections("keuzes", One);
        foreach (var key in ChoiceKey.All.Select(k => k.Key))
        {
            if (read.Count(c => string.Equals(c.Key.Key, key, StringComparison.Ordinal)) != 1)
            {
                file.Wrong("keuzes", $"De keuze '{key}' moet er precies één keer in staan.", "elke keuze één keer.");
            }
        }

        return read;
    }

    private static ExplainedChoice One(MapReader c)
    {
        var key = c.Choice("sleutel", new Words<ChoiceKey>([.. ChoiceKey.All.Select(k => (k.Key, k))]));
        var words = new Words<ChoiceWord>([.. key.Words.Select(w => (w.Word, w))]);
        var standard = c.Knowable("standaard", (r, k) => r.Choice(k, words));
        return new(
            key,
            c.Text("vraag"),
            standard.Match(w => (ChoiceWord?)w, _ => null),
            standard.Match(_ => (string?)null, u => $"{u.Source}: {u.Why}"),
            c.Text("reden"),
            c.Text("bron")
        );
    }
}
