// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;

namespace Proeftuin.Web.Forms;

/// <summary>What the framework says about a field it cannot read, in plain Dutch.</summary>
public static class DutchMessages
{
    public static void Use(MvcOptions options)
    {
        var m = options.ModelBindingMessageProvider;
        m.SetValueMustNotBeNullAccessor(_ => "Vul dit veld in.");
        m.SetMissingBindRequiredValueAccessor(_ => "Vul dit veld in.");
        m.SetMissingKeyOrValueAccessor(() => "Vul dit veld in.");
        m.SetMissingRequestBodyRequiredValueAccessor(() => "Er is niets verstuurd.");
        m.SetAttemptedValueIsInvalidAccessor((value, _) => $"'{value}' kan niet worden gelezen. Controleer het veld.");
        m.SetNonPropertyAttemptedValueIsInvalidAccessor(value =>
            $"'{value}' kan niet worden gelezen. Controleer het veld."
        );
        m.SetUnknownValueIsInvalidAccessor(_ => "Deze waarde kan niet worden gelezen. Controleer het veld.");
        m.SetNonPropertyUnknownValueIsInvalidAccessor(() =>
            "Deze waarde kan niet worden gelezen. Controleer het veld."
        );
        m.SetValueIsInvalidAccessor(value => $"'{value}' kan niet worden gelezen. Controleer het veld.");
        m.SetValueMustBeANumberAccessor(_ => "Vul een getal in.");
        m.SetNonPropertyValueMustBeANumberAccessor(() => "Vul een getal in.");
    }
}
