using BankAdmin.Domain;
using BankAdmin.Domain.Rules;
using BankAdmin.Pdf.Fonts;
using FluentValidation;
using FluentValidation.Results;

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

    /// <summary>A memo that can be printed, or nothing.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> Memo<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.Custom((typed, context) => CheckText(context, (typed ?? "").Trim(), maxLength, required: false));

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
