using System.Data.Common;
using BankAdmin.Testing;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Errors;

/// <summary>After a failure the page says whether anything was changed: what is known, and no more.</summary>
public sealed class OutcomeTests : WebTest
{
    private const string NotChanged = "何も変更していません。";
    private const string Changed = "変更は行われました。";
    private const string Unknown = "変更が行われたかどうかを確認できませんでした。";
    private const string Kept = "入力した内容は残っています。";

    private readonly BrokenPages pages = new();
    private readonly BrokenCommits commits = new();

    protected override TestApp StartApp() => new(Bank, services: all =>
    {
        all.Configure<MvcOptions>(options => options.Filters.Add(pages));
        all.AddSingleton(_ => Bank.Database(commits));
    });

    [Theory]
    [InlineData("/companies/information")]
    [InlineData("/companies/information/print")]
    [InlineData("/users/rights")]
    [InlineData("/users/rights/csv")]
    [InlineData("/users/rights/print")]
    public async Task What_was_only_recorded_is_no_change(string path)
    {
        var browser = await LoggedInAsync("sakura01");
        var before = await RecordsAsync();
        pages.Broken = true;

        var failed = await browser.GetAsync(path);

        failed.Status.ShouldBe(500, failed.Summary);
        failed.MainText.ShouldContain(NotChanged);
        failed.MainText.ShouldNotContain(Changed);
        (await RecordsAsync()).ShouldBe(before + 1, "it was recorded");
    }

    [Fact]
    public async Task A_login_is_none_and_keeps_nothing()
    {
        var browser = NewBrowser();
        var login = await browser.GetAsync("/");
        pages.Broken = true;

        var failed = await login.Fill("loginId", "sakura01").Fill("password", "Login001").SubmitAsync("login");

        failed.Status.ShouldBe(500);
        failed.MainText.ShouldContain(NotChanged);
        failed.MainText.ShouldNotContain("残っています");
    }

    [Fact]
    public async Task A_change_that_was_stored_is_one_whatever_fails_after_it()
    {
        var confirm = await ConfirmAsync();
        pages.Broken = true;

        var failed = await confirm.ExecuteAsync("Confirm01");

        failed.Status.ShouldBe(500);
        failed.MainText.ShouldContain(Changed);
        failed.MainText.ShouldNotContain(NotChanged);
        (await Bank.CompanyAsync()).Limits.Bonus.Amount.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_that_was_recorded_is_no_change()
    {
        var confirm = await ConfirmAsync();
        pages.Broken = true;

        (await confirm.ExecuteAsync("Wrong0001")).MainText.ShouldContain(NotChanged);
    }

    /// <summary>Error codes of SQLite: busy, read-only, full leave nothing behind; of a failed write or flush nobody knows.</summary>
    [Theory]
    [InlineData(5, 503, NotChanged, true)]
    [InlineData(8, 503, NotChanged, true)]
    [InlineData(13, 503, NotChanged, true)]
    [InlineData(10, 503, Unknown, false)]
    [InlineData(11, 500, Unknown, false)]
    public async Task A_commit_that_fails_is_undone_where_the_engine_says_so(int code, int status, string outcome, bool kept)
    {
        var confirm = await ConfirmAsync();
        commits.Code = code;

        var failed = await confirm.ExecuteAsync("Confirm01");

        failed.Status.ShouldBe(status, failed.Summary);
        failed.MainText.ShouldContain(outcome);
        failed.MainText.Contains(Kept, StringComparison.Ordinal).ShouldBe(kept);
        commits.Code = null;
        (await confirm.ExecuteAsync("Confirm01")).Screen.ShouldBe("BKGK004", "the draft is still there");
    }

    private async Task<Page> ConfirmAsync() =>
        await (await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002")).Fill("companyLimits.bonus", "1").SubmitAsync("change");

    private Task<int> RecordsAsync() => Bank.WithDatabaseAsync(context => Task.FromResult(context.OperationRecords.Count()));

    /// <summary>Every answer fails once it is known, the pages of failures excepted.</summary>
    private sealed class BrokenPages : IResultFilter
    {
        public bool Broken { get; set; }

        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (Broken && context.ActionDescriptor.RouteValues["controller"] != "Error")
            {
                throw new InvalidOperationException("Kaputt");
            }
        }

        public void OnResultExecuted(ResultExecutedContext context)
        {
        }
    }

    private sealed class BrokenCommits : DbTransactionInterceptor
    {
        public int? Code { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result,
            CancellationToken cancellationToken = default) =>
            Code is { } code ? throw new SqliteException("Kaputt", code) : ValueTask.FromResult(result);
    }
}
