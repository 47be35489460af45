// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>Sex as the register records it.</summary>
public enum Sex
{
    Unknown,
    Female,
    Male,
    Other,
}

/// <summary>Highest education completed, in the three levels of Statistics Netherlands plus primary school only.</summary>
public enum EducationLevel
{
    Unknown,
    Primary,
    Lower,
    Middle,
    Higher,
}

/// <summary>How far someone stands from paid work, as the case manager judges it.</summary>
public enum DistanceToWork
{
    Unknown,
    Small,
    Medium,
    Large,
}

/// <summary>Background characteristics by which outcomes are described; never a ground for exclusion. What is not known is unknown or null.</summary>
public sealed record Background(Sex Sex, EducationLevel Education, int? MonthsOnBenefit, DistanceToWork DistanceToWork)
{
    public static readonly Background NotKnown = new(Sex.Unknown, EducationLevel.Unknown, null, DistanceToWork.Unknown);
}
