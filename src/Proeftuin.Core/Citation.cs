// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core;

/// <summary>Where a rule or a number comes from: the article as lawyers write it, and the source where it can be read.</summary>
public sealed record Citation(string Article, string Source)
{
    public override string ToString() => Article;
}
