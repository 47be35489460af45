// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>The right-hand side of a regression: named columns of equal length, one row per unit. R's model.matrix, built by hand.</summary>
public sealed class DesignMatrix
{
    /// <summary>The name of the column of ones, as in R.</summary>
    public const string Intercept = "(Intercept)";

    private readonly string[] terms;
    private readonly double[][] columns;

    private DesignMatrix(int rows, string[] terms, double[][] columns)
    {
        Rows = rows;
        this.terms = terms;
        this.columns = columns;
    }

    public int Rows { get; }

    public IReadOnlyList<string> Terms => terms;

    public bool HasIntercept => Array.IndexOf(terms, Intercept) >= 0;

    internal IReadOnlyList<double[]> Columns => columns;

    /// <summary>No columns yet.</summary>
    public static DesignMatrix Empty(int rows) => new(rows, [], []);

    /// <summary>A column of ones.</summary>
    public static DesignMatrix WithIntercept(int rows)
    {
        var ones = new double[rows];
        Array.Fill(ones, 1);
        return new(rows, [Intercept], [ones]);
    }

    /// <summary>One more column of numbers; throws when the name is taken or the length differs.</summary>
    public DesignMatrix With(string term, IReadOnlyList<double> values)
    {
        Vectors.SameLength(Rows, values.Count);
        if (Array.IndexOf(terms, term) >= 0)
        {
            throw new ArgumentException($"The design has a term {term} already.", nameof(term));
        }

        return new(Rows, [.. terms, term], [.. columns, [.. values]]);
    }

    /// <summary>A categorical covariate: one column of noughts and ones for every level after the first, named as in R (term + level). The first level is the one compared with. Throws for a value that is not among the levels.</summary>
    public DesignMatrix WithFactor(string term, IReadOnlyList<string> values, IReadOnlyList<string> levels)
    {
        foreach (var value in values)
        {
            if (!levels.Contains(value, StringComparer.Ordinal))
            {
                throw new ArgumentException($"{value} is not a level of {term}.", nameof(values));
            }
        }

        var design = this;
        foreach (var level in levels.Skip(1))
        {
            design = design.With(
                term + level,
                [.. values.Select(v => string.Equals(v, level, StringComparison.Ordinal) ? 1.0 : 0)]
            );
        }

        return design;
    }

    /// <summary>The product of two columns, named "a:b" as in R.</summary>
    public DesignMatrix WithProduct(string first, string second)
    {
        var (a, b) = (Column(first), Column(second));
        var product = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            product[i] = a[i] * b[i];
        }

        return With($"{first}:{second}", product);
    }

    /// <summary>The same design with one column set to one value for everybody.</summary>
    public DesignMatrix Setting(string term, double value)
    {
        var changed = (double[][])columns.Clone();
        var column = new double[Rows];
        Array.Fill(column, value);
        changed[Place(term)] = column;
        return new(Rows, terms, changed);
    }

    public IReadOnlyList<double> Column(string term) => columns[Place(term)];

    internal int Place(string term)
    {
        var place = Array.IndexOf(terms, term);
        return place >= 0 ? place : throw new ArgumentException($"The design has no term {term}.", nameof(term));
    }

    internal bool AllFinite() => Array.TrueForAll(columns, c => Vectors.AllFinite(c));

    /// <summary>X b for the columns that count.</summary>
    internal double[] Times(IReadOnlyList<int> kept, ReadOnlySpan<double> coefficients)
    {
        var result = new double[Rows];
        for (var j = 0; j < kept.Count; j++)
        {
            Vectors.Add(result, coefficients[j], columns[kept[j]]);
        }

        return result;
    }
}
