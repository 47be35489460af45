// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Register;

namespace Proeftuin.App.Demo;

/// <summary>A made register as text, one row per person, in the order of <see cref="RegisterColumns.All"/>.</summary>
public sealed record MadeRegister(IReadOnlyList<string[]> Rows, int Households)
{
    public static IReadOnlyList<string> Header { get; } = [.. RegisterColumns.All.Select(c => c.Header)];

    /// <summary>The control lines that go with it.</summary>
    public IReadOnlyList<(string What, int Total)> Totals => [("huishoudens", Households), ("personen", Rows.Count)];
}
