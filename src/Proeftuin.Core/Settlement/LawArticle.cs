// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;

namespace Proeftuin.Core.Settlement;

/// <summary>An article as lawyers write it, with the law's number in the national collection, so that a reader can open the text that held on a day.</summary>
public sealed record LawArticle(string Text, string LawId, string Number)
{
    public const string ParticipatiewetId = "BWBR0015703";

    public static LawArticle Participatiewet(string number, string? part = null) =>
        new($"artikel {number}{(part is null ? "" : " " + part)} Participatiewet", ParticipatiewetId, number);

    public string LinkOn(DateOnly day) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"https://wetten.overheid.nl/{LawId}/{day:yyyy-MM-dd}#Artikel{Number}"
        );

    public override string ToString() => Text;
}
