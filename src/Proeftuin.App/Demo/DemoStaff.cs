// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Accounts;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Demo;

/// <summary>The people who work in a fictional municipality: one account per role, made the way an administrator makes them.</summary>
public sealed class DemoStaff
{
    /// <summary>The password of every demo account. Fictional municipalities open with a password alone; real ones never do.</summary>
    public const string Password = "vrolijke fiets in de regen";

    /// <summary>The last word of the account of each role.</summary>
    public static readonly IReadOnlyList<(Role Role, string Word)> Roles =
    [
        (Role.ProjectLead, "projectleider"),
        (Role.DrawOfficer, "loting"),
        (Role.SecondSigner, "ondertekenaar"),
        (Role.CaseManager, "klantmanager"),
        (Role.IncomeOfficer, "inkomensconsulent"),
        (Role.Researcher, "onderzoeker"),
        (Role.Auditor, "auditor"),
        (Role.Administrator, "beheerder"),
    ];

    /// <summary>The last word of the second income officer: who decides on a provision does not pay it.</summary>
    public const string Payer = "betaling";

    private readonly Dictionary<Role, Actor> actors = [];

    private DemoStaff() { }

    /// <summary>The last words of everybody's account in a town, for the list that the demonstration prints.</summary>
    public static IEnumerable<string> WordsOf(DemoTown town)
    {
        var words = Roles.Select(r => r.Word);
        var protocol = ProtocolFile.Read(ShippedProtocols.Text(town.Protocol)).OrThrow();
        return protocol.Provisions is null ? words : words.Append(Payer);
    }

    public Actor this[Role role] => actors[role];

    /// <summary>With <paramref name="signsIn"/> everybody chooses <see cref="Password"/>; a rehearsal that nobody looks into does without, because that takes time.</summary>
    public static async Task<DemoStaff> Hire(
        string name,
        string login,
        DemoStage stage,
        CancellationToken ct,
        bool signsIn = true
    )
    {
        const string because = "Inrichting van de demonstratie";
        var made = await stage.Use(
            (CreateMunicipality use) => use.Handle(name, $"{login}.beheerder", isFictional: true, ct)
        );
        if (signsIn)
        {
            await Choose(Password, made.Administrator, stage, ct);
        }

        var staff = new DemoStaff();
        staff.Add(Role.Administrator, made.Administrator, made.Id);
        foreach (var (role, word) in Roles.Where(r => r.Role != Role.Administrator))
        {
            var boss = staff[Role.Administrator];
            var account = await stage.Use((CreateAccount use) => use.Handle($"{login}.{word}", because, boss, ct));
            if (signsIn)
            {
                await Choose(Password, account, stage, ct);
            }

            await stage.Use((GrantRole use) => use.Handle(account.Id, role, because, boss, ct));
            staff.Add(role, account, made.Id);
        }

        return staff;
    }

    /// <summary>One more account with a role, where two people are needed for one matter.</summary>
    public async Task<Actor> HireAlso(Role role, string name, DemoStage stage, CancellationToken ct)
    {
        const string because = "Inrichting van de demonstratie";
        var boss = this[Role.Administrator];
        var account = await stage.Use((CreateAccount use) => use.Handle(name, because, boss, ct));
        await Choose(Password, account, stage, ct);
        await stage.Use((GrantRole use) => use.Handle(account.Id, role, because, boss, ct));
        return new Actor(account.Id, account.Name, boss.MunicipalityId, new HashSet<Role> { role });
    }

    private static Task Choose(string password, CreatedAccount account, DemoStage stage, CancellationToken ct) =>
        stage.Use((ChangePassword use) => use.Handle(account.Id, account.OneTimePassword, password, ct));

    private void Add(Role role, CreatedAccount account, Guid municipality) =>
        actors[role] = new Actor(account.Id, account.Name, municipality, new HashSet<Role> { role });
}
