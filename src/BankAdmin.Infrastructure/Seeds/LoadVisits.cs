using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.SignIn;
using BankAdmin.Domain.Users;

namespace BankAdmin.Infrastructure.Seeds;

/// <summary>What happens in a visit: one event, or a commit whose first event holds the receipt.</summary>
/// <param name="Events">The events, the holder first.</param>
/// <param name="Screen">The result screen and its title; null: no receipt.</param>
/// <param name="Sheet">What was shown there.</param>
internal sealed record LoadStep(IReadOnlyList<OperationEvent> Events, (string Id, string Title)? Screen = null, Sheet? Sheet = null)
{
    /// <summary>A step of one event.</summary>
    public static LoadStep Of(OperationEvent happened) => new([happened]);
}

/// <summary>
/// What the people of a company do, visit after visit: the same number always gives the same. Ordinary days, with what now and then goes
/// wrong.
/// </summary>
internal sealed class LoadVisits(OperationSubject company, IReadOnlyList<OperationSubject> people)
{
    private const int RefusedEvery = 23, TimedOutEvery = 11, MostSteps = 7;

    private static readonly string[] Conditions = ["", "利用者区分「一般」", "利用者名「佐藤」", "サービス状態「利用可能」"];

    /// <summary>The steps of a visit.</summary>
    /// <param name="visit">Its number.</param>
    /// <param name="oneself">Who comes.</param>
    public IEnumerable<LoadStep> Of(int visit, OperationSubject oneself)
    {
        var chance = Mix(visit);
        if (chance % RefusedEvery == 0)
        {
            yield return LoadStep.Of(new LoginRefused(oneself, [ErrorCodes.SignInRefused]));
        }

        yield return LoadStep.Of(new LoggedIn(oneself));
        for (var step = 0; step <= chance % MostSteps; step++)
        {
            yield return Step(Mix(((visit + 1) * MostSteps) + step));
        }

        yield return LoadStep.Of(chance % TimedOutEvery == 0 ? new SessionEnded(oneself, "timeout") : new LoggedOut(oneself));
    }

    private LoadStep Step(int chance)
    {
        var (kind, rest) = (chance % 20, chance / 20);
        var person = people[rest % people.Count];
        return kind switch
        {
            0 or 1 or 2 => LoadStep.Of(new SheetInquired(OperationCatalogue.InquireCompany, company)),
            3 or 4 or 5 => LoadStep.Of(new ListInquired(OperationCatalogue.ListUsers, null, Conditions[rest % Conditions.Length])),
            6 or 7 or 8 => LoadStep.Of(new SheetInquired(OperationCatalogue.InquireUser, person)),
            9 or 10 => LoadStep.Of(new SheetInquired(OperationCatalogue.InquireFees, company)),
            11 or 12 => LoadStep.Of(new ListInquired(OperationCatalogue.SearchHistory, null, "")),
            13 => LoadStep.Of(new SheetPrinted(company)),
            14 => LoadStep.Of(new ListExported(OperationCatalogue.ExportHistory, null, "")),
            15 => LoadStep.Of(new OperationRefused(OperationCatalogue.ChangeUser, person, [ErrorCodes.NoPermission])),
            16 => Changed(rest),
            17 => new LoadStep(
                [
                    new OperationCompleted(OperationCatalogue.SuspendUsers, null),
                    rest % 2 == 0 ? new UserStopped(person) : new UserReleased(person),
                ],
                ("BRSK017", "停止・解除結果"), Compared("利用者", new SheetRow("state", person.Title, "利用停止中", "利用可能"))),
            _ => new LoadStep(
                [new OperationCompleted(OperationCatalogue.ChangeUser, person), new UserChanged(person, rest % 3 == 0, false)],
                ("BRSK010", "利用者変更完了"), Compared("限度額", [.. Amounts("利用者一回当たり限度額", rest)])),
        };
    }

    private LoadStep Changed(int chance) => new(
        [new OperationCompleted(OperationCatalogue.ChangeCompany, company), new CompanyInformationChanged(company)],
        ("BKGK004", "企業情報変更完了"), Compared("一日当たり限度額", [.. Amounts("企業一日当たり限度額", chance)]));

    private static IEnumerable<SheetRow> Amounts(string group, int chance)
    {
        foreach (var (i, label) in new[] { "総合振込", "給与振込", "賞与振込", "口座振替" }.Index())
        {
            var before = Amount(((chance + i) % 90) + 10);
            yield return i <= chance % 3
                ? new SheetRow($"limits[{i}]", label, Amount(((chance + i) % 70) + 200), before, group, ValueKind.Amount)
                : new SheetRow($"limits[{i}]", label, before, null, group, ValueKind.Amount);
        }
    }

    private static Sheet Compared(string title, params SheetRow[] rows) => new(Compares: true, [new SheetSection(title, rows)]);

    private static string Amount(int tenThousands) => new Yen(tenThousands * 10_000L).ToString();

    // SplitMix64's last step, as everywhere where a number should look like chance and be none.
    private static int Mix(int number)
    {
        var value = (ulong)number + 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return (int)((value ^ (value >> 31)) & int.MaxValue);
    }
}
