using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>What a context sees of what belongs to companies, from when it is opened until it is closed.</summary>
public enum CompanyScope
{
    /// <summary>One company: requests.</summary>
    One,

    /// <summary>Every company: commands, seeds, what runs by the clock.</summary>
    All,
}

/// <summary>
/// A model for each scope: the filter of a company is plain (<c>CompanyId = @p</c>) where it stands, so that an index
/// answers it, and is not there at all where everything is seen.
/// </summary>
public sealed class ModelOfScope : IModelCacheKeyFactory
{
    /// <inheritdoc />
    public object Create(DbContext context, bool designTime) => (context.GetType(), ((BankAdminDbContext)context).Scope, designTime);
}
