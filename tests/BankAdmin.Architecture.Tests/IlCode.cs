using System.Reflection;
using System.Reflection.Emit;

namespace BankAdmin.Architecture.Tests;

/// <summary>Compiled code, read instruction by instruction: what a rule says of it cannot be got round by how it is written.</summary>
internal static class IlCode
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>The methods that a method calls or makes delegates of.</summary>
    public static IEnumerable<MethodBase> Called(MethodBase method) => Operands(method, OperandType.InlineMethod)
        .Select(token => method.Module.ResolveMethod(token, ArgumentsOfType(method), ArgumentsOf(method))).OfType<MethodBase>();

    /// <summary>The fields that a method writes.</summary>
    public static IEnumerable<FieldInfo> Written(MethodBase method) =>
        Operands(method, OperandType.InlineField, OpCodes.Stfld, OpCodes.Stsfld)
        .Select(token => method.Module.ResolveField(token, ArgumentsOfType(method), ArgumentsOf(method))).OfType<FieldInfo>();

    private static IEnumerable<int> Operands(MethodBase method, OperandType wanted, params OpCode[] only)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var instruction = Codes[code[at] == 0xFE ? 0xFE00 | code[at + 1] : code[at]];
            at += instruction.Size;
            if (instruction.OperandType == wanted && (only.Length == 0 || only.Contains(instruction)))
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static Type[] ArgumentsOfType(MethodBase method) => method.DeclaringType!.GetGenericArguments();

    private static Type[] ArgumentsOf(MethodBase method) =>
        method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : [];
}
