using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BankAdmin.Infrastructure.Persistence.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    private const int HashLength = 200;

    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Version).IsConcurrencyToken();
        builder.Property(u => u.LoginId).HasMaxLength(LoginId.MaxLength);
        builder.Property(u => u.LoginIdKey).HasMaxLength(LoginId.MaxLength).UseKeyCollation();
        builder.HasIndex(u => u.LoginIdKey).IsUnique();
        // The list of a company's users, in its order and counted, without a look at the rows.
        builder.HasIndex(u => new { u.CompanyId, u.DeletedAtUtc, u.LoginIdKey });
        // one Master per company, whatever races
        builder.HasIndex(u => u.CompanyId, "IX_Users_Master").IsUnique().HasFilter("\"Role\" = 'Master'");
        builder.Property(u => u.Name).HasMaxLength(User.NameMaxLength * JapaneseText.UnitsPerCharacter);
        builder.Property(u => u.NameKey).HasMaxLength(User.NameMaxLength * SearchKey.UnitsPerCharacter).UseKeyCollation();
        builder.Property(u => u.Email).HasMaxLength(User.EmailMaxLength);
        builder.ComplexProperty(u => u.Limits);
        builder.ComplexProperty(u => u.Token, token => token.Ignore(t => t.IsHeld));
        builder.ComplexProperty(u => u.LoginPassword, Password);
        builder.ComplexProperty(u => u.ConfirmationPassword, Password);
        builder.Ignore(u => u.MustSetPasswords);
        builder.Ignore(u => u.Profile);
        builder.HasQueryFilter("Deleted", u => u.DeletedAtUtc == null);
        builder.HasOne<Domain.Companies.Company>().WithMany().HasForeignKey(u => u.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(u => u.Rights, right =>
        {
            right.ToTable("UserRights").HasKey(r => new { r.UserId, r.Right });
            right.WithOwner().HasForeignKey(r => r.UserId);
        });
        builder.OwnsMany(u => u.Accounts, account =>
        {
            account.ToTable("UserAccounts").HasKey(a => new { a.UserId, a.AccountId });
            account.WithOwner().HasForeignKey(a => a.UserId);
        });
    }

    private static void Password(ComplexPropertyBuilder<StoredPassword> password) =>
        password.Property(p => p.Hash).HasMaxLength(HashLength);
}
