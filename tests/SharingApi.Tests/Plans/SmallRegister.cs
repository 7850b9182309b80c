using Domain.Cases;
using Domain.Persons;
using Domain.Places;
using Domain.ServiceNeeds;
using Domain.StatusChanges;
using Persistence;
using Persistence.Encryption;

namespace SharingApi.Tests.Plans;

/// <summary>Sixty invented people in two counties, the same in every run.</summary>
internal sealed class SmallRegister(BlindIndex index)
{
    private static readonly DateTimeOffset Founding = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static PersonId PersonNumber(int i) => PersonId.Of(Key(1, i));

    public static string IdOf(int i) => "person_" + PersonNumber(i).Value.ToString("N");

    public static string IdNumberOf(int i) => i switch
    {
        0 => "530199197602290010",
        1 => "53019919681105014X",
        2 or 3 => "53019919550817003X",
        _ => $"5301991990010100{i % 100:00}",
    };

    public void Fill(SharingDbContext db)
    {
        db.Add(Community("530102001001", "翠湖", "530102", "530102"));
        db.Add(Community("530128002001", "屏山", "530128", "530128"));
        for (var i = 0; i < PlanHouse.People; i++)
        {
            db.Add(Person(i));
        }

        for (var i = 0; i < 3 * PlanHouse.People; i++)
        {
            db.Add(Need(i));
        }

        db.Add(new Subsidy { Id = Key(3, 1), PersonId = PersonNumber(0), Kind = SubsidyKind.Living, Since = new DateOnly(2024, 1, 1) });
        db.Add(new FormerIdentity
        {
            Id = Key(5, 1),
            PersonId = PersonNumber(1),
            IdNumber = IdNumber.FromStore("530199200002290185"),
            IdNumberIndex = index.OfIdNumber(IdNumber.FromStore("530199200002290185")),
            FoldedName = "人",
            ValidUntil = new DateOnly(2020, 1, 1),
        });
        db.Add(Case(1, CaseKind.Review, null, 0));
        db.Add(Case(2, CaseKind.Transfer, "530128", 1));
        db.SaveChanges();
    }

    private static Guid Key(int kind, int i) => new(kind, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, (byte)(i >> 8), (byte)i);

    private static Community Community(string code, string name, string division, string unit) => new()
    {
        Code = code,
        Name = name,
        TownName = name + "街道",
        DivisionCode = division,
        ManagementUnitCode = unit,
    };

    private static Case Case(int i, CaseKind kind, string? to, int person) => new()
    {
        Id = CaseId.Of(Key(4, i)),
        Kind = kind,
        State = CaseState.Open,
        PersonId = PersonNumber(person),
        Reasons = "M1",
        FromUnitCode = to is null ? null : "530102",
        ToUnitCode = to,
        OpenedAt = Founding.AddHours(i),
    };

    private static ServiceNeed Need(int i) => new()
    {
        Id = ServiceNeedId.Of(Key(2, i)),
        PersonId = PersonNumber(i / 3),
        Domain = (ServiceDomain)(i % 8),
        ItemCode = $"R{i % 5}",
        Kind = i % 2 == 0 ? ServiceNeedKind.Wanted : ServiceNeedKind.Received,
        Year = 2020 + (i % 6),
        Provider = i % 3 == 0 ? null : "社区",
        Status = ServiceNeedStatus.Wanted,
    };

    private Person Person(int i)
    {
        var number = IdNumber.FromStore(IdNumberOf(i));
        var isWuhua = i % 2 == 0;
        var community = isWuhua ? "530102001001" : "530128002001";
        var unit = isWuhua ? "530102" : "530128";
        return new Person
        {
            Id = PersonNumber(i),
            State = new PersonState
            {
                LifeStatus = i % 7 == 6 ? LifeStatus.Deceased : LifeStatus.Alive,
                DeathDate = i % 7 == 6 ? PartialDate.FromStore("2026-05-01") : null,
                HukouDivisionCode = unit,
                HukouCommunityCode = community,
                HukouAddress = "云南省昆明市五华区翠湖路1号",
                HukouStatus = HukouStatus.Registered,
                HukouSince = i % 4 == 0 ? new DateOnly(2019, 3, 4) : null,
                ManagementUnitCode = unit,
                CommunityCode = community,
                TransferUnitCode = i == 1 ? "530102" : null,
                CertificateStatus = CertificateStatus.Active,
            },
            IdNumber = number,
            IdNumberIndex = index.OfIdNumber(number),
            Name = $"{"张李王赵"[i % 4]}{"伟芳娜"[i % 3]}{i:00}",
            FoldedName = $"{i}",
            Sex = i % 2 == 0 ? Sex.Male : Sex.Female,
            BirthDate = PartialDate.FromStore(i % 5 == 0 ? "1976" : $"19{60 + (i % 30)}-0{1 + (i % 9)}-11"),
            Ethnicity = i % 3 == 0 ? null : "彝族",
            WeakIndex = [1],
            ResidenceAddress = i % 2 == 0 ? "昆明市" : null,
            Phone = i % 2 == 0 ? $"138000000{i:00}" : null,
            PhoneIndex = i % 2 == 0 ? index.OfPhone($"138000000{i:00}") : null,
            GuardianName = i % 2 == 0 ? "李四" : null,
            GuardianRelation = i % 2 == 0 ? "父" : null,
            CertificateCategory = i == 0 ? DisabilityCategory.Multiple : DisabilityCategory.Physical,
            CertificateLevel = 1 + (i % 4),
            CertificateComponents = i == 0 ? "4:1,5:2" : null,
            CertificateIssuedOn = new DateOnly(2020, 1, 1),
            CertificateValidUntil = new DateOnly(2030, 1, 1),
            CertificateReplacements = i % 3,
            IsOnSubsistenceAllowance = i % 2 == 0,
            FoldedTo = new DateOnly(2026, 1, 1),
        };
    }
}
