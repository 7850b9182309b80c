using Domain.Places;

namespace Domain.Tests.Places;

public sealed class PlacesTests
{
    /// <summary>domain.md 4.1: unit, name, budget in units of 10,000 yuan.</summary>
    public static TheoryData<string, string, double> Units => new()
    {
        { "530102", "五华区", 14 },
        { "530103", "盘龙区", 13 },
        { "530111", "官渡区", 11 },
        { "530112", "西山区", 13 },
        { "530113", "东川区", 55 },
        { "530114", "呈贡区", 5 },
        { "530115", "晋宁区", 17 },
        { "530124", "富民县", 13 },
        { "530125", "宜良县", 21 },
        { "530126", "石林彝族自治县", 16 },
        { "530127", "嵩明县", 19 },
        { "530128", "禄劝彝族苗族自治县", 55 },
        { "530129", "寻甸回族彝族自治县", 63 },
        { "530181", "安宁市", 8 },
        { "KM-YZH", "阳宗海", 6.5 },
        { "KM-JKQ", "经开区", 1.5 },
    };

    [Theory]
    [MemberData(nameof(Units))]
    public void Each_unit_has_its_name_and_its_share(string code, string name, double weight)
    {
        var unit = ManagementUnits.Find(code)!;

        Assert.Equal(name, unit.Name);
        Assert.Equal(name, ManagementUnits.NameOf(code));
        Assert.Equal((decimal)weight, unit.BudgetWeight);
    }

    [Fact]
    public void There_are_sixteen_units_and_their_shares_add_up()
    {
        Assert.Equal(Units.Count, ManagementUnits.All.Count);
        Assert.Equal(331m, ManagementUnits.All.Sum(unit => unit.BudgetWeight));
    }

    [Fact]
    public void A_county_is_its_own_division_and_a_zone_has_none()
    {
        Assert.Equal(Divisions.Counties.Select(county => county.Code), ManagementUnits.All.Select(unit => unit.DivisionCode).OfType<string>());
        Assert.Equal(["KM-YZH", "KM-JKQ"], ManagementUnits.All.Where(unit => unit.IsZone).Select(unit => unit.Code));
        Assert.All(ManagementUnits.All.Where(unit => unit.IsZone), unit => Assert.Null(Divisions.Find(unit.Code)));
    }

    [Theory]
    [InlineData("530100", "昆明市", false)]
    [InlineData("530115", "晋宁区", false)]
    [InlineData("530121", "呈贡县", true)]
    [InlineData("530122", "晋宁县", true)]
    [InlineData("530123", "安宁县", true)]
    [InlineData("530200", "东川市", true)]
    [InlineData("530327", "寻甸回族彝族自治县", true)]
    [InlineData("532231", "寻甸回族彝族自治县", true)]
    public void A_code_of_any_year_has_a_name(string code, string name, bool isRetired)
    {
        Assert.Equal(name, Divisions.NameOf(code));
        Assert.Equal(isRetired, Divisions.Find(code)!.IsRetired);
    }

    [Theory]
    [InlineData("110101")]
    [InlineData("530199")]
    [InlineData("KM-YZH")]
    [InlineData("")]
    public void Other_codes_are_no_divisions_of_ours(string code) => Assert.Null(Divisions.Find(code));
}
