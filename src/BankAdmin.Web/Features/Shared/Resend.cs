using BankAdmin.Web.Forms;
using Microsoft.AspNetCore.Http.Features;

namespace BankAdmin.Web.Features.Shared;

/// <summary>What a page outside the screens says.</summary>
/// <param name="Text">What went wrong, whether anything was changed, and what to do.</param>
/// <param name="Resend">What can be sent once more from here.</param>
/// <param name="Reopen">The page it happened on, where opening it again shows how things stand.</param>
public sealed record ErrorPage(string Text, Resend? Resend = null, string? Reopen = null);

/// <summary>What a failed post carried, to be sent once more. Secrets are not in it: the page that gets it asks for them again.</summary>
/// <param name="Path">Where it was sent.</param>
/// <param name="Fields">What was sent.</param>
/// <param name="KeepsToken">Its antiforgery token is good and among the fields; else the page brings a new one.</param>
public sealed record Resend(string Path, IReadOnlyList<KeyValuePair<string, string?>> Fields, bool KeepsToken)
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>The post of this request; null: there is none, or its form was not read.</summary>
    /// <param name="http">The request.</param>
    /// <param name="path">Where it was sent to at first.</param>
    /// <param name="keepsToken">Its antiforgery token is good.</param>
    public static Resend? Of(HttpContext http, string path, bool keepsToken) =>
        HttpMethods.IsPost(http.Request.Method) && http.Features.Get<IFormFeature>()?.Form is { } form
            ? new Resend(
                path,
                form.Where(field => field.Key == Token ? keepsToken : !SecretFields.Has(field.Key))
                    .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))).ToList(),
                keepsToken)
            : null;
}
