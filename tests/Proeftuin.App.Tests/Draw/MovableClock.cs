// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Tests.Draw;

/// <summary>A clock that a test sets.</summary>
internal sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
