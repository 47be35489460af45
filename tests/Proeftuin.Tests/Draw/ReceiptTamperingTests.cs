// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Proeftuin.Core;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Draw;

/// <summary>Whatever is changed in a receipt, both programs say so, and they point at the same place.</summary>
public class ReceiptTamperingTests
{
    // Only the signature protects these: nothing else in the receipt follows from them.
    private static readonly string[] OnlySigned = ["program", "publications/0/where", "signature"];

    private static readonly Receipt Genuine = RandomDraws.Sign(SmallDraw(), 1);

    [Fact]
    public void Every_value_that_is_changed_is_exposed_by_both_programs()
    {
        var changed = Leaves(Parse(Genuine)).Select(path => (Path: path, Document: Altered(path))).ToList();
        changed.Count.ShouldBeGreaterThan(120);
        var python = PythonVerifier.Batch(changed.Select(c => c.Document));
        for (var i = 0; i < changed.Count; i++)
        {
            var (path, document) = changed[i];
            ReceiptCheck.Of(document).IsDone.ShouldBeFalse(path);
            var arithmetic = python[i] != Genuine.AssignmentSha256.ToString();
            arithmetic.ShouldBe(
                !OnlySigned.Any(top => path.StartsWith(top, StringComparison.Ordinal)),
                $"{path}: {python[i]}"
            );
        }
    }

    [Fact]
    public void A_changed_row_is_named_by_both_programs()
    {
        var rows = Leaves(Parse(Genuine))
            .Where(path => path.StartsWith("rows/", StringComparison.Ordinal))
            .Select(path => (Path: path, Document: Altered(path)))
            .ToList();
        rows.Count.ShouldBe(12 * 5);
        var python = PythonVerifier.Batch(rows.Select(r => r.Document));
        for (var i = 0; i < rows.Count; i++)
        {
            var index = int.Parse(rows[i].Path.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
            var place = ReceiptCheck.Of(rows[i].Document).Why.OfType<ReceiptFault>().Single().Where;
            python[i].ShouldStartWith(place + ": ");
            // a pseudonym that sorts elsewhere is found at the line after it
            place.ShouldBeOneOf(
                $"regel {index + 1} (pseudoniem {Pseudonym(rows[i].Document, index)})",
                $"regel {index + 2} (pseudoniem {Pseudonym(rows[i].Document, index + 1)})"
            );
        }
    }

    [Fact]
    public void Somebody_who_signs_the_changed_receipt_again_is_exposed_by_the_arithmetic()
    {
        foreach (
            var path in Leaves(Parse(Genuine))
                .Where(p => !OnlySigned.Any(top => p.StartsWith(top, StringComparison.Ordinal)))
        )
        {
            if (Receipt.Read(Altered(path)) is Outcome<Receipt>.Done { Value: var receipt })
            {
                ReceiptCheck.Of(RandomDraws.Sign(receipt, 2).Write()).IsDone.ShouldBeFalse(path);
            }
        }
    }

    [Fact]
    public void Every_field_that_is_left_out_and_every_field_that_is_added_is_exposed_by_both_programs()
    {
        var documents = new List<(string What, byte[] Document)>();
        foreach (var path in Nodes(Parse(Genuine)).Where(p => p.Length > 0))
        {
            var without = Parse(Genuine);
            Remove(without, path);
            documents.Add(($"without {path}", Canonical(without)));
        }

        foreach (var path in Nodes(Parse(Genuine)).Where(p => Find(Parse(Genuine), p) is JsonObject))
        {
            var with = Parse(Genuine);
            ((JsonObject)Find(with, path)!)["zz"] = 1;
            documents.Add(($"with a field in {path}", Canonical(with)));
        }

        var python = PythonVerifier.Batch(documents.Select(d => d.Document));
        for (var i = 0; i < documents.Count; i++)
        {
            ReceiptCheck.Of(documents[i].Document).IsDone.ShouldBeFalse(documents[i].What);
            if (!documents[i].What.Contains("signature", StringComparison.Ordinal))
            {
                python[i].ShouldNotBe(Genuine.AssignmentSha256.ToString(), documents[i].What);
            }
        }
    }

    [Fact]
    public void A_dropped_row_is_named_by_its_rank_and_a_doubled_row_by_its_line()
    {
        var dropped = Parse(Genuine);
        var rank = (int)dropped["rows"]!.AsArray()[4]!["rank"]!;
        dropped["rows"]!.AsArray().RemoveAt(4);
        ReceiptCheck.Of(Canonical(dropped)).Why.Single().Message.ShouldContain($"rang {rank} ontbreekt");

        var doubled = Parse(Genuine);
        doubled["rows"]!.AsArray().Insert(5, doubled["rows"]!.AsArray()[4]!.DeepClone());
        ReceiptCheck.Of(Canonical(doubled)).Why.OfType<ReceiptFault>().Single().Where.ShouldStartWith("regel 6 (");
        PythonVerifier
            .Batch([Canonical(dropped), Canonical(doubled)])
            .ShouldAllBe(answer => answer.StartsWith("re") || answer.StartsWith("rows"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    public void A_space_or_line_end_behind_the_receipt_is_not_the_agreed_spelling(string extra) =>
        ReceiptCheck
            .Of((byte[])[.. Genuine.Write(), .. Encoding.UTF8.GetBytes(extra)])
            .Why.Single()
            .ShouldBeOfType<NotCanonical>();

    [Fact]
    public void A_double_key_a_fraction_and_broken_text_are_refused()
    {
        var text = Encoding.UTF8.GetString(Genuine.Write());
        string[] broken =
        [
            text.Replace("\"algorithm\":", "\"algorithm\":\"x\",\"algorithm\":", StringComparison.Ordinal),
            text.Replace("\"number\":4", "\"number\":4.0", StringComparison.Ordinal),
            text.Replace("\"number\":4", "\"number\":4e0", StringComparison.Ordinal),
            text.Replace("Proeftuin 0.1.0", "\\ud800", StringComparison.Ordinal),
            text[..^1],
            "[]",
            "",
            "null",
        ];
        foreach (var document in broken)
        {
            document.ShouldNotBe(text);
            ReceiptCheck.Of(Encoding.UTF8.GetBytes(document)).IsDone.ShouldBeFalse(document);
        }

        ReceiptCheck.Of(new byte[] { 0x7b, 0xff, 0x7d }).Why.Single().ShouldBeOfType<DocumentUnreadable>();
    }

    [Fact]
    public void The_published_record_may_end_in_the_line_end_of_an_editor_and_nothing_else()
    {
        var record = Genuine.Committed.Write();
        ReceiptCheck
            .Of(Genuine.Write(), (byte[])[.. record, (byte)'\n'], Genuine.Entropy)
            .OrThrow()
            .IsVerified.ShouldBeTrue();
        ReceiptCheck
            .Of(Genuine.Write(), (byte[])[.. record, (byte)' '], Genuine.Entropy)
            .Why.OfType<ReceiptFault>()
            .Single()
            .Where.ShouldBe("committed");
    }

    private static Receipt SmallDraw()
    {
        var frame = Frame
            .Of(
                Enumerable
                    .Range(0, 12)
                    .Select(i => new FrameUnit(
                        TicketCode.Of(RandomDraws.Bytes(new Random(i), 13)),
                        i % 2 == 0 ? "A" : "B"
                    ))
            )
            .OrThrow();
        var plan = DrawPlan
            .Of(
                Witness.Id("PROEF-2017-01"),
                UnitKind.Household,
                ["A", "B"],
                new Sample.PerStratum([new("A", 5), new("B", 4)]),
                new Assignment.Weighted([new("a", 1), new("b", 2)])
            )
            .OrThrow();
        return RandomDraws.Receipt(new Random(7), plan, frame);
    }

    private static JsonNode Parse(Receipt receipt) => JsonNode.Parse(receipt.Write())!;

    private static string Pseudonym(byte[] document, int row) =>
        JsonNode.Parse(document)!["rows"]!.AsArray() is var rows && row < rows.Count
            ? (string)rows[row]!["pseudonym"]!
            : "";

    private static byte[] Altered(string path)
    {
        var document = Parse(Genuine);
        var leaf = Find(document, path)!.AsValue();
        JsonNode other = leaf.GetValueKind() == JsonValueKind.Number ? (int)leaf + 1 : Other((string)leaf!);
        leaf.ReplaceWith(other);
        return Canonical(document);
    }

    /// <summary>Another text of the same form: the last letter or digit becomes its neighbour.</summary>
    private static string Other(string text)
    {
        var at = text.Length - 1;
        while (!char.IsAsciiLetterOrDigit(text[at]) && at > 0)
        {
            at--;
        }

        var other = text[at] switch
        {
            '9' => '8',
            'f' => 'e',
            'z' or 'Z' => 'a',
            '-' => 'A',
            var c => (char)(c + 1),
        };
        return text[..at] + other + text[(at + 1)..];
    }

    private static IEnumerable<string> Leaves(JsonNode node) =>
        Nodes(node).Where(path => Find(node, path) is JsonValue);

    private static IEnumerable<string> Nodes(JsonNode? node, string path = "")
    {
        yield return path;
        var children = node switch
        {
            JsonObject o => o.Select(p => (p.Key, p.Value)),
            JsonArray a => a.Select((item, i) => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (key, child) in children)
        {
            foreach (var below in Nodes(child, path.Length == 0 ? key : $"{path}/{key}"))
            {
                yield return below;
            }
        }
    }

    private static JsonNode? Find(JsonNode root, string path) =>
        path.Length == 0
            ? root
            : path.Split('/')
                .Aggregate<string, JsonNode?>(
                    root,
                    (at, key) =>
                        at is JsonArray array
                            ? array[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]
                            : at![key]
                );

    private static void Remove(JsonNode root, string path)
    {
        var node = Find(root, path)!;
        if (node.Parent is JsonArray array)
        {
            array.Remove(node);
        }
        else
        {
            ((JsonObject)node.Parent!).Remove(path.Split('/')[^1]);
        }
    }

    /// <summary>Canonical JSON by another writer than the one under test.</summary>
    private static byte[] Canonical(JsonNode node) =>
        JsonSerializer.SerializeToUtf8Bytes(
            Sorted(node),
            new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject o => new JsonObject(
                o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))
            ),
            JsonArray a => new JsonArray([.. a.Select(Sorted)]),
            _ => node?.DeepClone(),
        };
}
