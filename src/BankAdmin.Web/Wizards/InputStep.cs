using BankAdmin.Domain.Rules;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Screens;
using FluentValidation;

namespace BankAdmin.Web.Wizards;

/// <summary>What an input page posts.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Revision">Revision of the draft as the page showed it.</param>
/// <param name="Button">What its button posts; empty: Enter or the main button.</param>
/// <param name="Entry">What proves who is there, where the page commits.</param>
public sealed record StepRequest(Guid Id, string Step, int Revision, string Button, StepUpEntry Entry);

/// <summary>Binds a posted form onto an object made for it.</summary>
public delegate Task FormBinder(object target);

/// <summary>One input step: it owns a part of the input, binds it afresh from the form and judges its shape.</summary>
/// <param name="Key">Segment of the address, and name of the view.</param>
/// <param name="Screen">Its screen.</param>
/// <param name="Name">Its name in the step indicator.</param>
public abstract record InputStep<TInput, TSubject>(string Key, Screen Screen, string Name)
{
    /// <summary>Whether a field stands on its page, by the field's key.</summary>
    public Func<string, bool> Owns { get; init; } = _ => true;

    /// <summary>Replaces the step's part of the input by what was posted.</summary>
    public abstract Task<TInput> BindAsync(TSubject subject, TInput input, FormBinder bind);

    /// <summary>What is wrong with the shape of the part.</summary>
    public abstract IReadOnlyList<Violation> Check(TSubject subject, TInput input);
}

/// <summary>A step whose part of the input is a <typeparamref name="TPart"/>.</summary>
/// <param name="Validator">Judges the part's shape; it may depend on the subject and on earlier steps.</param>
/// <param name="Get">Takes the part out of the input.</param>
/// <param name="Put">Puts a posted part into the input, without what the subject does not offer.</param>
public sealed record InputStep<TInput, TSubject, TPart>(
    string Key, Screen Screen, string Name,
    Func<TSubject, TInput, IValidator<TPart>> Validator, Func<TInput, TPart> Get, Func<TSubject, TInput, TPart, TInput> Put)
    : InputStep<TInput, TSubject>(Key, Screen, Name)
    where TPart : class, new()
{
    public override async Task<TInput> BindAsync(TSubject subject, TInput input, FormBinder bind)
    {
        var part = new TPart();
        await bind(part);
        return Put(subject, input, part);
    }

    public override IReadOnlyList<Violation> Check(TSubject subject, TInput input) =>
        Validator(subject, input).Validate(Get(input)).Errors
            .Select(error => new Violation(error.ErrorCode, FieldKey.Of(error.PropertyName), error.CustomState as object[] ?? []))
            .ToList();
}
