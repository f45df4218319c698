using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BankAdmin.Testing.Pages;

/// <summary>What a person does on a page.</summary>
public sealed partial class Page
{
    public Page Fill(string key, string value)
    {
        switch (Require(key))
        {
            case IHtmlInputElement input:
                input.Value = value;
                if (input.Type == "password")
                {
                    client.KeepSecret(value);
                }
                else if (key == "loginId")
                {
                    client.SaysLoginId(value);
                }

                return this;
            case IHtmlTextAreaElement area:
                area.Value = value;
                return this;
            case IHtmlSelectElement select:
                var offered = select.Options.Select(option => option.Value).ToList();
                select.Value = offered.Contains(value)
                    ? value : throw new InvalidOperationException($"'{key}' offers {string.Join(", ", offered)}.");
                return this;
            default:
                throw new InvalidOperationException($"'{key}' is nothing to type into on {Summary}.");
        }
    }

    /// <summary>Chooses a radio button: 「key:value」.</summary>
    public Page Choose(string keyAndValue)
    {
        var chosen = (IHtmlInputElement)Require(keyAndValue);
        foreach (var other in chosen.Form!.Elements.OfType<IHtmlInputElement>().Where(e => e.Type == "radio" && e.Name == chosen.Name))
        {
            other.IsChecked = false;
        }

        chosen.IsChecked = true;
        return this;
    }

    public Page Check(string key, bool on = true)
    {
        ((IHtmlInputElement)Require(key)).IsChecked = on;
        return this;
    }

    public string ValueOf(string key) => Require(key) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => throw new InvalidOperationException($"'{key}' is no field on {Summary}."),
    };

    /// <summary>Which radio button of a key is chosen.</summary>
    public string? ChosenOf(string key) => KeysBeginning(key + ":").Where(k => Require(k) is IHtmlInputElement { IsChecked: true })
        .Select(k => k[(key.Length + 1)..]).SingleOrDefault();

    public bool IsChecked(string key) => ((IHtmlInputElement)Require(key)).IsChecked;

    public Task<Page> ClickAsync(string key, bool follow = true) => Require(key) is IHtmlAnchorElement link
        ? client.GetAsync(link.GetAttribute("href")!, follow)
        : SubmitAsync(key, follow);

    /// <summary>Presses a button: its form goes with all that stands in it, hidden fields included.</summary>
    /// <param name="key">The button.</param>
    /// <param name="follow">Whether to go on where the answer leads.</param>
    /// <param name="extra">
    /// What the form does not have and a hostile client sends all the same; instead of a field of the same name.
    /// </param>
    public Task<Page> SubmitAsync(string key, bool follow = true, params (string Name, string Value)[] extra)
    {
        var (action, own) = FormOf(key);
        var fields = own.Where(field => extra.All(e => e.Name != field.Name)).Concat(extra);
        return (Require(key) as IHtmlButtonElement)?.Form?.Method == "get"
            ? client.GetAsync($"{action.Split('?')[0]}?{string.Join('&', fields.Select(Escaped))}", follow)
            : client.PostAsync(action, fields, follow);

        static string Escaped((string Name, string Value) field) =>
            $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}";
    }

    /// <summary>Where a button's form goes, and what with.</summary>
    public (string Action, IReadOnlyList<(string Name, string Value)> Fields) FormOf(string key)
    {
        var button = Require(key);
        var form = (button as IHtmlButtonElement)?.Form ?? (button as IHtmlInputElement)?.Form
            ?? throw new InvalidOperationException($"'{key}' is no button of a form on {Summary}.");
        if (button.IsDisabled())
        {
            throw new InvalidOperationException($"'{key}' is disabled on {Summary}.");
        }

        var action = button.GetAttribute("formaction") ?? form.GetAttribute("action");
        var own = button.GetAttribute("name") is { Length: > 0 } name ? new[] { (name, button.GetAttribute("value") ?? "") } : [];
        return (string.IsNullOrEmpty(action) ? Path : action, [.. form.Elements.SelectMany(FieldsOf), .. own]);
    }

    private static IEnumerable<(string Name, string Value)> FieldsOf(IElement element)
    {
        var name = element.GetAttribute("name");
        if (string.IsNullOrEmpty(name) || element.IsDisabled())
        {
            return [];
        }

        return element switch
        {
            IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" } => [],
            IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked
                ? [(name, box.HasAttribute("value") ? box.Value : "on")] : [],
            IHtmlInputElement input => [(name, input.Value)],
            IHtmlTextAreaElement area => [(name, area.Value)],
            IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => (name, option.Value)),
            _ => [],
        };
    }
}
