// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Settlement;

namespace Proeftuin.Core.Provisions;

/// <summary>The two terms around a decision: until when it must be taken (art. 4:13 Awb) and until when one can object (art. 6:7 and 6:8 Awb). The weeks are parameters.</summary>
public static class DecisionTerms
{
    public const string DecisionWeeks = "beslistermijn-weken";
    public const string ObjectionWeeks = "bezwaartermijn-weken";

    /// <summary>The last day to decide on an application of this day.</summary>
    public static Outcome<DateOnly> DecideBy(ParameterBook book, DateOnly applied) =>
        Weeks(book, DecisionWeeks, applied);

    /// <summary>The last day to object: the term begins the day after the decision was sent.</summary>
    public static Outcome<DateOnly> ObjectBy(ParameterBook book, DateOnly sent) => Weeks(book, ObjectionWeeks, sent);

    private static Outcome<DateOnly> Weeks(ParameterBook book, string name, DateOnly from) =>
        book.Find(name, from).Map(weeks => from.AddDays(checked((int)weeks.Value * 7)));
}
