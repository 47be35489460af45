// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core;

/// <summary>A value that holds for a period and became known on a day: replaying a decision of 2017 needs the table as known in 2017. A day of knowing that is not recorded is null.</summary>
public sealed record Dated<T>(T Value, Period Valid, DateOnly? KnownFrom, Citation Citation);
