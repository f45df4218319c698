using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Pdf.Fonts;
using FluentValidation;
using FluentValidation.Results;
using Ids = BankAdmin.Domain.Users.LoginId;

namespace BankAdmin.Web.Forms;

/// <summary>Shapes of fields, for validators: each gives one error, with the code that comes first (spec screens.md §3).</summary>
public static class FieldRules
{
    /// <summary>A whole number of yen with at most that many digits.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> Amount<T>(this IRuleBuilder<T, string?> rule, int maxDigits) => rule.Custom((typed, context) =>
    {
        if (AmountText.Check(typed, maxDigits) is { } code)
        {
            Fail(context, context.PropertyPath, code, $"{maxDigits}桁");
        }
    });

    /// <summary>One of a closed set.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, IEnumerable<string> choices) => rule.Custom((typed, context) =>
    {
        if (string.IsNullOrEmpty(typed))
        {
            Fail(context, context.PropertyPath, ErrorCodes.Required);
        }
        else if (!choices.Contains(typed))
        {
            Fail(context, context.PropertyPath, ErrorCodes.OutOfRange);
        }
    });

    /// <summary>Every member a whole number of yen with at most that many digits.</summary>
    public static IRuleBuilderOptionsConditions<T, Dictionary<string, string?>> Amounts<T>(
        this IRuleBuilder<T, Dictionary<string, string?>> rule, int maxDigits) => rule.Custom((members, context) =>
    {
        foreach (var (key, typed) in members)
        {
            if (AmountText.Check(typed, maxDigits) is { } code)
            {
                Fail(context, $"{context.PropertyPath}[{key}]", code, $"{maxDigits}桁");
            }
        }
    });

    /// <summary>Every member one of the choices it is offered.</summary>
    public static IRuleBuilderOptionsConditions<T, Dictionary<string, string?>> Choices<T>(
        this IRuleBuilder<T, Dictionary<string, string?>> rule, Func<string, string, bool> isOffered) => rule.Custom((members, context) =>
    {
        foreach (var (key, typed) in members)
        {
            if (string.IsNullOrEmpty(typed))
            {
                Fail(context, $"{context.PropertyPath}[{key}]", ErrorCodes.Required);
            }
            else if (!isOffered(key, typed))
            {
                Fail(context, $"{context.PropertyPath}[{key}]", ErrorCodes.OutOfRange);
            }
        }
    });

    /// <summary>A name in 全角 that can be printed.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> FullWidthName<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.Custom((typed, context) => CheckText(context, JapaneseText.Widen(typed), maxLength, required: true));

    /// <summary>A login ID: 半角英数字 6 to 12, letters and digits both (rule: spec credentials.md §1).</summary>
    public static IRuleBuilderOptionsConditions<T, string?> LoginId<T>(this IRuleBuilder<T, string?> rule) => rule.Custom((typed, context) =>
    {
        var id = JapaneseText.Fold(typed);
        switch (PasswordRules.Check(id, Ids.MaxLength))
        {
            case null:
                break;
            case ErrorCodes.NotAllowed:
                Fail(context, context.PropertyPath, ErrorCodes.NotAllowed, "半角英数字以外の文字");
                break;
            case ErrorCodes.TooLong:
                Fail(context, context.PropertyPath, ErrorCodes.TooLong, $"{Ids.MaxLength}文字");
                break;
            case ErrorCodes.TooShort:
                Fail(context, context.PropertyPath, ErrorCodes.TooShort, $"{Ids.MinLength}文字");
                break;
            case { } code:
                Fail(context, context.PropertyPath, code);
                break;
        }
    });

    /// <summary>A mail address.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> MailAddress<T>(this IRuleBuilder<T, string?> rule, int minLength, int maxLength) => rule.Custom((typed, context) =>
    {
        var address = JapaneseText.Fold(typed);
        if (address.Length == 0)
        {
            Fail(context, context.PropertyPath, ErrorCodes.Required);
        }
        else if (address.Any(c => c is <= ' ' or > '~'))
        {
            Fail(context, context.PropertyPath, ErrorCodes.NotAllowed, "半角の英数字と記号以外の文字");
        }
        else if (address.Length > maxLength)
        {
            Fail(context, context.PropertyPath, ErrorCodes.TooLong, $"{maxLength}文字");
        }
        else if (address.Length < minLength)
        {
            Fail(context, context.PropertyPath, ErrorCodes.TooShort, $"{minLength}文字");
        }
        else if (!MailComposer.IsAddress(address) || !IsHostName(address[(address.LastIndexOf('@') + 1)..]))
        {
            Fail(context, context.PropertyPath, ErrorCodes.WrongForm);
        }
    });

    /// <summary>The same as another field, typed again.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> SameAs<T>(this IRuleBuilder<T, string?> rule, Func<T, string?> first) => rule.Custom((typed, context) =>
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            Fail(context, context.PropertyPath, ErrorCodes.Required);
        }
        else if (JapaneseText.Fold(typed) != JapaneseText.Fold(first(context.InstanceToValidate)))
        {
            Fail(context, context.PropertyPath, ErrorCodes.EntriesDiffer);
        }
    });

    /// <summary>A memo that can be printed, or nothing.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> Memo<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.Custom((typed, context) => CheckText(context, (typed ?? "").Trim(), maxLength, required: false));

    /// <summary>Puts violations into a validator's result.</summary>
    public static void Fail<T>(this ValidationContext<T> context, IEnumerable<Violation>? violations)
    {
        foreach (var violation in violations ?? [])
        {
            Fail(context, violation.Field, violation.Code, violation.Arguments);
        }
    }

    private static bool IsHostName(string host) => host.Split('.') is { Length: > 1 } labels && labels.All(label =>
        label.Length > 0 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    private static void CheckText<T>(ValidationContext<T> context, string text, int maxLength, bool required)
    {
        if (text.Length == 0)
        {
            if (required)
            {
                Fail(context, context.PropertyPath, ErrorCodes.Required);
            }
        }
        else if (JapaneseText.Refused(text, FontStack.Text.Covers) is { Count: > 0 } refused)
        {
            Fail(context, context.PropertyPath, ErrorCodes.NotAllowed, string.Join(" ", refused));
        }
        else if (JapaneseText.Length(text) > maxLength || text.Length > maxLength * JapaneseText.UnitsPerCharacter)
        {
            Fail(context, context.PropertyPath, ErrorCodes.TooLong, $"{maxLength}文字");
        }
    }

    private static void Fail<T>(ValidationContext<T> context, string path, string code, params object[] arguments) =>
        context.AddFailure(new ValidationFailure(path, code) { ErrorCode = code, CustomState = arguments });
}
