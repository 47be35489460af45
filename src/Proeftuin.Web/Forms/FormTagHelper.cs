// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Proeftuin.Web.Forms;

/// <summary>&lt;pt-form&gt;: a POST form with the antiforgery token and a fresh once-key. Attributes: handler (page handler), action (other address), upload (for files).</summary>
[HtmlTargetElement("pt-form")]
public sealed class FormTagHelper(IAntiforgery antiforgery) : TagHelper
{
    public string? Handler { get; set; }

    public string? Action { get; set; }

    public bool Upload { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("novalidate", new Microsoft.AspNetCore.Html.HtmlString("novalidate"));
        if (Upload)
        {
            output.Attributes.SetAttribute("enctype", "multipart/form-data");
        }

        var request = ViewContext.HttpContext.Request;
        var action =
            Action
            ?? (Handler is null ? null : $"{request.PathBase}{request.Path}?handler={Uri.EscapeDataString(Handler)}");
        if (action is not null)
        {
            output.Attributes.SetAttribute("action", action);
        }

        var token = antiforgery.GetAndStoreTokens(ViewContext.HttpContext);
        output.PostContent.AppendHtml(Hidden(token.FormFieldName, token.RequestToken!));
        output.PostContent.AppendHtml(Hidden(OnceFilter.Field, Guid.CreateVersion7().ToString()));
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "hidden";
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        return input;
    }
}
