using FsCheck;
using FsCheck.Fluent;

namespace BankAdmin.Domain.Tests.Builders;

internal static class Always
{
    /// <summary>Tries a property on many values; a failure names the smallest value and how to replay it.</summary>
    public static void HoldsFor<T>(Gen<T> values, Func<T, bool> holds, int tries = 500) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tries).WithQuietOnSuccess(true), Prop.ForAll(values.ToArbitrary(), holds));
}
