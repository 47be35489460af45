// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Identity;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Exchange.Facts;

/// <summary>One readable row of a delivery of facts.</summary>
public abstract record FactLine(int Line, Bsn Bsn)
{
    /// <summary>What the row says, whatever its notation: for finding double rows and for the hash of the content.</summary>
    internal abstract string Canonical { get; }

    /// <summary>Of what only one can be true: two rows with the same key and other content contradict each other.</summary>
    internal abstract string Key { get; }

    private protected static string Joined(params string?[] parts) => string.Join('\u001f', parts);

    private protected static string Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>An exit or a return.</summary>
public sealed record BenefitLine(int Line, Bsn Bsn, BenefitEvent Event) : FactLine(Line, Bsn)
{
    internal override string Key => Joined(Bsn.Digits, Event.Turn.ToString(), Iso(Event.On));
    internal override string Canonical => Joined(Key, Event.Reason);
}

/// <summary>Earnings of a month from one source.</summary>
public sealed record EarningsLine(int Line, Bsn Bsn, Month Month, string Source, Eur Net) : FactLine(Line, Bsn)
{
    internal override string Key => Joined(Bsn.Digits, Month.ToString(), Source);
    internal override string Canonical => Joined(Key, Net.Cents.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A job; <paramref name="Before"/> is the first day after it.</summary>
public sealed record JobLine(int Line, Bsn Bsn, DateOnly From, DateOnly? Before) : FactLine(Line, Bsn)
{
    internal override string Key => Joined(Bsn.Digits, Iso(From));
    internal override string Canonical => Joined(Key, Iso(Before));
}

/// <summary>The goals of a participant.</summary>
public sealed record GoalLine(int Line, Bsn Bsn, GoalReview Review) : FactLine(Line, Bsn)
{
    internal override string Key => Joined(Bsn.Digits, Iso(Review.On));

    internal override string Canonical =>
        Joined(Key, string.Join(' ', Review.Goals), Review.Highest, Review.Promising?.ToString());
}

/// <summary>A delivery of facts as it was read. With a defect nothing of it is stored.</summary>
public sealed record FactReading
{
    public required FactKind? Kind { get; init; }
    public required DefectReport Defects { get; init; }
    public required IReadOnlyList<FactLine> Lines { get; init; }
    public required int Rows { get; init; }
    public required string Format { get; init; }
    public required string ContentSha256 { get; init; }
}
