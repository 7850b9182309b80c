using System.Reflection;
using Domain.Persons;
using Domain.Shared;

namespace Domain.Tests.Persons;

public sealed class PersonFindingsTests
{
    [Fact]
    public void Every_finding_is_listed() =>
        Assert.Equal(
            typeof(PersonFindings).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.FieldType == typeof(Finding)).Select(field => (Finding)field.GetValue(null)!),
            PersonFindings.All);

    [Fact]
    public void Every_finding_says_how_to_mend_it() =>
        Assert.All(PersonFindings.All, finding =>
        {
            Assert.Matches("^(ID|CERT|DATE|NAME)_[A-Z0-9_]+$", finding.Code);
            Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
        });
}
