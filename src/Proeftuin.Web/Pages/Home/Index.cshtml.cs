// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Home;

[Public]
public sealed class IndexModel : ProeftuinPage
{
    public void OnGet() { }
}
