// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Proeftuin.Web.Access;

/// <summary>A QR code as an inline picture without style or script, so that the page's security policy holds.</summary>
public static class QrPicture
{
    public static IHtmlContent Of(string text, string description)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        var label = HtmlEncoder.Default.Encode(description);
        return new HtmlString(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<svg role=\"img\" aria-label=\"{label}\" width=\"220\" height=\"220\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\"><rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
            )
        );
    }
}
