// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core.Design;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Design;

public class ProtocolReadingProperties
{
    private static readonly ProtocolText Groningen = ShippedProtocols.Text("groningen-2017");
    private static readonly string[] Lines = Groningen.Yaml.Split('\n');
    private static readonly IReadOnlyList<DesignRule> Rules = DesignRuleFile.Shipped();

    private static readonly string[] Rubbish =
    [
        "",
        "-",
        ":",
        "x: y",
        "  - a",
        "9999-12-31",
        "999999999",
        "{",
        "[",
        "onbekend: a, b",
        "'",
        "*a",
        "\t",
        "€",
        "- {groep: a}",
    ];

    /// <summary>Whatever one does to a line, the reader gives a protocol that can be judged, or faults with lines; it never breaks.</summary>
    [Fact]
    public void A_protocol_with_any_line_spoilt_is_read_or_refused_and_never_throws() =>
        Prop.ForAll(
                Gen.Choose(0, Lines.Length - 1)
                    .SelectMany(_ => Gen.Elements(Rubbish), (line, bad) => (line, bad))
                    .ToArbitrary(),
                spoilt =>
                {
                    var keyOnly = Lines[spoilt.line].IndexOf(": ", StringComparison.Ordinal);
                    var replaced = keyOnly < 0 ? spoilt.bad : Lines[spoilt.line][..(keyOnly + 2)] + spoilt.bad;
                    var lines = Lines.ToArray();
                    lines[spoilt.line] = replaced;
                    return IsReadOrRefused(string.Join('\n', lines));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_protocol_that_is_cut_off_anywhere_is_read_or_refused_and_never_throws() =>
        Prop.ForAll(Gen.Choose(0, Groningen.Yaml.Length).ToArbitrary(), at => IsReadOrRefused(Groningen.Yaml[..at]))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_protocol_without_one_line_differs_from_the_whole_or_is_refused() =>
        Prop.ForAll(
                Gen.Choose(0, Lines.Length - 1).ToArbitrary(),
                line => IsReadOrRefused(string.Join('\n', Lines.Where((_, i) => i != line)))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_differs_from_itself_in_nothing_and_layout_is_no_difference()
    {
        ProtocolDifference.Between(Groningen.Yaml, Groningen.Yaml).ShouldBeEmpty();
        ProtocolDifference
            .Between(Groningen.Yaml, "# met een regel erboven\n\n" + Groningen.Yaml + "\n\n")
            .ShouldBeEmpty();
    }

    private static bool IsReadOrRefused(string yaml)
    {
        var read = ProtocolFile.Read(Groningen with { Yaml = yaml });
        if (read.IsDone)
        {
            DesignRules
                .Check(read.OrThrow(), Rules, new DateOnly(2017, 7, 1))
                .Findings.ShouldAllBe(f => f.Sentence.Length > 0 && f.Remedy.Length > 0);
            return true;
        }

        return read.Why.Count > 0
            && read.Why.All(w => w is YamlFault { Line: >= 1, Wrong.Length: > 0, Expected.Length: > 0 });
    }
}
