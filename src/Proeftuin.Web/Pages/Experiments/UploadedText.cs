// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Proeftuin.Core;

namespace Proeftuin.Web.Pages.Experiments;

/// <summary>The text of a file somebody chose in a form. Refuses a file above a megabyte and text that is not UTF-8.</summary>
internal static class UploadedText
{
    private const int MaximumBytes = 1_000_000;

    public static async Task<Outcome<string>> Read(IFormFile file, CancellationToken ct)
    {
        if (file.Length > MaximumBytes)
        {
            return new FileTooBig(file.FileName);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
        }
        catch (DecoderFallbackException)
        {
            return new NotUtf8(file.FileName);
        }
    }
}

/// <summary>The file is above a megabyte.</summary>
internal sealed record FileTooBig(string Name) : Refusal
{
    public override string Message => $"Het bestand '{Name}' is groter dan 1 MB. Kies een kleiner bestand.";
}

/// <summary>The file is not UTF-8 text.</summary>
internal sealed record NotUtf8(string Name) : Refusal
{
    public override string Message => $"Het bestand '{Name}' is geen tekst in UTF-8. Bewaar het opnieuw als UTF-8.";
}

/// <summary>No protocol was chosen.</summary>
internal sealed record NoProtocolChosen : Refusal
{
    public override string Message => "Kies een meegeleverd protocol of een eigen bestand.";
}

/// <summary>Both a shipped protocol and an own file were chosen.</summary>
internal sealed record TwoProtocolsChosen : Refusal
{
    public override string Message => "Kies één protocol: een meegeleverd protocol óf een eigen bestand.";
}
