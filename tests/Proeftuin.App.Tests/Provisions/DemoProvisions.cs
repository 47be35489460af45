// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.Core.Design;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>Vlaardingen's provisions with the made-up values of the demonstration.</summary>
internal static class DemoProvisions
{
    public static readonly ProvisionDesign Design = ProtocolFile
        .Read(ShippedProtocols.Text("vlaardingen-2024", withDemo: true))
        .OrThrow()
        .Provisions!;

    public static readonly WorkCalendar Calendar = new(
        Design.OpeningHours.OrRefuse("openingstijden").OrThrow(),
        PublicHolidaysFile.Shipped
    );

    public static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
