using Domain.Persons;
using Domain.Shared;

namespace SharingApi.Graph.Schema.Scalars;

/// <summary>A citizen ID number; read with its check character, written as it is or masked.</summary>
internal sealed class IdNumberType(NumberRules rules) : TextScalar<IdNumber>(
    "IdNumber",
    "Citizen ID number, GB 11643: 18 characters, the last may be X; masked as `530199************`. 公民身份号码，18 位，可能已脱敏。")
{
    protected override Outcome<IdNumber> Read(string text)
    {
        var reading = IdNumber.Read(text, rules.Now);
        return reading.Number is { } number ? number : reading.Findings.FirstError();
    }

    protected override string Write(IdNumber value) => value.Value;
}
