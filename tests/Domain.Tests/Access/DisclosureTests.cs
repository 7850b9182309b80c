using CsCheck;
using Domain.Access;

namespace Domain.Tests.Access;

public sealed class DisclosureTests
{
    private static readonly Catalogue Catalogue = new(
    [
        .. CatalogueItem.All.Select(item => new CatalogueEntry(item, item.Key, item.Key, [], PartsOf(item), CatalogueTerms.Of(item))),
    ]);

    [Fact]
    public void An_item_that_a_grant_does_not_name_is_denied()
    {
        var disclosure = Disclosure.Of(Granting((CatalogueItem.PersonName, DisclosureLevel.Clear)), Catalogue);

        Assert.True(disclosure.IsClear(CatalogueItem.PersonName));
        Assert.All(
            CatalogueItem.All.Where(item => item != CatalogueItem.PersonName),
            item => Assert.Equal(DisclosureLevel.Denied, disclosure.LevelOf(item)));
    }

    [Fact]
    public void An_item_that_the_program_does_not_know_opens_nothing()
    {
        var grant = Granting();
        grant.Items.Add(new GrantItem { GrantId = grant.Id, Item = "person.soul", Level = DisclosureLevel.Clear });

        Assert.False(Disclosure.Of(grant, Catalogue).SeesAnything);
    }

    [Fact]
    public void A_narrowed_part_closes_what_it_can_be_read_off()
    {
        var disclosure = Disclosure.Of(
            Granting(
                (CatalogueItem.CertificateNumber, DisclosureLevel.Clear),
                (CatalogueItem.PersonIdNumber, DisclosureLevel.Clear),
                (CatalogueItem.PersonBirthDate, DisclosureLevel.Masked),
                (CatalogueItem.PersonSex, DisclosureLevel.Clear)),
            Catalogue);

        Assert.Equal(DisclosureLevel.Masked, disclosure.LevelOf(CatalogueItem.PersonIdNumber));
        Assert.Equal(DisclosureLevel.Masked, disclosure.LevelOf(CatalogueItem.CertificateNumber));
        Assert.Equal(DisclosureLevel.Clear, disclosure.LevelOf(CatalogueItem.PersonSex));
    }

    [Fact]
    public void Whatever_is_granted_no_composite_is_more_open_than_a_part() =>
        Gen.Enum<DisclosureLevel>().Array[CatalogueItem.All.Count].Sample(levels =>
        {
            var narrowed = Catalogue.Narrowed(levels);

            return !Catalogue.TooOpen(narrowed).Any() && narrowed.Zip(levels).All(pair => pair.First >= pair.Second);
        });

    [Fact]
    public void Disclosures_that_differ_in_a_level_or_in_the_kind_of_scope_differ_in_shape()
    {
        var one = Disclosure.Of(Granting((CatalogueItem.PersonName, DisclosureLevel.Clear)), Catalogue);
        var masked = Disclosure.Of(Granting((CatalogueItem.PersonName, DisclosureLevel.Masked)), Catalogue);
        var nothing = Disclosure.Nothing("health", Purpose.Rehab, DisclosureBasis.Ended);

        Assert.Equal(3, new[] { one.Shape, masked.Shape, nothing.Shape }.Distinct().Count());
    }

    [Fact]
    public void Without_a_purpose_nobody_is_in_scope_and_nothing_is_given()
    {
        var disclosure = Disclosure.Nothing("health", null, DisclosureBasis.Granted);

        Assert.Equal(DisclosureBasis.NoPurpose, disclosure.Basis);
        Assert.Equal(RowScope.Nothing, disclosure.Scope);
        Assert.False(disclosure.SeesAnything);
    }

    [Fact]
    public void A_grant_holds_from_midnight_to_midnight_in_Shanghai()
    {
        var grant = Granting();

        Assert.Equal(new DateTimeOffset(2026, 10, 31, 16, 0, 0, TimeSpan.Zero), grant.StartsAt);
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 16, 0, 0, TimeSpan.Zero), grant.EndsAt);
    }

    private static Grant Granting(params (CatalogueItem Item, DisclosureLevel Level)[] items)
    {
        var id = Guid.Parse("0192f000-0000-7000-8000-000000000001");
        return new Grant
        {
            Id = id,
            Client = "health",
            Purpose = Purpose.Rehab,
            ScopeKind = RowScopeKind.City,
            From = new DateOnly(2026, 11, 1),
            To = new DateOnly(2026, 12, 1),
            State = GrantState.Active,
            Items = [.. items.Select(pair => new GrantItem { GrantId = id, Item = pair.Item.Key, Level = pair.Level })],
        };
    }

    private static CatalogueItem[] PartsOf(CatalogueItem item) => item switch
    {
        _ when item == CatalogueItem.PersonIdNumber => [CatalogueItem.PersonBirthDate, CatalogueItem.PersonSex],
        _ when item == CatalogueItem.CertificateNumber => [CatalogueItem.PersonIdNumber],
        _ => [],
    };
}
