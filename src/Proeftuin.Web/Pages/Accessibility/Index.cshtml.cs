// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Accessibility;

[Public]
public sealed class IndexModel : PageModel;
