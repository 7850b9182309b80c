using Domain.Persons;
using Domain.Shared;

namespace SharingApi.Graph.Schema.Scalars;

/// <summary>The number on a disability certificate.</summary>
internal sealed class CertificateNumberType(NumberRules rules) : TextScalar<CertificateNumber>(
    "CertificateNumber",
    "Certificate number: ID number, category, level, and B with a count after a loss. 残疾人证号，20 位，补办后加 B1、B2 等。")
{
    protected override Outcome<CertificateNumber> Read(string text)
    {
        var reading = CertificateNumber.Read(text, rules.Now);
        return reading.Number is { } number ? number : reading.Findings.FirstError();
    }

    protected override string Write(CertificateNumber value) => value.Text;
}
