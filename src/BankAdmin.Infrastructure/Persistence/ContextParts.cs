using BankAdmin.Infrastructure.Operations;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>What a context is made with, on every engine.</summary>
/// <param name="Operation">Who acts, and for which company.</param>
/// <param name="Sealer">Seals what it saves.</param>
/// <param name="Scope">What it sees.</param>
public sealed record ContextParts(OperationContext Operation, OperationSealer Sealer, CompanyScope Scope);
