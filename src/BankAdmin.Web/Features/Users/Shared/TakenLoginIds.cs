using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.SignIn;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Security;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>
/// Says whether a login ID is taken. It is unique over the bank, so the answer tells of other companies: who asks for many on one day
/// is answered slowly and recorded (rule: spec rulings.md „Probing“).
/// </summary>
public sealed class TakenLoginIds(
    BankAdminDbContext context, BankAdminDatabase database, OperationContext operation, RepeatCounter repeats, CurrentSession session,
    TimeProvider clock)
{
    private const int FreeAnswers = 20;
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    /// <summary>E-RSK-001 where it is.</summary>
    /// <param name="key">The ID as it is compared.</param>
    /// <param name="exceptUserId">Whose own it may be.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Violation>> CheckAsync(string key, Guid? exceptUserId, CancellationToken ct)
    {
        if (!await context.IsLoginIdTakenAsync(key, exceptUserId, clock.GetUtcNow().UtcDateTime, ct))
        {
            return [];
        }

        var me = session.RequirePerson();
        var times = await repeats.CountAsync("taken login ID", me.Id.ToString());
        if (times > FreeAnswers)
        {
            // Apart from what the wizard holds in its context.
            await using var apart = database.Open(operation, clock);
            await apart.RecordAsync(new LoginIdsProbed(OperationSubject.Of(me), times), ct);
            await Task.Delay(Delay, clock, ct);
        }

        return [new Violation(ErrorCodes.LoginIdTaken, "loginId")];
    }
}
