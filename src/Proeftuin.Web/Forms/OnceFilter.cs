// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Proeftuin.App.Storage;

namespace Proeftuin.Web.Forms;

/// <summary>Every form carries a key of its own. It is written in the same transaction as what the form changes, so sending it twice changes nothing twice.</summary>
public sealed class OnceFilter(Submission submission) : IAsyncPageFilter
{
    public const string Field = "__once";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method))
        {
            var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
            if (!Guid.TryParse(form[Field], out var key))
            {
                context.Result = new BadRequestResult();
                return;
            }

            submission.Key = key;
        }

        await next();
    }
}
