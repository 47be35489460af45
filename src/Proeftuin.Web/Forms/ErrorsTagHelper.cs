// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Proeftuin.Web.Forms;

/// <summary>&lt;pt-errors/&gt;: the error summary, each line a link to its field; nothing when there is nothing wrong.</summary>
[HtmlTargetElement("pt-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext
            .ViewData.ModelState.SelectMany(entry =>
                (entry.Value?.Errors ?? []).Select(error => (Field: entry.Key, Text: error.ErrorMessage))
            )
            .DistinctBy(e => (e.Field, e.Text))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pt-errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append("Er gaat iets niet goed");
        var list = new TagBuilder("ul");
        foreach (var (field, text) in errors)
        {
            list.InnerHtml.AppendHtml(Item(field, text));
        }

        output.Content.AppendHtml(heading);
        output.Content.AppendHtml(list);
    }

    private static TagBuilder Item(string field, string text)
    {
        var item = new TagBuilder("li");
        if (field.Length == 0)
        {
            item.InnerHtml.Append(text);
            return item;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
        link.InnerHtml.Append(text);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
