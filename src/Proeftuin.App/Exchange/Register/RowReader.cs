// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using F = Proeftuin.App.Exchange.Register.RegisterField;

namespace Proeftuin.App.Exchange.Register;

/// <summary>Reads a row into a person and checks what can be seen within the row.</summary>
internal sealed class RowReader(CellReader cells, ReadingOptions options)
{
    private static readonly DateOnly Year1900 = new(1900, 1, 1);
    private readonly HashSet<string> municipalities = new(
        options.Municipalities.Select(RegisterColumns.Normal),
        StringComparer.Ordinal
    );

    public RegisterRow Read()
    {
        var row = new RegisterRow
        {
            Line = cells.Line,
            Household = HouseholdNumber(),
            PersonNumber = cells.Word(F.PersonNumber, RegisterWords.PersonNumbers, required: true) ?? 0,
            Bsn = cells.BsnOf(),
            Name = cells.Plain(F.Name, required: true) ?? "",
            Address = cells.Plain(F.Address, required: false),
            Born = cells.Date(F.Born),
            Type = cells.Word(F.HouseholdType, RegisterWords.Types, required: true) ?? HouseholdType.Unknown,
            Benefit = cells.Word(F.Benefit, RegisterWords.Benefits, required: true) ?? BenefitKind.Unknown,
            BenefitSince = cells.Date(F.BenefitSince),
            ExemptArticle9Lid2 = cells.Answer(F.ExemptArticle9Lid2),
            ExemptArticle9Lid5 = cells.Answer(F.ExemptArticle9Lid5),
            ExemptArticle9a = cells.Answer(F.ExemptArticle9a),
            Wsnp = cells.Answer(F.Wsnp),
            Institution = cells.Answer(F.Institution),
            CostSharers = cells.Count(F.CostSharers, 30),
            ChildrenUnder12 = cells.Count(F.ChildrenUnder12, 20),
            MedicallyHoursLimited = cells.Answer(F.MedicallyHoursLimited),
            WageSubsidyTargetGroup = cells.Answer(F.WageSubsidyTargetGroup),
            ExemptionMonths = new ExemptionMonthsUsed(
                ExemptionMonths(F.ExemptionMonthsN),
                ExemptionMonths(F.ExemptionMonthsR),
                ExemptionMonths(F.ExemptionMonthsY),
                ExemptionMonths(F.ExemptionMonthsZ)
            ),
            CaseManager = cells.Plain(F.CaseManager, required: false),
            Background = new Background(
                cells.Word(F.Sex, RegisterWords.Sexes, required: false) ?? Sex.Unknown,
                cells.Word(F.Education, RegisterWords.Educations, required: false) ?? EducationLevel.Unknown,
                cells.Count(F.MonthsOnBenefit, 720),
                cells.Word(F.DistanceToWork, RegisterWords.Distances, required: false) ?? DistanceToWork.Unknown
            ),
            Municipality = MunicipalityOf(),
        };
        CheckDates(row);
        return row;
    }

    private string HouseholdNumber()
    {
        var text = cells.Plain(F.Household, required: true) ?? "";
        if (Identity.Bsn.OccursIn(text))
        {
            cells.Defect(DefectKinds.HouseholdIsBsn, "Dit nummer is een geldig BSN.", F.Household, text);
        }

        return text;
    }

    private int? ExemptionMonths(F field)
    {
        var used = cells.Count(field, 600);
        if (options.ExemptionMonths.FirstOrDefault(l => l.Field == field) is { } limit && used > limit.Months)
        {
            cells.Defect(
                DefectKinds.ExemptionMonthsTooMany,
                $"De wet geeft ten hoogste {limit.Months} maanden ({limit.Citation.Article}).",
                field,
                used?.ToString(Dutch.Numbers)
            );
        }

        return used;
    }

    private string MunicipalityOf()
    {
        var text = cells.Plain(F.Municipality, required: false);
        if (text is not null && municipalities.Count > 0 && !municipalities.Contains(RegisterColumns.Normal(text)))
        {
            cells.Defect(
                DefectKinds.OtherMunicipality,
                $"Deze levering is voor {string.Join(" en ", options.Municipalities)}.",
                F.Municipality,
                text
            );
        }

        return text ?? options.Municipalities.FirstOrDefault() ?? "-";
    }

    private void CheckDates(RegisterRow row)
    {
        if (options.ReferenceDate is not { } on)
        {
            return;
        }

        if (row.Born > on)
        {
            cells.Defect(
                DefectKinds.BornInFuture,
                $"De geboortedatum ligt na de peildatum {Dutch.Date(on)}.",
                F.Born,
                Dutch.Date(row.Born.Value)
            );
        }

        if (row.Born < Year1900)
        {
            cells.Defect(DefectKinds.BornBefore1900, "Zo oud is niemand.", F.Born, Dutch.Date(row.Born.Value));
        }

        if (row.BenefitSince > on)
        {
            cells.Defect(
                DefectKinds.BenefitInFuture,
                $"De uitkering begint na de peildatum {Dutch.Date(on)}.",
                F.BenefitSince,
                Dutch.Date(row.BenefitSince.Value)
            );
        }
        else if (row.BenefitSince is { } since)
        {
            var running = Month.Of(on) - Month.Of(since) - (on.Day < since.Day ? 1 : 0);
            if (row.Background.MonthsOnBenefit < running - 1)
            {
                cells.Defect(
                    DefectKinds.MonthsContradict,
                    $"De lopende uitkering duurt al {running} maanden.",
                    F.MonthsOnBenefit,
                    row.Background.MonthsOnBenefit?.ToString(Dutch.Numbers)
                );
            }
        }

        if (row.BenefitSince < row.Born)
        {
            cells.Defect(
                DefectKinds.BenefitBeforeBirth,
                "De uitkering begint voor de geboorte.",
                F.BenefitSince,
                Dutch.Date(row.BenefitSince.Value)
            );
        }
    }
}
