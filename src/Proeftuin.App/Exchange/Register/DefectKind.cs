// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Exchange.Register;

/// <summary>A kind of defect: a code that stays the same over the years, a title, and what to do about it.</summary>
public sealed record DefectKind(string Code, string Title, string Remedy);

/// <summary>One defect in a delivery. The value is masked: no BSN, name or address is ever shown.</summary>
public sealed record Defect(DefectKind Kind, int? Row, string? Column, string? MaskedValue, string Wrong);
