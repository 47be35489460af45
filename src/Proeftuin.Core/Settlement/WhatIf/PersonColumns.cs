// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>
/// The facts of many persons. Net pay in cents stands by block, in a block by month, and in a month by person, so that settling a block reads
/// straight on; the rest stands by person. Columns are a little longer than they need to be, so that sixteen can be read at once.
/// </summary>
internal sealed class PersonColumns(int persons, int months)
{
    public const int Lanes = 8;

    /// <summary>How far past the last person may be read.</summary>
    public const int Spare = 16;

    public int Months => months;

    public int[] Net { get; } = new int[checked(persons * months + Spare)];

    public short[] Born { get; } = new short[persons + Spare];

    public UsedMonths[] Used { get; } = new UsedMonths[persons];
}

/// <summary>Some persons after each other, counted from 0 within the block.</summary>
internal readonly record struct PersonBlock(PersonColumns Columns, int Start, int Count)
{
    /// <summary>Where the pay of a person in a month stands.</summary>
    public int Place(int at, int month) => Start * Columns.Months + month * Count + at;

    public void Put(int at, WhatIfPerson person)
    {
        (Columns.Born[Start + at], Columns.Used[Start + at]) = (MonthNumber.Of(person.Born), person.Used);
        for (var month = 0; month < Columns.Months; month++)
        {
            Columns.Net[Place(at, month)] = (int)person.Net[month].Cents;
        }
    }

    public WhatIfPerson Person(int at)
    {
        var net = new Eur[Columns.Months];
        for (var month = 0; month < net.Length; month++)
        {
            net[month] = new(Columns.Net[Place(at, month)]);
        }

        return new(MonthNumber.Back(Columns.Born[Start + at]), Columns.Used[Start + at], net);
    }
}
