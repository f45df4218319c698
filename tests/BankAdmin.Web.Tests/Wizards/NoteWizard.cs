using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Tests.Wizards;

/// <summary>What is typed into the wizard of these tests.</summary>
internal sealed record NoteForm
{
    public string? Text { get; set; }
}

/// <summary>What it works on: the company (guarded by its version), or nothing but its draft.</summary>
internal sealed record NoteSubject(Company? Company) : Subject<NoteForm>(new NoteForm { Text = "before" }, Company);

/// <summary>The smallest wizard, with hooks at the places where others can come between.</summary>
[Wizard("note", "/note", "BKGK015")]
internal sealed class NoteWizard(BankAdminDbContext context) : Wizard<NoteForm, NoteSubject>
{
    /// <summary>Whether it changes the company (guarded by its version) or only has run (guarded by the draft alone).</summary>
    public bool ChangesCompany { get; init; }

    /// <summary>Runs whenever the subject is about to be read.</summary>
    public Func<Task> BeforeLoad { get; set; } = () => Task.CompletedTask;

    /// <summary>Runs before the change is made, after everything was read and judged.</summary>
    public Func<Task> BeforeApply { get; set; } = () => Task.CompletedTask;

    /// <summary>What is told at last.</summary>
    public IReadOnlyList<Violation> AtLast { get; set; } = [];

    public override Operation Operation => OperationCatalogue.ChangeAccountMemos;

    public override WizardScreens Screens { get; } = new(ScreenCatalogue.ChangeAccountMemosResult);

    public override IReadOnlyList<InputStep<NoteForm, NoteSubject>> Steps { get; } =
    [
        new InputStep<NoteForm, NoteSubject, NoteForm>(
            "note", ScreenCatalogue.ChangeAccountMemos, "", (_, _) => new InlineValidator<NoteForm>(), form => form,
            (_, _, typed) => typed),
    ];

    public override WizardWords Words(NoteSubject subject) => new("", "");

    public override async Task<NoteSubject?> LoadAsync(string subjectKey, Person actor, CancellationToken ct)
    {
        await BeforeLoad();
        return new NoteSubject(ChangesCompany ? await context.Companies.SingleAsync(ct) : null);
    }

    public override IEnumerable<Described> Describe(NoteSubject subject, NoteForm input) =>
        [new Described("", "text", "", input.Text ?? "")];

    public override IReadOnlyList<Violation> CheckAfterSave(NoteSubject subject, NoteForm input) => AtLast;

    public override async Task ApplyAsync(NoteSubject subject, NoteForm input, CancellationToken ct)
    {
        await BeforeApply();
        if (subject.Company is { } company)
        {
            company.ChangeAccountMemos([input.Text!, input.Text!]);
        }
    }
}
