using System.Linq.Expressions;
using System.Reflection;
using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Limits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>What makes the engines equal, in one place.</summary>
public static class Conventions
{
    /// <summary>Name of the filter that cuts to one company; deleted users have a filter of their own.</summary>
    public const string CompanyFilter = "Company";

    private const int CodeLength = 40;
    private const string KeyText = "BankAdmin:KeyText";

    /// <summary>How values are stored.</summary>
    public static void Configure(ModelConfigurationBuilder builder)
    {
        builder.Properties<Yen>().HaveConversion<YenConverter>();
        builder.Properties<DateTime>().HaveConversion<UtcConverter>();
        builder.Properties<BankingService>().HaveConversion<ServiceConverter>().HaveMaxLength(CodeLength);
        builder.Properties<FeeTableKind>().HaveConversion<FeeTableKindConverter>().HaveMaxLength(CodeLength);
        builder.Properties<ApprovalMode>().HaveConversion<ApprovalModeConverter>().HaveMaxLength(CodeLength);
        builder.ComplexProperties<AccountDailyLimits>();
        builder.ComplexProperties<CompanyDailyLimits>();
        builder.ComplexProperties<UserTransactionLimits>();
        builder.ComplexProperties<StoredPassword>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(CodeLength);
    }

    /// <summary>Cuts what is seen to one company, for everything that belongs to one.</summary>
    public static void ScopeToCompany(ModelBuilder model, BankAdminDbContext context)
    {
        foreach (var type in model.Model.GetEntityTypes().Select(e => e.ClrType).Where(typeof(ICompanyOwned).IsAssignableFrom).ToList())
        {
            typeof(Conventions).GetMethod(nameof(Filter), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type).Invoke(null, [model, context]);
        }
    }

    /// <summary>Enums are stored by name, and a word that is no name does not stop the reading of others.</summary>
    public static void NameEnums(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(AllProperties)
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumText<>).MakeGenericType(type))!);
        }
    }

    /// <summary>Every aggregate says who changed it last.</summary>
    public static void LimitSignatures(ModelBuilder model)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(e => typeof(AggregateRoot).IsAssignableFrom(e.ClrType)))
        {
            type.GetProperty(nameof(AggregateRoot.ChangedBy)).SetMaxLength(AggregateRoot.ChangedByMaxLength);
        }
    }

    /// <summary>Every text has a maximum; where the engine forgets it, a CHECK remembers.</summary>
    public static void LimitStrings(ModelBuilder model, Engine engine)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => e.GetTableName() is not null))
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
            foreach (var property in AllProperties(entity).Where(IsStoredAsString))
            {
                var column = property.GetColumnName(table) ?? property.Name;
                var length = property.GetMaxLength()
                    ?? throw new InvalidOperationException($"{entity.Name}.{property.Name} has no maximum length.");
                if (engine.ForgetsLengths)
                {
                    entity.AddCheckConstraint($"CK_{table.Name}_{column}_Length", $"length(\"{column}\") <= {length}");
                }
            }
        }
    }

    /// <summary>Marks a column whose values are compared byte by byte on every engine.</summary>
    public static PropertyBuilder<T> UseKeyCollation<T>(this PropertyBuilder<T> property) => property.HasAnnotation(KeyText, true);

    /// <summary>The servers compare by language unless told otherwise; SQLite does not.</summary>
    public static void CollateKeys(ModelBuilder model, Engine engine)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(property => engine.KeyCollation is not null && property.FindAnnotation(KeyText) is not null))
        {
            property.SetCollation(engine.KeyCollation);
        }
    }

    private static IEnumerable<IMutableProperty> AllProperties(IMutableEntityType entity) =>
        entity.GetProperties().Concat(entity.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties()));

    private static bool IsStoredAsString(IReadOnlyProperty property) =>
        (property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string);

    private static void Filter<T>(ModelBuilder model, BankAdminDbContext context)
        where T : class, ICompanyOwned
    {
        // The owner's key is the entity's own for a company, the chain's for the history.
        var key = typeof(T).Name switch
        {
            "Company" => "Id",
            "OperationRecord" => "ChainId",
            _ => nameof(ICompanyOwned.CompanyId),
        };
        Expression<Func<T, bool>> inScope = e => EF.Property<Guid>(e, key) == context.SeenCompanyId;
        model.Entity<T>().HasQueryFilter(CompanyFilter, inScope);
    }

    private sealed class YenConverter() : ValueConverter<Yen, long>(yen => yen.Amount, amount => new Yen(amount));

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private sealed class ServiceConverter() : ValueConverter<BankingService, string>(
        service => service.Code, code => BankingService.FromCode(code));

    private sealed class FeeTableKindConverter() : ValueConverter<FeeTableKind, string>(
        kind => kind.Code, code => FeeTableKind.FromCode(code));

    private sealed class ApprovalModeConverter() : ValueConverter<ApprovalMode, string>(
        mode => mode.Code, code => ApprovalMode.FromCode(code));
}
