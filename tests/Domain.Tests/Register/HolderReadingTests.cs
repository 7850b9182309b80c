using Domain.Persons;
using Domain.Register;
using Domain.Shared;

namespace Domain.Tests.Register;

/// <summary>A line of an existing register, as a county office exports it, read by the rules of domain 3.</summary>
public sealed class HolderReadingTests
{
    private static readonly IdNumberRules Rules = new(new DateOnly(2026, 11, 24), true);

    [Fact]
    public void A_line_with_Chinese_headers_and_words_is_a_holder()
    {
        var reading = Read(
            ("姓名", "张三"), ("残疾人证号", "53019919760229001043"), ("发证日期", "2019年3月5日"), ("社区代码", "530102001001"),
            ("残疾类别", "肢体"), ("残疾等级", "三级"), ("性别", "男"), ("证件状态", "注销"), ("状态原因", "本人自愿"), ("低保", "是"));

        Assert.Empty(reading.Findings);
        var holder = reading.Holder!;
        Assert.Equal("530199197602290010", holder.IdNumber.Value);
        Assert.Equal((DisabilityCategory.Physical, 3, 0), (holder.Category, holder.Level, holder.Replacements));
        Assert.Equal((new DateOnly(2019, 3, 5), new DateOnly(2029, 3, 5)), (holder.IssuedOn, holder.ValidUntil));
        Assert.Equal("530102", holder.Founding.ManagementUnitCode);
        Assert.Equal(CertificateStatusReason.Voluntary, holder.Founding.CertificateStatusReason);
        Assert.True(holder.IsOnSubsistenceAllowance);
    }

    [Theory]
    [InlineData("53019919681105014X72", 0)]
    [InlineData("53019919681105014X72B", 1)]
    [InlineData("53019919681105014X72B1", 1)]
    [InlineData("53019919681105014X72B12", 12)]
    public void A_bare_B_is_the_first_replacement(string number, int replacements) =>
        Assert.Equal(replacements, Read(("certificateNumber", number)).Holder!.Replacements);

    [Fact]
    public void A_number_of_fifteen_digits_is_converted_and_said_to_be_derived()
    {
        var reading = Read(("certificateNumber", ""), ("idNumber", "530199760229001"), ("category", "4"), ("level", "3"));

        Assert.Equal("530199197602290010", reading.Holder!.IdNumber.Value);
        Assert.Equal("ID_LEGACY_15", Assert.Single(reading.Findings).Code);
    }

    [Theory]
    [InlineData("REGISTER_MISSING", "name", "")]
    [InlineData("ID_CHECK", "idNumber", "530199197602290011")]
    [InlineData("CERT_ID_MISMATCH", "idNumber", "53019919681105014X")]
    [InlineData("CERT_CATEGORY_MISMATCH", "category", "听力残疾")]
    [InlineData("CERT_LEVEL_MISMATCH", "level", "4")]
    [InlineData("REGISTER_WORD", "level", "五级")]
    [InlineData("CERT_SHAPE", "certificateNumber", "5301991976022900102")]
    [InlineData("REGISTER_DAY", "issuedOn", "2019-03")]
    [InlineData("REGISTER_DAY", "issuedOn", "2027/1/1")]
    [InlineData("REGISTER_MISSING", "community", "")]
    [InlineData("COMMUNITY_SHAPE", "community", "530102")]
    [InlineData("REGISTER_DIVISION_UNKNOWN", "community", "110102001001")]
    [InlineData("REGISTER_DIVISION_UNKNOWN", "hukouDivision", "999999")]
    [InlineData("REGISTER_UNIT_UNKNOWN", "managementUnit", "KM-XXX")]
    [InlineData("REGISTER_COMPONENTS", "components", "4:2,5:3")]
    [InlineData("REGISTER_STATUS_REASON", "certificateStatus", "冻结")]
    [InlineData("REGISTER_STATUS_REASON", "certificateStatusReason", "死亡")]
    [InlineData("REGISTER_STATUS_REASON", "certificateStatus", "TRANSFERRING")]
    [InlineData("REGISTER_DEATH_DATE", "deathDate", "2026-05-01")]
    [InlineData("NAME_CHARACTER", "name", "张\n三")]
    [InlineData("REGISTER_TEXT", "hukouAddress", "五华区\n1号")]
    public void What_is_wrong_refuses_the_line(string code, string column, string value)
    {
        var reading = Read((column, value));

        Assert.Null(reading.Holder);
        Assert.Contains(reading.Findings, finding => finding.Code == code && finding.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("ID_SEX_MISMATCH", "sex", "女")]
    [InlineData("ID_BIRTH_MISMATCH", "birthDate", "19760301")]
    [InlineData("REGISTER_PHONE", "phone", "none")]
    [InlineData("REGISTER_COMMUNITY_OUTSIDE", "residenceCommunity", "110102001001")]
    public void What_is_doubtful_is_remarked_on_and_taken(string code, string column, string value)
    {
        var reading = Read((column, value));

        Assert.NotNull(reading.Holder);
        Assert.Equal(code, Assert.Single(reading.Findings).Code);
    }

    [Fact]
    public void A_shared_number_is_taken_twice_and_one_person_once()
    {
        var list = new HolderList();

        Assert.Empty(list.Take(Read().Holder!));
        Assert.Equal("ID_DUPLICATE", Assert.Single(list.Take(Read(("name", "李四")).Holder!)).Code);
        Assert.Equal("REGISTER_PERSON_TWICE", Assert.Single(list.Take(Read().Holder!)).Code);
        Assert.Equal("REGISTER_UNIT_DIFFERS", Assert.Single(list.Take(Read(("name", "王五"), ("managementUnit", "KM-JKQ")).Holder!)).Code);
        Assert.Equal(2, list.Count);
        Assert.Equal("530102", Assert.Single(list.Communities).ManagementUnitCode);
    }

    [Fact]
    public void Every_column_is_found_by_each_of_its_names() =>
        Assert.All(HolderColumns.All, column => Assert.All(column.Names, name => Assert.Equal(column.Field, HolderColumns.Find($" {name} "))));

    /// <summary>Reads a sound line in which these columns say something else.</summary>
    private static HolderReading Read(params (string Column, string Value)[] changed)
    {
        var line = new Dictionary<HolderField, string?>
        {
            [HolderField.Name] = "张三",
            [HolderField.CertificateNumber] = "53019919760229001043",
            [HolderField.IssuedOn] = "2019-03-05",
            [HolderField.Community] = "530102001001",
        };
        foreach (var (column, value) in changed)
        {
            line[HolderColumns.Find(column)!.Value] = value;
        }

        return HolderReading.Read(field => line.GetValueOrDefault(field), Rules);
    }
}
