using System.Security.Cryptography;
using System.Text;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>What two signers sign: one digest over the decision and everything that it was taken on.</summary>
/// <remarks>Whatever changes about the person, or in the evidence that stands, changes the digest and voids the first signature.</remarks>
public static class SignOffDigest
{
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(CaseId subject, CaseDecision decision, string firstSigner, IEnumerable<Person> persons, IEnumerable<EvidenceId> standing)
    {
        var text = new StringBuilder()
            .AppendLine(subject.Value.ToString("N"))
            .AppendLine(ApiName.Of(decision))
            .AppendLine(firstSigner);
        foreach (var person in persons.OrderBy(person => person.Id.Value))
        {
            text.AppendLine(person.Id.Value.ToString("N")).Append(person.Version).AppendLine();
        }

        foreach (var id in standing.Select(evidence => evidence.Value.ToString("N")).Order(StringComparer.Ordinal))
        {
            text.AppendLine(id);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
