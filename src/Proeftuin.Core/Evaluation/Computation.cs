// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;

namespace Proeftuin.Core.Evaluation;

/// <summary>What a printed number should be, as sums of published counts: "net.GD / n.GD", "stopped.*", "30 + 35 + 37 + 32". A star stands for all groups by lot.</summary>
public sealed record Computation
{
    private readonly IReadOnlyList<Term> numerator;
    private readonly IReadOnlyList<Term>? denominator;

    private Computation(string text, IReadOnlyList<Term> numerator, IReadOnlyList<Term>? denominator) =>
        (Text, this.numerator, this.denominator) = (text, numerator, denominator);

    public string Text { get; }

    private sealed record Term(long? Number, string Column, string Code);

    public static Outcome<Computation> Parse(string text)
    {
        var sides = text.Split('/', StringSplitOptions.TrimEntries);
        if (sides.Length > 2)
        {
            return new ComputationNotUnderstood(text, "er staat meer dan één deelstreep");
        }

        var terms = sides.Select(Terms).ToList();
        return terms.Any(t => t is null)
            ? new ComputationNotUnderstood(text, "elk deel is een geheel getal of kolom.code")
            : new Computation(text, terms[0]!, terms.Count == 2 ? terms[1] : null);
    }

    /// <summary>The exact outcome over these counts, or the reason it cannot be computed.</summary>
    public Outcome<Computed> Over(PublishedCounts counts)
    {
        var over = Sum(numerator, counts);
        var under = denominator is null ? null : Sum(denominator, counts);
        return over.Then(n =>
            under is null
                ? new Computed(n, null, Written(counts))
                : under.Then(d =>
                    d > 0
                        ? (Outcome<Computed>)new Computed(n, d, Written(counts))
                        : new ComputationNotUnderstood(Text, "er wordt door nul gedeeld")
                )
        );
    }

    private static IReadOnlyList<Term>? Terms(string side)
    {
        var terms = side.Split('+', StringSplitOptions.TrimEntries).Select(TermOf).ToList();
        return terms.Contains(null) ? null : [.. terms.OfType<Term>()];
    }

    private static Term? TermOf(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new Term(number, "", "");
        }

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < text.Length - 1 ? new Term(null, text[..dot], text[(dot + 1)..]) : null;
    }

    private Outcome<long> Sum(IReadOnlyList<Term> terms, PublishedCounts counts)
    {
        long sum = 0;
        foreach (var term in terms)
        {
            foreach (var value in Values(term, counts))
            {
                if (value is not { } known)
                {
                    return new ComputationNotUnderstood(Text, $"{term.Column}.{term.Code} staat niet in de tabel");
                }

                sum = checked(sum + known);
            }
        }

        return sum;
    }

    private static IReadOnlyList<long?> Values(Term term, PublishedCounts counts)
    {
        if (term.Number is { } number)
        {
            return [number];
        }

        var groups = counts
            .Groups.Where(g =>
                term.Code is "*" ? g.Randomised : string.Equals(g.Code, term.Code, StringComparison.Ordinal)
            )
            .ToList();
        return groups.Count == 0 ? [null] : [.. groups.Select(g => Cell(g, term.Column))];
    }

    private static long? Cell(PublishedGroup group, string column) =>
        column switch
        {
            "n" => group.Size,
            "gross" => group.Gross,
            "net" => group.Net,
            "drawn" => group.Drawn,
            "started" => group.Started,
            "stopped" => group.Stopped,
            "exited_all" => group.ExitedAll,
            "on_benefit_end" => group.OnBenefitAtEnd,
            _ => null,
        };

    /// <summary>The computation with its numbers filled in: "38/382".</summary>
    private string Written(PublishedCounts counts)
    {
        string Side(IReadOnlyList<Term> terms)
        {
            var values = terms
                .SelectMany(t => Values(t, counts))
                .Select(v => v is { } n ? Dutch.Count(n) : "?")
                .ToList();
            return values.Count == 1 || denominator is null
                ? string.Join(" + ", values)
                : $"({string.Join(" + ", values)})";
        }

        return denominator is null ? Side(numerator) : $"{Side(numerator)}/{Side(denominator)}";
    }
}

/// <summary>The outcome of a computation in whole numbers, with how it was made.</summary>
public sealed record Computed(long Numerator, long? Denominator, string Written);

/// <summary>A claim's computation cannot be read or carried out.</summary>
public sealed record ComputationNotUnderstood(string Text, string Why) : Refusal
{
    public override string Message =>
        $"De berekening '{Text}' is niet te begrijpen: {Why}. Schrijf bijvoorbeeld 'net.GD / n.GD' of '30 + 35'.";
}
