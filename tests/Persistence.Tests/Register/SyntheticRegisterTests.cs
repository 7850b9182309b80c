using System.Text;
using System.Text.Json;
using Domain.Persons;
using Domain.Places;
using Domain.ServiceNeeds;
using Persistence.Register;
using Persistence.StatusChanges;

namespace Persistence.Tests.Register;

public sealed class SyntheticRegisterTests(SmallRegister small) : IClassFixture<SmallRegister>
{
    private static readonly DateOnly Today = SmallRegister.Plan.Today;

    [Theory]
    [InlineData(1)]
    [InlineData(331)]
    [InlineData(2_000)]
    public void The_units_add_up_to_the_register(int persons) =>
        Assert.Equal(persons, small.Make(SmallRegister.Plan with { Persons = persons }).Entries().Count());

    [Theory]
    [InlineData("530102", 14)]
    [InlineData("530113", 55)]
    [InlineData("530129", 63)]
    [InlineData("KM-YZH", 6.5)]
    [InlineData("KM-JKQ", 1.5)]
    public void A_unit_has_its_share_to_the_last_person(string unit, double weight)
    {
        var expected = SmallRegister.Size * weight / 331;

        Assert.InRange(small.Persons.Count(person => person.ManagementUnitCode == unit), expected - 1, expected + 1);
    }

    [Fact]
    public void All_1729_communities_lie_in_their_units()
    {
        var communities = small.Register.Communities;

        Assert.Equal(RegisterPlan.Communities, communities.Count);
        Assert.Equal(communities.Count, communities.DistinctBy(community => community.Code).Count());
        Assert.Equal(16, communities.Select(community => community.ManagementUnitCode).Distinct().Count());
        Assert.All(communities, community =>
        {
            Assert.Matches("^[0-9]{12}$", community.Code);
            Assert.StartsWith(community.DivisionCode, community.Code, StringComparison.Ordinal);
            Assert.NotNull(Divisions.NameOf(community.DivisionCode));
        });
        Assert.Equal(
            communities.Count,
            communities.DistinctBy(community => (community.TownName, community.Name)).Count());
    }

    [Fact]
    public void A_zone_administers_land_of_two_counties()
    {
        Assert.Equal(["530114", "530125"], DivisionsOf("KM-YZH"));
        Assert.Equal(["530111", "530114"], DivisionsOf("KM-JKQ"));
    }

    [Fact]
    public void The_same_plan_makes_the_same_register() =>
        Assert.Equal(Print(small.Entries), Print([.. small.Make(SmallRegister.Plan).Entries()]));

    [Fact]
    public void Another_seed_or_day_makes_another_register()
    {
        Assert.NotEqual(Print(small.Entries), Print([.. small.Make(SmallRegister.Plan with { Seed = 8 }).Entries()]));
        Assert.NotEqual(
            Print(small.Entries),
            Print([.. small.Make(SmallRegister.Plan with { Today = Today.AddDays(1) }).Entries()]));
    }

    [Fact]
    public void Every_number_is_valid_and_says_what_the_person_says() => Assert.All(small.Persons, person =>
    {
        var reading = IdNumber.Read(person.IdNumber.Value, new IdNumberRules(Today, true));
        Assert.True(reading.IsAccepted);
        Assert.Empty(person.IdNumber.CompareWith(person.Sex, person.BirthDate));
        Assert.StartsWith("530199", person.IdNumber.Value, StringComparison.Ordinal);
    });

    [Fact]
    public void Three_pairs_in_a_hundred_thousand_share_a_number_and_nobody_else()
    {
        var shared = small.Rarities.Value
            .GroupBy(person => person.IdNumber)
            .Where(group => group.Count() > 1)
            .ToList();

        Assert.Equal(2, Assert.Single(shared).Count());
    }

    [Fact]
    public void Every_name_is_within_the_rules() => Assert.All(small.Persons, person =>
    {
        var reading = PersonName.Read(person.Name);
        Assert.True(reading.IsAccepted);
        Assert.Equal(reading.Name, person.Name);
        Assert.Equal(PersonName.Fold(person.Name), person.FoldedName);
    });

    [Fact]
    public void Names_of_every_kind_are_among_them()
    {
        var names = small.Rarities.Value.Select(person => person.Name).ToList();

        Assert.Contains(names, name => name.Contains('\u00B7', StringComparison.Ordinal));
        Assert.Contains(names, name => name.Contains('\u4DAE', StringComparison.Ordinal));
        Assert.Contains(names, name => name.EnumerateRunes().Contains(new Rune(0x20BB7)));
        Assert.Contains(names, name => name.EnumerateRunes().Count() > 20);
    }

    [Fact]
    public void Nothing_lies_in_the_future_and_nobody_is_older_than_a_hundred() => Assert.All(small.Persons, person =>
    {
        var birthDate = person.IdNumber.BirthDate;
        Assert.InRange(birthDate, Today.AddYears(-101), Today);
        Assert.InRange(person.CertificateIssuedOn, birthDate, Today);
        Assert.InRange(person.HukouSince!.Value, birthDate, Today);
        Assert.True(person.ResidenceObservedAt is null || person.ResidenceObservedAt <= Today);
    });

    [Fact]
    public void A_certificate_agrees_with_itself() => Assert.All(small.Persons, person =>
    {
        Assert.Equal(person.CertificateIssuedOn.AddYears(10), person.CertificateValidUntil);
        Assert.Equal(person.CertificateStatus == CertificateStatus.Expired, person.CertificateValidUntil < Today);
        Assert.InRange(person.CertificateLevel, 1, 4);
        var components = person.CertificateComponents?.Split(',')
            .Select(part => (Category: part[0] - '0', Level: part[2] - '0'))
            .ToList();
        Assert.Equal(person.CertificateCategory == DisabilityCategory.Multiple, components is not null);
        if (components is not null)
        {
            Assert.True(components.Count >= 2);
            Assert.Equal(components.Count, components.DistinctBy(part => part.Category).Count());
            Assert.All(components, part => Assert.InRange(part.Category, 1, 6));
            Assert.Equal(person.CertificateLevel, components.Min(part => part.Level));
        }
    });

    [Fact]
    public void Certificates_of_every_kind_are_among_them()
    {
        Assert.Equal(7, small.Persons.Select(person => person.CertificateCategory).Distinct().Count());
        Assert.Equal(4, small.Persons.Select(person => person.CertificateLevel).Distinct().Count());
        Assert.Equal(
            [CertificateStatus.Active, CertificateStatus.Expired, CertificateStatus.Lost],
            small.Persons.Select(person => person.CertificateStatus).Distinct().Order());
    }

    [Fact]
    public void Whoever_needs_a_guardian_has_one() => Assert.All(small.Persons, person =>
    {
        var needsOne = person.IdNumber.BirthDate > Today.AddYears(-18) ||
            person.CertificateCategory is DisabilityCategory.Intellectual or DisabilityCategory.Mental;
        Assert.True(!needsOne || (person.GuardianName is not null && person.GuardianPhone is not null));
    });

    [Fact]
    public void Two_or_three_needs_each_cover_all_domains()
    {
        Assert.All(small.Entries, entry => Assert.InRange(entry.ServiceNeeds.Count, 2, 3));
        var needs = small.Entries.SelectMany(entry => entry.ServiceNeeds).ToList();
        Assert.Equal(Enum.GetValues<ServiceDomain>(), needs.Select(need => need.Domain).Distinct().Order());
        Assert.All(needs, need => Assert.Equal(
            need.Status is ServiceNeedStatus.UnmetClosed or ServiceNeedStatus.Withdrawn,
            need.CloseReason is not null));
    }

    [Fact]
    public void Keys_are_distinct_in_order_and_older_than_the_day()
    {
        var ids = small.Persons.Select(person => person.Id.Value).ToList();
        var all = small.Entries
            .SelectMany(e => new[] { e.Person.Id.Value, e.Founding.Id.Value }
                .Concat(e.ServiceNeeds.Select(need => need.Id.Value))
                .Concat(e.Subsidies.Select(subsidy => subsidy.Id)))
            .ToList();

        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.All(all, id => Assert.Equal(7, id.Version));
        Assert.Equal(ids.Order(), ids);
        Assert.True(ids[^1] < Guid.CreateVersion7(Domain.Shared.Shanghai.MidnightOf(Today)));
    }

    [Fact]
    public void Every_state_is_the_one_that_the_founding_evidence_states() =>
        Assert.All(small.Entries.Select((entry, i) => (entry, i)), item =>
        {
            var (entry, i) = item;
            Assert.Equal(entry.Person.State with { Identity = null, Residence = null }, FoundingPayload.Open(entry.Founding.Payload, small.Cipher));
            Assert.Equal(entry.Person.Id, entry.Founding.PersonId);
            Assert.Equal(i + 1, entry.Founding.Position);
        });

    [Fact]
    public void The_first_person_is_a_grown_up_with_a_certificate_in_force()
    {
        var first = small.Entries[0].Person;

        Assert.True(first.IdNumber.BirthDate < Today.AddYears(-18));
        Assert.Equal(CertificateStatus.Active, first.CertificateStatus);
        Assert.NotNull(first.Phone);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_register_of_nobody_is_refused(int persons) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => small.Make(SmallRegister.Plan with { Persons = persons }));

    private IEnumerable<string> DivisionsOf(string unit) => small.Register.Communities
        .Where(community => community.ManagementUnitCode == unit)
        .Select(community => community.DivisionCode)
        .Distinct()
        .Order();

    /// <summary>All that a register says; ciphertexts differ from run to run, what they hold does not.</summary>
    private string Print(IReadOnlyList<RegisterEntry> entries) => string.Join('\n', entries.Select(entry => string.Join('|',
        JsonSerializer.Serialize(entry.Person),
        entry.Person.IdNumber.Value,
        entry.Person.BirthDate.Text,
        JsonSerializer.Serialize(entry.Subsidies),
        JsonSerializer.Serialize(entry.ServiceNeeds),
        entry.Founding.Id,
        entry.Founding.Position,
        Encoding.UTF8.GetString(small.Cipher.Decrypt(entry.Founding.Payload)))));
}
