using BankAdmin.Domain;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Pdf.Fonts;
using FluentValidation;
using FluentValidation.Results;
using LoginIds = BankAdmin.Domain.Users.LoginId;

namespace BankAdmin.Web.Forms;

/// <summary>
/// Shapes of fields, as rules of a validator. The error code of a rule is the product's, its state what the message names; a
/// field breaks one rule at a time, the first in the order of spec screens.md §3.
/// </summary>
public static class FieldRules
{
    /// <summary>A whole number of yen with at most that many digits.</summary>
    public static IRuleBuilderOptions<T, string?> Amount<T>(this IRuleBuilder<T, string?> field, int maxDigits)
    {
        return field.InOrder(
            typed => typed ?? "", Rule(ErrorCodes.Required), Rule(ErrorCodes.NotDigits), Rule(ErrorCodes.TooLong));

        FieldRule Rule(string code) =>
            new(code, text => AmountText.Check(text, maxDigits) != code, text => CheckAmount(text, maxDigits, "")!.Arguments);
    }

    /// <summary>What is wrong with an amount that no validator judges; null: nothing.</summary>
    public static Violation? CheckAmount(string? typed, int maxDigits, string field) => AmountText.Check(typed, maxDigits) switch
    {
        null => null,
        ErrorCodes.NotDigits => new Violation(
            ErrorCodes.NotDigits, field, InvisibleIn(typed) is { } named ? named + "を消してください。" : ""),
        var code => new Violation(code, field, $"{maxDigits}桁"),
    };

    /// <summary>A login ID: 半角英数字 6 to 12, letters and digits both (rule: spec credentials.md §1).</summary>
    public static IRuleBuilderOptions<T, string?> LoginId<T>(this IRuleBuilder<T, string?> field)
    {
        return field.InOrder(
            JapaneseText.Fold,
            Rule(ErrorCodes.Required, _ => []),
            Rule(ErrorCodes.NotAllowed, id => [InvisibleIn(id) ?? "半角英数字以外の文字"]),
            Rule(ErrorCodes.TooLong, _ => [$"{LoginIds.MaxLength}文字"]),
            Rule(ErrorCodes.TooShort, _ => [$"{LoginIds.MinLength}文字"]),
            Rule(ErrorCodes.LettersAndDigits, _ => []));

        static FieldRule Rule(string code, Func<string, object[]> arguments) => new(code, id => LoginIds.Check(id) != code, arguments);
    }

    /// <summary>A name in 全角 that can be printed.</summary>
    public static IRuleBuilderOptions<T, string?> FullWidthName<T>(this IRuleBuilder<T, string?> field, int maxLength) =>
        field.InOrder(JapaneseText.Widen, Given, Printable, FitsIn(maxLength));

    /// <summary>A memo that can be printed, or nothing.</summary>
    public static IRuleBuilderOptions<T, string?> Memo<T>(this IRuleBuilder<T, string?> field, int maxLength) =>
        field.InOrder(JapaneseText.Plain, Printable, FitsIn(maxLength));

    public static IRuleBuilderOptions<T, string?> MailAddress<T>(this IRuleBuilder<T, string?> field, int minLength, int maxLength) =>
        field.InOrder(
            JapaneseText.Fold,
            Given,
            new FieldRule(ErrorCodes.NotAllowed, address => address.All(c => c is > ' ' and <= '~'),
                address => [InvisibleIn(address) ?? "半角の英数字と記号以外の文字"]),
            new FieldRule(ErrorCodes.TooLong, address => address.Length <= maxLength, _ => [$"{maxLength}文字"]),
            new FieldRule(ErrorCodes.TooShort, address => address.Length >= minLength, _ => [$"{minLength}文字"]),
            new FieldRule(ErrorCodes.WrongForm, MailComposer.IsAddressOfAHost, _ => []));

    public static IRuleBuilderOptions<T, string?> Required<T>(this IRuleBuilder<T, string?> field) =>
        field.InOrder(typed => typed ?? "", Given);

    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> field, IEnumerable<string> choices) =>
        field.OneOf((_, typed) => choices.Contains(typed));

    /// <summary>One of the choices that are offered.</summary>
    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> field, Func<T, string, bool> isOffered) => field
        .Required()
        .Must((form, typed) => string.IsNullOrEmpty(typed) || isOffered(form, typed)).WithErrorCode(ErrorCodes.OutOfRange);

    /// <summary>The same as another field, typed again.</summary>
    public static IRuleBuilderOptions<T, string?> SameAs<T>(this IRuleBuilder<T, string?> field, Func<T, string?> first) => field
        .InOrder(typed => (typed ?? "").Trim(), Given)
        .Must((form, typed) => string.IsNullOrWhiteSpace(typed) || JapaneseText.Fold(typed) == JapaneseText.Fold(first(form)))
        .WithErrorCode(ErrorCodes.EntriesDiffer);

    /// <summary>The same rules for every member of a dictionary; the path of a member ends in its key.</summary>
    public static void EachMember<T>(
        this IRuleBuilderInitialCollection<T, KeyValuePair<string, string?>> members,
        Func<IRuleBuilder<KeyValuePair<string, string?>, string?>, IRuleBuilderOptions<KeyValuePair<string, string?>, string?>> rules) =>
        members
        .OverrideIndexer((_, _, member, _) => $"[{member.Key}]")
        .ChildRules(member => rules(member.RuleFor(pair => pair.Value)).OverridePropertyName(""));

    /// <summary>A rule of the domain, whose violations name their fields themselves.</summary>
    public static void FollowsRule<T, TProperty>(this IRuleBuilder<T, TProperty> rule, Func<TProperty, IEnumerable<Violation>?> check) =>
        rule.Custom((value, context) =>
        {
            foreach (var (code, field, arguments) in check(value) ?? [])
            {
                context.AddFailure(new ValidationFailure(field, code) { ErrorCode = code, CustomState = arguments });
            }
        });

    private static readonly FieldRule Given = new(ErrorCodes.Required, text => text.Length > 0, _ => []);

    private static readonly FieldRule Printable = new(
        ErrorCodes.NotAllowed, text => Unprintable(text).Count == 0, text => [string.Join('、', Unprintable(text))]);

    /// <summary>The characters of a text that nobody can see, as a message names them; null: there are none.</summary>
    public static string? InvisibleIn(string? text) =>
        JapaneseText.InvisibleIn(text) is { Count: > 0 } found ? string.Join('、', found) : null;

    private static FieldRule FitsIn(int maxLength) => new(
        ErrorCodes.TooLong,
        text => JapaneseText.Length(text) <= maxLength && text.Length <= maxLength * JapaneseText.UnitsPerCharacter,
        _ => [$"{maxLength}文字"]);

    private static IReadOnlyList<string> Unprintable(string text) => JapaneseText.Refused(text, FontStack.Text.Covers);

    // A rule waits for the earlier ones itself: CascadeMode.Stop in RuleForEach would stop at the first wrong item.
    private static IRuleBuilderOptions<T, string?> InOrder<T>(
        this IRuleBuilder<T, string?> field, Func<string?, string> read, FieldRule first, params FieldRule[] rest)
    {
        var options = Add(field, first, []);
        for (var i = 0; i < rest.Length; i++)
        {
            options = Add(options, rest[i], [first, .. rest[..i]]);
        }

        return options;

        IRuleBuilderOptions<T, string?> Add(IRuleBuilder<T, string?> builder, FieldRule rule, FieldRule[] earlier) => builder
            .Must(typed => read(typed) is var text && (rule.Holds(text) || earlier.Any(before => !before.Holds(text))))
            .WithErrorCode(rule.Code)
            .WithState((_, typed) => rule.Arguments(read(typed)));
    }

    private sealed record FieldRule(string Code, Func<string, bool> Holds, Func<string, object[]> Arguments);
}
