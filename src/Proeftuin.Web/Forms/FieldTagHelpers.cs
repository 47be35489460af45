// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Proeftuin.Web.Forms;

/// <summary>One accessible form field: label, hint and error tied to the control with aria-describedby.</summary>
public abstract class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Id => TagBuilder.CreateSanitizedId(For.Name, "_");

    protected string? Error =>
        ViewContext.ViewData.ModelState.TryGetValue(For.Name, out var entry) && entry.Errors.Count > 0
            ? entry.Errors[0].ErrorMessage
            : null;

    protected string? Value
    {
        get
        {
            var attempted = ViewContext.ViewData.ModelState.TryGetValue(For.Name, out var entry)
                ? entry.AttemptedValue
                : null;
            return attempted
                ?? For.Model switch
                {
                    DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    var other => Convert.ToString(other, CultureInfo.CurrentCulture),
                };
        }
    }

    protected abstract IHtmlContent Control();

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pt-field" + (Error is null ? "" : " pt-field--invalid"));
        output.Content.AppendHtml(LabelTag());
        if (Hint is not null)
        {
            output.Content.AppendHtml(Line("pt-hint", $"{Id}-hint", Hint));
        }

        if (Error is { } error)
        {
            output.Content.AppendHtml(Line("pt-error", $"{Id}-fout", error));
        }

        output.Content.AppendHtml(Control());
    }

    protected virtual IHtmlContent LabelTag()
    {
        var label = new TagBuilder("label");
        label.AddCssClass("utrecht-form-label");
        label.Attributes["for"] = Id;
        label.InnerHtml.Append(Label);
        return label;
    }

    protected TagBuilder Describe(TagBuilder control)
    {
        control.Attributes["id"] = Id;
        control.Attributes["name"] = For.Name;
        var described = string.Join(
            ' ',
            new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-fout" }.Where(d => d is not null)
        );
        if (described.Length > 0)
        {
            control.Attributes["aria-describedby"] = described;
        }

        if (Error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        return control;
    }

    private static TagBuilder Line(string css, string id, string text)
    {
        var line = new TagBuilder("div");
        line.AddCssClass(css);
        line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        return line;
    }
}

/// <summary>&lt;pt-field asp-for label hint type&gt;: a text box; type "textarea" gives several lines (rows).</summary>
[HtmlTargetElement("pt-field", Attributes = "asp-for")]
public sealed class TextFieldTagHelper : FieldTagHelper
{
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    public int Rows { get; set; } = 4;

    protected override IHtmlContent Control()
    {
        var many = string.Equals(Type, "textarea", StringComparison.Ordinal);
        var control = Describe(new TagBuilder(many ? "textarea" : "input"));
        control.AddCssClass(many ? "utrecht-textarea" : "utrecht-textbox");
        if (many)
        {
            control.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
            control.InnerHtml.Append(Value ?? "");
        }
        else
        {
            control.TagRenderMode = TagRenderMode.SelfClosing;
            control.Attributes["type"] = Type;
            if (!string.Equals(Type, "password", StringComparison.Ordinal))
            {
                control.Attributes["value"] = Value;
            }
        }

        if (Autocomplete is not null)
        {
            control.Attributes["autocomplete"] = Autocomplete;
        }

        if (Inputmode is not null)
        {
            control.Attributes["inputmode"] = Inputmode;
        }

        return control;
    }
}

/// <summary>&lt;pt-file asp-for label hint accept&gt;: choose a file. Needs &lt;pt-form upload="true"&gt;.</summary>
[HtmlTargetElement("pt-file", Attributes = "asp-for")]
public sealed class FileFieldTagHelper : FieldTagHelper
{
    public string? Accept { get; set; }

    protected override IHtmlContent Control()
    {
        var control = Describe(new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing });
        control.AddCssClass("pt-file");
        control.Attributes["type"] = "file";
        if (Accept is not null)
        {
            control.Attributes["accept"] = Accept;
        }

        return control;
    }
}

/// <summary>&lt;pt-select asp-for label hint options&gt;: one choice from a list; "empty" is the text of no choice.</summary>
[HtmlTargetElement("pt-select", Attributes = "asp-for")]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    public string? Empty { get; set; }

    protected override IHtmlContent Control()
    {
        var control = Describe(new TagBuilder("select"));
        control.AddCssClass("utrecht-select");
        if (Empty is not null)
        {
            control.InnerHtml.AppendHtml(Option("", Empty, selected: false));
        }

        foreach (var option in Options)
        {
            control.InnerHtml.AppendHtml(
                Option(
                    option.Value,
                    option.Text,
                    option.Selected || string.Equals(option.Value, Value, StringComparison.Ordinal)
                )
            );
        }

        return control;
    }

    private static TagBuilder Option(string value, string text, bool selected)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (selected)
        {
            option.Attributes["selected"] = "selected";
        }

        option.InnerHtml.Append(text);
        return option;
    }
}

/// <summary>&lt;pt-check asp-for label hint&gt;: one tick box for a bool.</summary>
[HtmlTargetElement("pt-check", Attributes = "asp-for")]
public sealed class CheckFieldTagHelper : FieldTagHelper
{
    protected override IHtmlContent LabelTag() => HtmlString.Empty;

    protected override IHtmlContent Control()
    {
        var box = Describe(new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing });
        box.AddCssClass("pt-checkbox");
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        if (For.Model is true)
        {
            box.Attributes["checked"] = "checked";
        }

        var label = new TagBuilder("label");
        label.AddCssClass("pt-check");
        label.InnerHtml.AppendHtml(box);
        label.InnerHtml.Append(" " + Label);
        return label;
    }
}
