// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Settlement;

/// <summary>Why a month got another statement: the first difference between what the two were settled from, in the order in which a reader would ask.</summary>
internal static class WhatChanged
{
    public static CorrectionCause Between(StoredInput was, StoredInput now) =>
        Differ(was.Persons.Select(p => p.Incomes), now.Persons.Select(p => p.Incomes)) ? CorrectionCause.Income
        : Differ(was.ByHand, now.ByHand) ? CorrectionCause.ByHand
        : Differ(was.Entitled, now.Entitled) || Differ(was.Stretches, now.Stretches) ? CorrectionCause.Entitlement
        : Differ(was.Persons.Select(p => p.Arm), now.Persons.Select(p => p.Arm)) ? CorrectionCause.Group
        : Differ(was.Choices, now.Choices) ? CorrectionCause.Choice
        : Differ(Household(was), Household(now)) ? CorrectionCause.Household
        : Differ(was.Before, now.Before) ? CorrectionCause.EarlierMonth
        : CorrectionCause.Parameters;

    private static object Household(StoredInput input) =>
        new
        {
            input.Type,
            input.Children,
            input.Housemates,
            input.CostSharers,
            input.NoSupportFromParents,
            People = input.Persons.Select(p => p with { Incomes = [], Arm = null }).ToList(),
        };

    private static bool Differ<T>(T one, T other) =>
        !string.Equals(JsonSerializer.Serialize(one), JsonSerializer.Serialize(other), StringComparison.Ordinal);
}
