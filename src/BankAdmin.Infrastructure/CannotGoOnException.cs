namespace BankAdmin.Infrastructure;

/// <summary>Something around the program is not as it must be.</summary>
/// <param name="problem">A sentence for whoever operates it: what is wrong, and what to do.</param>
public sealed class CannotGoOnException(string problem) : InvalidOperationException(problem);
