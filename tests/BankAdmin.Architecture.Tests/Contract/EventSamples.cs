using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Operations;

namespace BankAdmin.Architecture.Tests.Contract;

/// <summary>One of each event there is, as alike as they can be made.</summary>
internal static class EventSamples
{
    public static readonly Person Somebody = new(Realm.Company, Guid.AllBitsSet, "sakura01", "佐藤　太郎", Guid.AllBitsSet, null, "192.0.2.1");

    public static IReadOnlyList<Type> Types { get; } = typeof(OperationEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(OperationEvent)) && !type.IsAbstract).ToList();

    /// <summary>One of that type, about the subject; where it can be of any operation, of the one given.</summary>
    public static OperationEvent Of(Type type, OperationSubject subject)
    {
        var constructor = type.GetConstructors().Single();
        return (OperationEvent)constructor.Invoke([.. constructor.GetParameters().Select(object (parameter) =>
            parameter.ParameterType == typeof(Operation) ? OperationCatalogue.SuspendUsers
            : parameter.ParameterType == typeof(OperationSubject) ? subject
            : parameter.ParameterType == typeof(bool) ? true
            : parameter.ParameterType == typeof(int) ? 4
            : parameter.ParameterType == typeof(long) ? 5L
            : parameter.ParameterType == typeof(DateTime) ? new DateTime(2027, 11, 21, 23, 59, 59, DateTimeKind.Utc)
            : parameter.ParameterType == typeof(string) ? parameter.Name!
            : parameter.ParameterType == typeof(IReadOnlyList<string>) ? new[] { "E-COM-001" }
            : throw new NotSupportedException($"No sample of {parameter.ParameterType.Name} {parameter.Name}: add one here."))]);
    }

    /// <summary>One of that type, about something that it could be about.</summary>
    public static OperationEvent Of(Type type) => Of(type, type.Namespace!.Split('.')[^1] switch
    {
        "SignIn" => OperationSubject.Of(Somebody),
        "Companies" => new OperationSubject(SubjectKind.Company, "1000000001", "株式会社さくら商事"),
        "Fees" => FeeTableKind.PayeeTransfer.AsSubject(),
        _ => new OperationSubject(SubjectKind.Person, Guid.Empty.ToString(), "鈴木　花子", "sakura02"),
    });

    public static string Tell(OperationEvent happened) =>
        OperationSentence.Tell(OperationPayload.Read(OperationPayload.Of(happened, Somebody).Write()));
}
