// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Access.MyAccount;

/// <summary>Who somebody is here, and what can be changed about the own account.</summary>
[SignedIn]
public sealed class IndexModel : ProeftuinPage
{
    public void OnGet() { }
}
