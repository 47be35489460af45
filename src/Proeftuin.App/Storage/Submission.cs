// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;

namespace Proeftuin.App.Storage;

/// <summary>The once-key of the form this request posts, put here by the web; null for other callers. <see cref="Work"/> stores it in the transaction of the first write.</summary>
public sealed class Submission
{
    public Guid? Key { get; set; }

    internal bool IsUsed { get; set; }
}

/// <summary>The same form was posted before, and then it was carried out.</summary>
public sealed record AlreadySubmitted : Refusal
{
    public override string Message =>
        "Dit formulier was al verstuurd en is één keer verwerkt. U hoeft niets meer te doen.";
}

/// <summary>Another person or tab changed the same thing first.</summary>
public sealed record SomebodyElseWasFirst : Refusal
{
    public override string Message =>
        "Iemand anders was u voor. Er is niets opgeslagen. Bekijk de nieuwe stand en probeer het daarna opnieuw.";
}

/// <summary>The embedded database is busy with a large write.</summary>
public sealed record DatabaseBusy : Refusal
{
    public override string Message =>
        "Het systeem is bezig met een grote opdracht. Er is niets opgeslagen. Probeer het over een minuut opnieuw.";
}

/// <summary>The account has no role that may do this.</summary>
public sealed record NotAllowed : Refusal
{
    public override string Message =>
        "U hebt geen rol die dit mag. Vraag de beheerder van uw gemeente om de juiste rol.";
}

/// <summary>A reason holds a citizen service number, and reasons stay for ever.</summary>
public sealed record ReasonHoldsBsn : Refusal
{
    public override string Message =>
        "In de reden staat een burgerservicenummer. Haal het weg: een reden blijft altijd bewaard.";
}
