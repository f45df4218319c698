using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Wizards;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace BankAdmin.Web.Tests.Wizards;

/// <summary>One request's worth of program: a context, a wizard and its engine.</summary>
internal sealed class Seat : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;

    public Seat(AsyncServiceScope scope, bool changesCompany)
    {
        this.scope = scope;
        Wizard = new NoteWizard(Services.GetRequiredService<BankAdminDbContext>()) { ChangesCompany = changesCompany };
    }

    public IServiceProvider Services => scope.ServiceProvider;

    public NoteWizard Wizard { get; }

    private WizardServices Tools => Services.GetRequiredService<WizardServices>();

    public async Task<(Guid Id, int Revision)> StartAsync(string text)
    {
        var path = (await Wizard.StartAsync(Tools, "", null, CancellationToken.None)).Path!;
        var draft = await FindAsync(Guid.Parse(path.Split('/')[2]));
        (await Tools.Drafts.KeepAsync(draft, new NoteForm { Text = text }, "", CancellationToken.None)).ShouldBeTrue();
        Services.GetRequiredService<BankAdminDbContext>().ChangeTracker.Clear();
        return (draft.Id, draft.Revision);
    }

    public async Task<WizardDraft> FindAsync(Guid id) => (await Tools.Drafts.FindAsync(Wizard, id, CancellationToken.None))!;

    public async Task<bool> RebaseAsync(WizardDraft draft) => await Tools.Drafts.RebaseAsync(
        draft, (await Wizard.LoadAsync("", Tools.Current.RequirePerson(), CancellationToken.None))!,
        new NoteForm { Text = "typed" }, CancellationToken.None);

    public async Task<CommitOutcome> CommitAsync((Guid Id, int Revision) draft) => (await Tools.Commit.CommitAsync(
        Wizard, new CommitRequest(draft.Id, draft.Revision, null, new StepUpEntry(null, null)), null, CancellationToken.None)).Outcome;

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
