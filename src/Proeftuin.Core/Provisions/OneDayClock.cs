// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Provisions;

/// <summary>Why a decision took longer than a day.</summary>
public enum DelayReason
{
    /// <summary>Papers or answers of the person were missing.</summary>
    MissingInformation,

    /// <summary>The person could not be reached.</summary>
    NotReachable,

    /// <summary>Another municipality turned out to be responsible.</summary>
    OtherMunicipality,

    /// <summary>Too few people or another fault on the side of the office.</summary>
    OwnOrganisation,
    Other,
}

/// <summary>The clock of assistance in one day: from the report of the desk to the decision, in minutes in which the office is open.</summary>
public sealed record OneDayClock(int Minutes, bool IsWithinADay)
{
    /// <summary>A day is <paramref name="hours"/> open hours. Refuses a decision before the report, and what the calendar does not know.</summary>
    public static Outcome<OneDayClock> Of(DateTime reported, DateTime decided, int hours, WorkCalendar calendar) =>
        decided < reported
            ? new DecisionBeforeReport()
            : calendar.MinutesBetween(reported, decided).Map(m => new OneDayClock(m, m <= hours * 60));

    /// <summary>"5 uur en 20 minuten".</summary>
    public string Text => Minutes % 60 == 0 ? $"{Minutes / 60} uur" : $"{Minutes / 60} uur en {Minutes % 60} minuten";
}

/// <summary>The decision lies before the report.</summary>
public sealed record DecisionBeforeReport : Refusal
{
    public override string Message => "Het besluit ligt voor de melding. Controleer dag en tijd.";
}

/// <summary>A decision that took longer than a day comes without its reason.</summary>
public sealed record DelayReasonMissing : Refusal
{
    public override string Message => "Het besluit kostte meer dan een dag. Kies waarom.";
}
