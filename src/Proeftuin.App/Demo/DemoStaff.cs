// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Accounts;
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
        (Role.Researcher, "onderzoeker"),
        (Role.Auditor, "auditor"),
        (Role.Administrator, "beheerder"),
    ];

    private readonly Dictionary<Role, Actor> actors = [];

    private DemoStaff() { }

    public Actor this[Role role] => actors[role];

    public static async Task<DemoStaff> Hire(DemoTown town, DemoStage stage, CancellationToken ct)
    {
        const string because = "Inrichting van de demonstratie";
        var made = await stage.Use(
            (CreateMunicipality use) => use.Handle(town.Name, $"{town.Login}.beheerder", isFictional: true, ct)
        );
        await stage.Use(
            (ChangePassword use) => use.Handle(made.Administrator.Id, made.Administrator.OneTimePassword, Password, ct)
        );
        var staff = new DemoStaff();
        staff.Add(Role.Administrator, made.Administrator, made.Id);
        foreach (var (role, word) in Roles.Where(r => r.Role != Role.Administrator))
        {
            var boss = staff[Role.Administrator];
            var account = await stage.Use((CreateAccount use) => use.Handle($"{town.Login}.{word}", because, boss, ct));
            await stage.Use((ChangePassword use) => use.Handle(account.Id, account.OneTimePassword, Password, ct));
            await stage.Use((GrantRole use) => use.Handle(account.Id, role, because, boss, ct));
            staff.Add(role, account, made.Id);
        }

        return staff;
    }

    private void Add(Role role, CreatedAccount account, Guid municipality) =>
        actors[role] = new Actor(account.Id, account.Name, municipality, new HashSet<Role> { role });
}

/// <summary>Where a rehearsal is played: the use cases of the program, one at a time, each in a scope of its own as in a request.</summary>
public sealed class DemoStage(IServiceProvider services, DemoClock clock)
{
    public DemoClock Clock => clock;

    /// <summary>Runs one use case. A refusal here means the recipe is wrong, so it stops with the reasons.</summary>
    public async Task<T> Use<TUseCase, T>(Func<TUseCase, Task<Outcome<T>>> act)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
        clock.Pass(TimeSpan.FromSeconds(7));
        return outcome.OrThrow();
    }
}
