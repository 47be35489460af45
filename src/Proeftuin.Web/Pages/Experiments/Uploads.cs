// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design.Reading;
using Proeftuin.Core;

namespace Proeftuin.Web.Pages.Experiments;

/// <summary>A protocol with its analysis plan, from two chosen files.</summary>
internal static class Uploads
{
    public static async Task<Outcome<ProtocolText>> Text(IFormFile protocol, IFormFile? plan, CancellationToken ct)
    {
        var yaml = await UploadedText.Read(protocol, ct);
        if (plan is null)
        {
            return yaml.Map(text => new ProtocolText(text));
        }

        var planText = await UploadedText.Read(plan, ct);
        return yaml.Then(text => planText.Map(p => new ProtocolText(text, p)));
    }
}
