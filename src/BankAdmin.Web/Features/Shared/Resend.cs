using BankAdmin.Web.Forms;
using Microsoft.AspNetCore.Http.Features;

namespace BankAdmin.Web.Features.Shared;

/// <summary>What a page outside the screens says.</summary>
/// <param name="Text">What went wrong, whether anything was changed, and what to do.</param>
/// <param name="Resend">What can be sent once more from here.</param>
/// <param name="Reopen">The page it happened on, where opening it again shows how things stand.</param>
/// <param name="Reference">What a person tells the help desk, to find it in the logs.</param>
public sealed record ErrorPage(string Text, Resend? Resend = null, string? Reopen = null, string? Reference = null);

/// <summary>What a failed post carried, to be sent once more. Secrets are not in it: they have to be typed again.</summary>
/// <param name="Path">Where it was sent.</param>
/// <param name="Fields">What was sent.</param>
/// <param name="KeepsToken">Its antiforgery token is among the fields; else the page brings a new one.</param>
/// <param name="LostSecrets">Secrets were typed.</param>
public sealed record Resend(string Path, IReadOnlyList<KeyValuePair<string, string?>> Fields, bool KeepsToken, bool LostSecrets)
{
    private const string Token = "__RequestVerificationToken";
    private static readonly HashSet<string> NotTyped = [Token, "revision", "action", "script"];

    /// <summary>The post of this request; null: there is none, it could not be read, or nothing but secrets was typed.</summary>
    /// <param name="http">The request.</param>
    /// <param name="path">Where it was sent to at first.</param>
    /// <param name="keepsToken">Its antiforgery token may still be good.</param>
    public static Resend? Of(HttpContext http, string path, bool keepsToken)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Features.Get<IFormFeature>()?.Form is not { } form
            || form.Keys.All(key => NotTyped.Contains(key) || SecretFields.Has(key)))
        {
            return null;
        }

        var fields = form.Where(field => field.Key == Token ? keepsToken : !SecretFields.Has(field.Key))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))).ToList();
        return new Resend(
            path, fields, keepsToken, form.Any(field => SecretFields.Has(field.Key) && !string.IsNullOrEmpty(field.Value)));
    }
}
