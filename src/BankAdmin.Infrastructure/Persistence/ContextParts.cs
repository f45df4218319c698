using BankAdmin.Infrastructure.Operations;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>What a context is made with, on every engine.</summary>
/// <param name="Operation">Who acts, and for which company.</param>
/// <param name="Sealer">Seals what it saves.</param>
/// <param name="Scope">What it sees.</param>
/// <param name="Numbers">Gives out 受付番号.</param>
/// <param name="Queue">Where the process's writers wait for their turn; null: the engine takes many at once.</param>
public sealed record ContextParts(
    OperationContext Operation, OperationSealer Sealer, CompanyScope Scope, ReceiptNumbers Numbers, WriteQueue? Queue);
