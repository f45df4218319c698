using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Wizards;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>A user to be registered or changed.</summary>
/// <param name="Form">What is stored, as a form.</param>
/// <param name="Proposed">The rules, for whoever acts.</param>
/// <param name="Guard">What the company strands by taking rights away; null: nothing is taken.</param>
/// <param name="Users">How many users the company has.</param>
/// <param name="CopiedFrom">複写: whose rights, accounts and limits stand in the form.</param>
public sealed record UserSubject(UserForm Form, ProposedUser Proposed, LossGuard? Guard, int Users, User? CopiedFrom)
    : Subject<UserForm>(Form, Proposed.Stored)
{
    public override OperationSubject About => User?.AsSubject() ?? Company.AsSubject();

    public Company Company => Proposed.Company;

    public User? User => Proposed.Stored;

    public bool Registers => User is null;

    public UserSheet Sheet => new(Proposed);

    /// <summary>The limits that stand on the page of accounts.</summary>
    public IReadOnlyList<UserLimitKind> LimitsOf(UserForm input) => Proposed.LimitsFor(Sheet.RightsOf(input));

    public UserProfile ProfileOf(UserForm form) => Proposed.ProfileOf(new UserEntries(
        form.Basic.FoldedLoginId, JapaneseText.Widen(form.Basic.UserName), JapaneseText.Fold(form.Basic.Email),
        form.Basic.IsAdministrator == "true", form.Rights.Chosen, form.Rights.Offered, form.Accounts.Accounts,
        kind => AmountText.Read(form.Accounts.UserLimits[kind.Key])));

    /// <summary>Whether an accepted password still stands: what it was held against is as it was.</summary>
    public bool IsStillValid(AcceptedPassword? accepted, UserForm form) =>
        accepted?.ValidFor == AcceptedPassword.WhatItIsHeldAgainst(form, User);
}
