// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.Core.Draw;

namespace Proeftuin.Cli.Draw;

/// <summary><c>proeftuin verify</c>: recomputes a draw from its receipt. Needs no database and no account.</summary>
public static class VerifyCommand
{
    public static Command Create()
    {
        var receipt = new Argument<FileInfo>("bewijs") { Description = "Het lotingsbewijs (JSON)." };
        var committed = new Option<FileInfo?>("--committed")
        {
            Description = "De vastlegging zoals u die zelf hebt opgehaald waar zij is gepubliceerd.",
            HelpName = "BESTAND",
        };
        var entropy = new Option<string?>("--entropy")
        {
            Description = "De openbare waarde zoals u die zelf hebt opgehaald.",
            HelpName = "WAARDE",
        };
        var command = new Command("verify", "Reken een loting na uit het lotingsbewijs.")
        {
            receipt,
            committed,
            entropy,
        };
        command.SetAction(
            (result, ct) =>
                Run(
                    result.GetRequiredValue(receipt),
                    result.GetValue(committed),
                    result.GetValue(entropy),
                    result.InvocationConfiguration,
                    ct
                )
        );
        return command;
    }

    private static async Task<int> Run(
        FileInfo receipt,
        FileInfo? committed,
        string? entropy,
        InvocationConfiguration console,
        CancellationToken ct
    )
    {
        if (new[] { receipt, committed }.OfType<FileInfo>().FirstOrDefault(file => !file.Exists) is { } missing)
        {
            await console.Error.WriteLineAsync($"Het bestand {missing.Name} bestaat niet.");
            return ExitCode.WrongUsage;
        }

        var document = await File.ReadAllBytesAsync(receipt.FullName, ct);
        // Not a conditional of null and bytes: that would make an empty record out of no record.
        ReadOnlyMemory<byte>? published = null;
        if (committed is not null)
        {
            published = await File.ReadAllBytesAsync(committed.FullName, ct);
        }
        return ReceiptCheck
            .Of(document, published, entropy)
            .Match(done => Report(done, console.Output), why => Refused.Because(why, console.Error));
    }

    private static int Report(CheckedReceipt done, TextWriter output)
    {
        output.WriteLine($"Loting {done.Receipt.Committed.Plan.Id}: {done.Receipt.Rows.Count} regels nagerekend.");
        output.WriteLine($"assignment_sha256: {done.Receipt.AssignmentSha256}");
        output.WriteLine($"ondertekend met sleutel: {done.Receipt.Signature!.PublicKey}");
        output.WriteLine($"Uitkomst: {done.Conclusion}.");
        return ExitCode.Ok;
    }
}
