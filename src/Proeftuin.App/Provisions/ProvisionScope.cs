// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>The provisions of one experiment as its latest protocol has them.</summary>
internal sealed record ProvisionScope(RecordedProtocol Recorded, ProvisionDesign Design)
{
    public Guid ExperimentId => Recorded.ExperimentId;

    public static async Task<Outcome<ProvisionScope>> Of(ProeftuinDb db, string experiment, CancellationToken ct) =>
        (await RecordedProtocol.Latest(db, experiment, ct)).Then(recorded =>
            recorded.Protocol.Provisions is { } design
                ? new ProvisionScope(recorded, design)
                : (Outcome<ProvisionScope>)new NoProvisionsHere(recorded.Protocol.Name)
        );

    /// <summary>One provision of the experiment, or the refusal that it has none of that kind.</summary>
    public Outcome<T> Has<T>(Func<ProvisionDesign, T?> part, string name)
        where T : class => part(Design) is { } there ? there : new NoSuchProvision(name);

    /// <summary>Working time by the opening hours of the protocol; refused as long as those are unknown.</summary>
    public Outcome<WorkCalendar> Calendar =>
        Design
            .OpeningHours.OrRefuse("wanneer het kantoor open is")
            .Map(hours => new WorkCalendar(hours, PublicHolidaysFile.Shipped));
}

/// <summary>The experiment has no provisions.</summary>
public sealed record NoProvisionsHere(string Experiment) : Refusal
{
    public override string Message => $"Het protocol van '{Experiment}' heeft geen voorzieningen.";
}

/// <summary>The experiment has provisions, but not this one.</summary>
public sealed record NoSuchProvision(string Name) : Refusal
{
    public override string Message =>
        $"Het protocol heeft geen voorziening '{Name}'. Voeg haar toe met een nieuwe versie.";
}

/// <summary>There is no such file, or it is not this account's to open.</summary>
public sealed record NoSuchCase : Refusal
{
    public override string Message =>
        "Dit dossier is er niet, of een ander begeleidt deze persoon. Kies een dossier uit de lijst.";
}

/// <summary>The same thing was written down before.</summary>
public sealed record CaseThereAlready(string What) : Refusal
{
    public override string Message =>
        $"{What} is al vastgelegd. Er is niets dubbel opgeslagen; zoek het dossier in de lijst.";
}

/// <summary>The person is not known in this municipality.</summary>
public sealed record PersonNotKnownHere : Refusal
{
    public override string Message =>
        "Dit burgerservicenummer is niet bekend in uw gemeente. Controleer het nummer, of lees eerst het uitkeringsbestand in.";
}

/// <summary>A name is needed for somebody who is not in the register.</summary>
public sealed record NameMissing : Refusal
{
    public override string Message => "Deze persoon staat nog niet in het register. Vul ook de naam in.";
}

/// <summary>A text that is needed is empty or too long.</summary>
public sealed record TextNotUsable(string Field, int Most) : Refusal
{
    public override string Message => $"Vul '{Field}' in, met ten hoogste {Most} tekens.";
}

/// <summary>A free text holds a citizen service number.</summary>
public sealed record TextHoldsBsn(string Field) : Refusal
{
    public override string Message =>
        $"Bij '{Field}' staat een burgerservicenummer. Haal het weg; het nummer vult u alleen in zijn eigen vak in.";
}

/// <summary>A choice that does not stand in the protocol.</summary>
public sealed record NotInProtocol(string What, string Value, IReadOnlyList<string> Known) : Refusal
{
    public override string Message =>
        $"'{Value}' is geen {What} van dit protocol. Kies uit: {string.Join(", ", Known)}.";
}

/// <summary>An amount that cannot be.</summary>
public sealed record AmountNotUsable(string What) : Refusal
{
    public override string Message => $"Vul bij '{What}' een bedrag in van nul of meer, in euro, zoals 1500 of 124,20.";
}

/// <summary>Two days in the wrong order.</summary>
public sealed record DaysInWrongOrder(string First, string Second) : Refusal
{
    public override string Message => $"{Second} ligt voor {First}. Controleer de datums.";
}
