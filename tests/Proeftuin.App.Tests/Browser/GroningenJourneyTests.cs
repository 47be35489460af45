// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Proeftuin.App.Demo;
using Proeftuin.App.Tests.House;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Browser;

/// <summary>Groningen's experiment in a real browser, from the protocol to the published draw and the citizen who checks a ticket.</summary>
public sealed class GroningenJourneyTests(Databases databases, Chromium chromium)
{
    private const string Draw = "GRONINGEN-2017-01";
    private const string Dice = "dobbelstenen:worpen=1,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,2";
    private static readonly string[] Secrets = [new('1', 64), new('2', 64)];

    [Fact]
    public async Task A_project_leader_takes_Groningen_from_register_to_a_committed_draw_and_a_second_signer_verifies_it()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await store.AddAccount("mevrouw-lead", Site.Password, [Role.ProjectLead]);
        await store.AddAccount("meneer-loting", Site.Password, [Role.DrawOfficer]);
        await store.AddAccount("de-griffier", Site.Password, [Role.SecondSigner]);
        await using var site = LiveSite.Start(store.Options, chromium);

        var lead = await site.SignIn("mevrouw-lead", Site.Password);
        await BeginTheExperiment(lead);
        await ReadTheRegister(lead);
        await Screen(lead);
        await Plan(lead);

        var officer = await site.SignIn("meneer-loting", Site.Password);
        await Freeze(officer);
        await Commit(officer, site.Clock);
        await NobodySeesAnAllocation(site, lead);
        await SendTheLetters(lead);

        site.Clock.Pass(TimeSpan.FromHours(73));
        officer = await site.SignIn("meneer-loting", Site.Password);
        var signer = await site.SignIn("de-griffier", Site.Password);
        await OpenAndDraw(officer, signer);
        await Verify(signer);
        await DoNow(officer, "Publiceer de loting", "Publiceer de loting");
        await ACitizenChecksATicket(site, await Receipt(signer));

        var acts = (await store.Ledger()).Select(e => e.Action).ToList();
        foreach (
            var act in new[]
            {
                "experiment.begonnen",
                "loting.bevroren",
                "loting.lotcodes.opgehaald",
                "loting.vastgelegd",
                "loting.getrokken",
                "loting.gecontroleerd",
                "loting.gepubliceerd",
            }
        )
        {
            acts.Count(a => a == act).ShouldBe(1, act);
        }
    }

    private static async Task BeginTheExperiment(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin een experiment" }).ClickAsync();
        await Accessible.Check(page);
        await page.GetByLabel("Protocol", new() { Exact = true }).SelectOptionAsync("groningen-2017");
        await page.GetByLabel("Reden", new() { Exact = true }).FillAsync("Besluit van de raad van 29 maart 2017");
        await page.GetByRole(AriaRole.Button, new() { Name = "Experiment beginnen" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Bijstand op maat", Level = 1 }).WaitForAsync();
        await page.GotoAsync("/experimenten/groningen-2017/protocol");
        await Pictures.Take(page, "protocol", wholePage: false);
    }

    private static async Task ReadTheRegister(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lees het uitkeringsbestand in" }).ClickAsync();
        await Accessible.Check(page);
        var profile = MakerProfile.For("groningen-2017").OrThrow();
        var register = RegisterFile.Csv(RegisterMaker.MakeComplete(profile, 2500, seed: 7));
        await page.GetByLabel("Bestand", new() { Exact = true })
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "register.csv",
                    MimeType = "text/csv",
                    Buffer = register,
                }
            );
        await page.GetByLabel("Peildatum", new() { Exact = true }).FillAsync("2017-06-01");
        await page.GetByLabel("Bron", new() { Exact = true }).FillAsync("Gemaakt bestand");
        await page.GetByLabel("Gemeenten in dit bestand", new() { Exact = true }).FillAsync("Groningen, Ten Boer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Controleer en lees in" }).ClickAsync();
        await page.GetByText("2.500").First.WaitForAsync(new() { Timeout = 120_000 });
        await Pictures.Take(page, "register");
    }

    private static async Task Screen(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Bepaal wie mee kan doen" }).ClickAsync();
        await page.GetByLabel("Register", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Peildatum van de screening", new() { Exact = true }).FillAsync("2017-07-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voer de screening uit" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/screening/[0-9a-f-]{36}", RegexOptions.None));
        await Pictures.Take(page, "screening");
    }

    private static async Task Plan(IPage page)
    {
        await page.GotoAsync("/");
        await Pictures.Take(page, "taken", wholePage: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan de loting" }).ClickAsync();
        await Accessible.Check(page);
        await page.GetByLabel("Jaar", new() { Exact = true }).FillAsync("2017");
        await page.GetByLabel("Nummer", new() { Exact = true }).FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
        await page.GetByLabel("Waarom plant u deze loting?", new() { Exact = true })
            .FillAsync("De loting van het plan van aanpak");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan deze loting" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = Draw }).WaitForAsync();
    }

    private static async Task Freeze(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Bevries de lijst" }).ClickAsync();
        await Accessible.Check(page);
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await page.GetByLabel("Waarom bevriest u nu?", new() { Exact = true }).FillAsync("De screening is goedgekeurd");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bevries de lijst" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Bevroren lijst" }).WaitForAsync();
    }

    private static async Task Commit(IPage page, TravellingClock clock)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Leg alles vast" }).ClickAsync();
        await Accessible.Check(page);
        await page.GetByLabel("Eerste houder", new() { Exact = true }).FillAsync("Griffier");
        await page.GetByLabel("Toezegging van de eerste houder", new() { Exact = true }).FillAsync(Commitment(0));
        await page.GetByLabel("Tweede houder (mag leeg blijven)", new() { Exact = true }).FillAsync("Notaris");
        await page.GetByLabel("Toezegging van de tweede houder", new() { Exact = true }).FillAsync(Commitment(1));
        await page.GetByLabel("Bron", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Twintig dobbelstenen, in het openbaar geworpen" });
        var day = clock.GetUtcNow().AddDays(3);
        await page.GetByLabel("Dag", new() { Exact = true })
            .FillAsync(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("Tijd (Nederlandse tijd)", new() { Exact = true }).FillAsync("00:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
        await page.GetByLabel("Waarom legt u nu vast?", new() { Exact = true }).FillAsync("Alles is gereed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg de loting vast" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Noteer waar de vastlegging is gepubliceerd" }).ClickAsync();
        await Accessible.Check(page);
        await page.GetByLabel("Waar is de vastlegging gepubliceerd?", new() { Exact = true })
            .FillAsync("Gemeenteblad 2017, nummer 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Noteer de publicatie" }).ClickAsync();
        await page.GetByText("Gemeenteblad 2017, nummer 1").First.WaitForAsync();
        await Pictures.Take(page, "loting-vastgelegd");
    }

    private static async Task SendTheLetters(IPage lead)
    {
        await lead.GotoAsync($"/experimenten/groningen-2017/lotingen/{Draw}");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Lotcodes voor de brieven" }).ClickAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Haal het bestand op" }).ClickAsync();
        await lead.GetByText("Vul een reden in.").First.WaitForAsync();
        await Accessible.Check(lead);
        await lead.GetByLabel("Waarom haalt u de lotcodes op?", new() { Exact = true }).FillAsync("De uitnodigingen");
        var download = await lead.RunAndWaitForDownloadAsync(() =>
            lead.GetByRole(AriaRole.Button, new() { Name = "Haal het bestand op" }).ClickAsync()
        );
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!);
        lines.Length.ShouldBe(1322 + 1);
        lines[1].ShouldContain("Testpersoon");
        lines.ShouldAllBe(line => !line.Contains("vrijlating", StringComparison.Ordinal));
    }

    private static async Task NobodySeesAnAllocation(LiveSite site, IPage lead)
    {
        var visitor = await site.Visit();
        foreach (var page in new[] { lead, visitor })
        {
            await page.GotoAsync($"/lotingen/{Draw}");
            (await page.ContentAsync()).ShouldNotContain("Aantal per groep");
            (await page.GetByText("assignment_sha256").CountAsync()).ShouldBe(0);
        }

        var receipt = await visitor.APIRequest.GetAsync($"{site.Url}/lotingen/{Draw}?handler=Receipt");
        receipt.Ok.ShouldBeFalse();
    }

    private static async Task OpenAndDraw(IPage officer, IPage signer)
    {
        foreach (var secret in Secrets)
        {
            await officer.GotoAsync("/");
            await officer.GetByRole(AriaRole.Link, new() { Name = "Open de geheimen" }).ClickAsync();
            await Accessible.Check(officer);
            await officer
                .GetByLabel("Houder", new() { Exact = true })
                .SelectOptionAsync(new SelectOptionValue { Index = 0 });
            await officer.GetByLabel("Geheim", new() { Exact = true }).FillAsync(secret);
            await officer.GetByRole(AriaRole.Button, new() { Name = "Open het geheim" }).ClickAsync();
        }

        foreach (var page in new[] { officer, signer })
        {
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { Name = "Voer de openbare waarde in" }).ClickAsync();
            await Accessible.Check(page);
            await page.GetByLabel("Openbare waarde", new() { Exact = true }).FillAsync(Dice);
            await page.GetByRole(AriaRole.Button, new() { Name = "Voer de waarde in" }).ClickAsync();
        }

        await DoNow(officer, "Trek de loting", "Trek de loting");
    }

    private static async Task DoNow(IPage page, string task, string button)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = task }).ClickAsync();
        await Accessible.Check(page);
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Uitkomst" }).WaitForAsync();
    }

    private static async Task Verify(IPage signer)
    {
        var digest = Recompute(await Receipt(signer));
        await signer.GotoAsync("/");
        await signer
            .GetByRole(AriaRole.Link, new() { Name = "Controleer de loting met een ander programma" })
            .ClickAsync();
        await Accessible.Check(signer);
        await signer.GetByLabel("assignment_sha256", new() { Exact = true }).FillAsync(digest);
        await signer
            .GetByLabel("Met welk programma hebt u nagerekend?", new() { Exact = true })
            .FillAsync("verify_draw.py");
        await signer.GetByRole(AriaRole.Button, new() { Name = "Leg de controle vast" }).ClickAsync();
        await signer.GetByText("gecontroleerd", new() { Exact = true }).First.WaitForAsync();
    }

    private static async Task ACitizenChecksATicket(LiveSite site, byte[] receipt)
    {
        var row = ReceiptCheck.Of(receipt).OrThrow().Receipt.Rows.First(r => r.Arm == "vrijlating");
        var citizen = await site.Visit(width: 320, script: false);
        await citizen.GotoAsync("/lot");
        await citizen.GetByLabel("Lotingnummer", new() { Exact = true }).FillAsync(Draw);
        await citizen.GetByLabel("Lotcode", new() { Exact = true }).FillAsync(row.Pseudonym.ToLowerInvariant());
        await citizen.GetByRole(AriaRole.Button, new() { Name = "Controleer" }).ClickAsync();
        await citizen.GetByText("vrijlating").First.WaitForAsync();
        await Pictures.Take(citizen, "lot-320");
        await citizen.GotoAsync($"/lotingen/{Draw}");
        await citizen.SetViewportSizeAsync(1280, 900);
        await Pictures.Take(citizen, "loting-openbaar");
        await citizen.GotoAsync("/cijfers/wageningen-2017");
        await Pictures.Take(citizen, "cijfers", wholePage: false);
    }

    private static async Task<byte[]> Receipt(IPage page)
    {
        var address = new Uri(new Uri(page.Url), $"/experimenten/groningen-2017/lotingen/{Draw}?handler=Receipt");
        var answer = await page.APIRequest.GetAsync(address.ToString());
        answer.Ok.ShouldBeTrue();
        return await answer.BodyAsync();
    }

    /// <summary>The stand-alone script, as the second signer runs it on an own computer.</summary>
    private static string Recompute(byte[] receipt)
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, receipt);
        using var python = Process.Start(
            new ProcessStartInfo("python3", [Path.Combine(Drawing.Root, "tools", "verify_draw.py"), file])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var said = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        File.Delete(file);
        python.ExitCode.ShouldBe(0, said);
        return Regex
            .Match(said, "assignment_sha256: (?<digest>[0-9a-f]{64})", RegexOptions.ExplicitCapture)
            .Groups["digest"]
            .Value;
    }

    private static string Commitment(int holder) => Secret.Parse(Secrets[holder]).OrThrow().Commitment.ToString();
}
