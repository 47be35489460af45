// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.Core.Settlement;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Parameters;

/// <summary>The numbers of the law on a chosen day, and the municipal choices: for everybody, no personal data.</summary>
[Public]
public sealed class IndexModel(TimeProvider clock) : ProeftuinPage
{
    [BindProperty(SupportsGet = true, Name = "op")]
    public DateOnly? On { get; set; }

    public DateOnly Day { get; private set; }

    public void OnGet()
    {
        Day = On ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        On = Day;
    }

    public string ValueOf(Parameter parameter) =>
        ShippedParameters.Book.Exists(parameter.Name, Day)
            ? ShippedParameters
                .Book.Find(parameter.Name, Day)
                .Match(found => ParameterWords.Value(parameter.Unit, found.Value), _ => "niet bekend")
            : "geen regel voor deze dag";
}
