// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>The texts that make one protocol: the YAML file, the analysis plan it names, and an overlay with demo values for what the source leaves open.</summary>
public sealed record ProtocolText(string Yaml, string? AnalysisPlan = null, string? Overlay = null)
{
    /// <summary>The SHA-256 (64 lower-case hex) of the protocol file's UTF-8 bytes. The overlay is no part of the protocol.</summary>
    public string Sha256 => HashOf(Yaml);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Reads a protocol strictly. Refuses with every fault, its line and what is expected; nothing is half read.</summary>
public static class ProtocolFile
{
    public static Outcome<Protocol> Read(ProtocolText text) => Read(text, new YamlReading());

    /// <summary>The same, giving the caller the keys that were asked for.</summary>
    public static Outcome<Protocol> Read(ProtocolText text, YamlReading reading)
    {
        var alone = ReadTree(YamlSyntax.Read(text.Yaml, reading.Faults), text, reading);
        if (!alone.IsDone || text.Overlay is null)
        {
            return alone;
        }

        return Overlay.Read(text.Overlay).Then(overlay => WithOverlay(text, overlay));
    }

    private static Outcome<Protocol> WithOverlay(ProtocolText text, Overlay overlay)
    {
        var reading = new YamlReading();
        var root = YamlSyntax.Read(text.Yaml, reading.Faults)!;
        return overlay
            .On(root)
            .Then(merged => ReadTree(merged, text, reading))
            .Match(done => (Outcome<Protocol>)done, Blamed);
    }

    /// <summary>The protocol alone was read without faults, so what is wrong now comes from the overlay.</summary>
    private static Outcome<Protocol> Blamed(IReadOnlyList<Refusal> why) =>
        new Outcome<Protocol>.Refused([
            .. why.Select(w =>
                w is YamlFault fault ? fault with { Wrong = "In de demo-aanvulling: " + fault.Wrong } : w
            ),
        ]);

    private static Outcome<Protocol> ReadTree(YamlMap? root, ProtocolText text, YamlReading reading) =>
        root is null
            ? new Outcome<Protocol>.Refused([.. reading.Faults.InOrder])
            : reading
                .Read(root, file => ProtocolSections.Whole(file, text))
                .Map(protocol => protocol with { Unknowns = reading.Unknowns, DemoValues = reading.DemoValues });
}
