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

/// <summary>The smallest wizard, with hooks at the places where others can come between.</summary>
internal sealed class NoteWizard(BankAdminDbContext context) : Wizard<NoteForm>
{
    /// <summary>Whether it changes the company (guarded by its version) or only has run (guarded by the draft alone).</summary>
    public bool ChangesCompany { get; init; }

    /// <summary>Runs whenever the subject is about to be read.</summary>
    public Func<Task> BeforeLoad { get; set; } = () => Task.CompletedTask;

    /// <summary>Runs before the change is made, after everything was read and judged.</summary>
    public Func<Task> BeforeApply { get; set; } = () => Task.CompletedTask;

    /// <summary>What is told at last.</summary>
    public IReadOnlyList<Violation> AtLast { get; set; } = [];

    public override string Name => "note";

    public override Operation Operation => OperationCatalogue.ChangeAccountMemos;

    public override Screen ResultScreen => ScreenCatalogue.ChangeAccountMemosResult;

    public override string Done => "";

    public override IReadOnlyList<InputStep<NoteForm>> Steps { get; } =
        [new InputStep<NoteForm, NoteForm>("note", ScreenCatalogue.ChangeAccountMemos, "", new InlineValidator<NoteForm>(), form => form, (_, typed) => typed)];

    public override async Task<Subject<NoteForm>?> LoadAsync(string subject, CancellationToken ct)
    {
        await BeforeLoad();
        return new Subject<NoteForm>(new NoteForm { Text = "before" }, ChangesCompany ? await context.Companies.SingleAsync(ct) : null);
    }

    public override IEnumerable<Described> Describe(NoteForm input) => [new Described("", "text", "", input.Text ?? "")];

    public override Task<IReadOnlyList<Violation>> CheckAsync(NoteForm input, CancellationToken ct) => Task.FromResult<IReadOnlyList<Violation>>([]);

    public override IReadOnlyList<Violation> CheckLast(NoteForm input) => AtLast;

    public override async Task ApplyAsync(NoteForm input, CancellationToken ct)
    {
        await BeforeApply();
        if (ChangesCompany)
        {
            (await context.Companies.SingleAsync(ct)).ChangeAccountMemos([input.Text!, input.Text!]);
        }
    }
}
