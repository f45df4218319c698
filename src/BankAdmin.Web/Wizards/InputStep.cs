using BankAdmin.Domain.Rules;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Screens;
using FluentValidation;

namespace BankAdmin.Web.Wizards;

/// <summary>Binds a posted form onto an object made for it.</summary>
public delegate Task FormBinder(object target);

/// <summary>One input step: it owns a part of the input, binds it afresh from the form and judges its shape.</summary>
/// <param name="Key">Segment of the address, and name of the view.</param>
/// <param name="Screen">Its screen.</param>
/// <param name="Name">Its name in the step indicator.</param>
public abstract record InputStep<TInput>(string Key, Screen Screen, string Name)
{
    /// <summary>Replaces the step's part of the input by what was posted.</summary>
    public abstract Task<TInput> BindAsync(TInput input, FormBinder bind);

    /// <summary>What is wrong with the shape of the part.</summary>
    public abstract IReadOnlyList<Violation> Check(TInput input);

    /// <summary>What a validator says of a part, with the keys of its fields.</summary>
    protected static IReadOnlyList<Violation> Check<TPart>(IValidator<TPart> validator, TPart part) =>
        validator.Validate(part).Errors
            .Select(error => new Violation(error.ErrorCode, FieldKey.Of(error.PropertyName), error.CustomState as object[] ?? []))
            .ToList();
}

/// <summary>A step whose part of the input is a <typeparamref name="TPart"/>.</summary>
/// <param name="Key">Segment of the address, and name of the view.</param>
/// <param name="Screen">Its screen.</param>
/// <param name="Name">Its name in the step indicator.</param>
/// <param name="Validator">Judges the part's shape.</param>
/// <param name="Get">Takes the part out of the input.</param>
/// <param name="Put">Puts a part into the input.</param>
public sealed record InputStep<TInput, TPart>(
    string Key, Screen Screen, string Name, IValidator<TPart> Validator,
    Func<TInput, TPart> Get, Func<TInput, TPart, TInput> Put) : InputStep<TInput>(Key, Screen, Name)
    where TPart : class, new()
{
    /// <inheritdoc />
    public override async Task<TInput> BindAsync(TInput input, FormBinder bind)
    {
        var part = new TPart();
        await bind(part);
        return Put(input, part);
    }

    /// <inheritdoc />
    public override IReadOnlyList<Violation> Check(TInput input) => Check(Validator, Get(input));
}
