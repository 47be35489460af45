// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Tasks;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Home;

/// <summary>The start: for a visitor what this is, for a signed-in person what waits for them.</summary>
[Public]
public sealed class IndexModel(OpenTasks open) : ProeftuinPage
{
    public IReadOnlyList<OpenTask> Tasks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            Tasks = (await open.Handle(Actor, ct)).Match(tasks => tasks, _ => []);
        }
    }
}
