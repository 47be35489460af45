// SPDX-License-Identifier: EUPL-1.2
using Names = Proeftuin.Core.Settlement.ParameterNames;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>The parameters as they would be under a rule. Everything else stays what it is, so the settlement that explains a month explains it under the rule as well.</summary>
internal static class ChangedLaw
{
    private static readonly Citation Supposed = new("een wat-als-regel", "verzonnen voor deze berekening");

    /// <summary>Refuses a parameter that the book does not have.</summary>
    public static Outcome<ParameterBook> Of(WhatIfRule rule, ParameterBook book, DateOnly day)
    {
        var later = book.Exists(Names.Article34aShare, day);
        var article = rule.Article ?? (later ? WhatIfArticle.Article34a : WhatIfArticle.Article31);
        return (article, later) switch
        {
            (WhatIfArticle.Article34a, true) => Article34a(rule, book, day),
            (WhatIfArticle.Article34a, false) => BroughtForward(book, day).Then(b => Article34a(rule, b, day)),
            (WhatIfArticle.Article31, true) => Without(book, Names.Article34aShare).Then(b => Article31(rule, b, day)),
            (WhatIfArticle.Article31, false) => Article31(rule, book, day),
        };
    }

    private static Outcome<ParameterBook> Article31(WhatIfRule rule, ParameterBook book, DateOnly day) =>
        Set(book, Names.NShare, rule.ShareBasisPoints, day)
            .Then(b => Set(b, Names.NMaximum, rule.Maximum?.Cents, day))
            .Then(b => Set(b, Names.NMonths, rule.Months, day))
            .Then(b => Set(b, Names.ExemptionAge, rule.Age, day));

    private static Outcome<ParameterBook> Article34a(WhatIfRule rule, ParameterBook book, DateOnly day) =>
        rule.Maximum is not null || rule.Age is not null
            ? new WhatIfNotInArticle34a(rule.Name)
            : Set(book, Names.Article34aShare, rule.ShareBasisPoints, day)
                .Then(b => Set(b, Names.Article34aMonths, rule.Months, day));

    /// <summary>Art. 34a with its first values, as if they held already.</summary>
    private static Outcome<ParameterBook> BroughtForward(ParameterBook book, DateOnly day)
    {
        Outcome<ParameterBook> changed = book;
        foreach (var name in new[] { Names.Article34aShare, Names.Article34aMonths, Names.Article34aHoursLimitedShare })
        {
            changed = changed.Then(b =>
                b.Named(name)?.Rows.FirstOrDefault(r => r.Dated.Valid.From > day)?.Dated.Value is { } value
                    ? Set(b, name, value, day)
                    : new ParameterMissing(name)
            );
        }

        return changed;
    }

    private static Outcome<ParameterBook> Without(ParameterBook book, string name) =>
        ParameterBook.Of(
            [.. book.All.Where(p => !string.Equals(p.Name, name, StringComparison.Ordinal))],
            book.HolidayClaims
        );

    private static Outcome<ParameterBook> Set(ParameterBook book, string name, long? value, DateOnly day)
    {
        if (value is not { } set)
        {
            return book;
        }

        if (book.Named(name) is not { } old)
        {
            return new ParameterMissing(name);
        }

        var row = new ParameterRow
        {
            Dated = new(set, Period.Since(day), null, Supposed),
            Unknown = null,
            Confidence = "verzonnen",
            Note = null,
        };
        return Parameter
            .Of(old.Name, old.Title, old.Unit, old.Article, old.KnownFromUnknown, [row])
            .Then(changed =>
                ParameterBook.Of([.. book.All.Select(p => ReferenceEquals(p, old) ? changed : p)], book.HolidayClaims)
            );
    }
}
