// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>What the whole number of a parameter counts: eurocents, hundredths of a per cent, months, years, weeks, or 1 and 0 for yes and no.</summary>
public enum ParameterUnit
{
    CentsPerMonth,
    CentsPerYear,
    Cents,
    BasisPoints,
    Months,
    Years,
    Weeks,
    YesOrNo,
}

/// <summary>One line of a parameter: a value with its period and source, or the statement that the value of that period is not known and why. Shape: whole numbers in the parameter's unit.</summary>
public sealed record ParameterRow
{
    /// <summary>Null when the value of this period was not found; then <see cref="Unknown"/> says where was looked and why it is not there.</summary>
    public required Dated<long?> Dated { get; init; }

    public required string? Unknown { get; init; }

    /// <summary>How sure the value is: read in the law, second hand, derived.</summary>
    public required string Confidence { get; init; }

    public required string? Note { get; init; }
}

/// <summary>One number of the law through time, with the article it stands in. Refuses rows that overlap without a later day of knowing, and a gap between rows that no row explains.</summary>
public sealed record Parameter
{
    private Parameter() { }

    public string Name { get; private init; } = "";

    /// <summary>How people call it: "het maximum van artikel 31 lid 2 onder n".</summary>
    public string Title { get; private init; } = "";

    public ParameterUnit Unit { get; private init; }

    public LawArticle Article { get; private init; } = null!;

    /// <summary>Why the day on which the values became known is not recorded; null when every row has one.</summary>
    public string? KnownFromUnknown { get; private init; }

    /// <summary>By first day of validity.</summary>
    public IReadOnlyList<ParameterRow> Rows { get; private init; } = [];

    public static Outcome<Parameter> Of(
        string name,
        string title,
        ParameterUnit unit,
        LawArticle article,
        string? knownFromUnknown,
        IReadOnlyList<ParameterRow> rows
    )
    {
        var inOrder = rows.OrderBy(r => r.Dated.Valid.From).ThenBy(r => r.Dated.KnownFrom).ToList();
        for (var i = 1; i < inOrder.Count; i++)
        {
            var next = inOrder[i].Dated;
            if (
                inOrder
                    .Take(i)
                    .Any(r => r.Dated.Valid.Overlaps(next.Valid) && !Succeeds(r.Dated.KnownFrom, next.KnownFrom))
            )
            {
                return new ParameterRowsOverlap(name, next.Valid.From);
            }

            var before = inOrder.Take(i).Select(r => r.Dated.Valid.Before ?? DateOnly.MaxValue).Max();
            if (before < next.Valid.From)
            {
                return new ParameterGap(name, before, next.Valid.From.AddDays(-1));
            }
        }

        return new Parameter
        {
            Name = name,
            Title = title,
            Unit = unit,
            Article = article,
            KnownFromUnknown = knownFromUnknown,
            Rows = inOrder,
        };
    }

    /// <summary>Two rows may cover the same days only when it is recorded that they became known on different days.</summary>
    private static bool Succeeds(DateOnly? one, DateOnly? other) => one is { } a && other is { } b && a != b;
}

/// <summary>A parameter as it was used: the row that held on the day.</summary>
public sealed record ParameterUsed(Parameter Parameter, ParameterRow Row)
{
    public long Value =>
        Row.Dated.Value ?? throw new InvalidOperationException($"{Parameter.Name} has no value here and was used.");

    public Eur Amount => new(Value);

    public DateOnly ValidFrom => Row.Dated.Valid.From;

    /// <summary>Where the article can be read as it held when the value began to hold.</summary>
    public string Link => Parameter.Article.LinkOn(ValidFrom);
}
