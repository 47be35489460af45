// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Exchange.Register;

/// <summary>How large a delivery may be before it is refused unread. The largest Dutch city has some 40,000 benefits; half a million rows is far above any joint delivery.</summary>
public sealed record ReadingLimits
{
    public static readonly ReadingLimits Default = new();

    public long MaxBytes { get; init; } = 100L * 1024 * 1024;

    public int MaxRows { get; init; } = 500_000;

    public int MaxColumns { get; init; } = 100;

    public int MaxCellLength { get; init; } = 200;

    public int MaxRowLength { get; init; } = 8_000;

    /// <summary>An XLSX file may unpack to this many bytes in all.</summary>
    public long MaxUnpackedBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>From ten megabytes unpacked on, a part may be this many times larger than its packed size.</summary>
    public int MaxRatio { get; init; } = 100;
}
