using Domain.Places;

namespace Persistence.Register;

/// <summary>Invented towns and communities under the real divisions, each unit's number by its budget weight (domain.md 4.1).</summary>
internal static class SyntheticPlaces
{
    private const int CommunitiesInATown = 12;
    private const int FirstStreet = 1;
    private const int FirstTown = 100;

    // The statistics bureau numbers development zones from 400; so a zone's towns never collide with the county's own.
    private const int FirstZoneTown = 400;
    private const int FirstVillage = 200;

    private static readonly HashSet<string> Urban = new(StringComparer.Ordinal)
    {
        "530102", "530103", "530111", "530112", "530114",
    };

    // A zone is no division: each community keeps the code of the county whose land the zone administers.
    private static readonly Dictionary<string, string[]> ZoneDivisions = new(StringComparer.Ordinal)
    {
        [ManagementUnits.Yangzonghai] = ["530125", "530114"],
        [ManagementUnits.EconomicZone] = ["530111", "530114"],
    };

    private static readonly string[] TownHeads =
        "云 青 翠 石 松 柳 桃 竹 清 龙 凤 白 红 金 银 双 永 安 福 太 新 东 西 南 北 上 下 大 小 长".Split(' ');

    private static readonly string[] TownTails =
        "溪 岭 塘 桥 坪 坝 湖 关 坡 潭 泉 营 屯 箐 浦 林 屏 山 河 原".Split(' ');

    private static readonly string[] Heads =
        "杨梅 水井 老街 花园 桂花 石板 苹果 茶花 学府 云杉 明月 向阳 团结 和平 幸福 星光 滇池 梨园 彩云 蓝花 银桦 香樟 古井 望湖".Split(' ');

    private static readonly string[] Tails = ["", "北", "南", "东", "西", "新", "上", "下"];

    public static List<Community> Make(int count, long seed)
    {
        var dice = new Dice(seed, long.MinValue);
        var townNames = Combine(TownHeads, TownTails, dice);
        var names = Combine(Heads, Tails, dice);
        var shares = Shares.Of(count, [.. ManagementUnits.All.Select(unit => unit.BudgetWeight)]);
        var communities = new List<Community>(count);
        var town = 0;
        var townsOf = new Dictionary<(string Division, bool IsZone), int>();
        for (var u = 0; u < shares.Length; u++)
        {
            var unit = ManagementUnits.All[u];
            string[] divisions = unit.DivisionCode is { } own ? [own] : ZoneDivisions[unit.Code];
            var parts = Shares.Of(shares[u], [.. divisions.Select(_ => 1m)]);
            for (var d = 0; d < divisions.Length; d++)
            {
                for (var made = 0; made < parts[d]; made += CommunitiesInATown)
                {
                    // Both zones administer land of one county: its towns are counted through.
                    var number = townsOf.GetValueOrDefault((divisions[d], unit.IsZone));
                    townsOf[(divisions[d], unit.IsZone)] = number + 1;
                    var inTown = Math.Min(CommunitiesInATown, parts[d] - made);
                    communities.AddRange(Town(unit, divisions[d], number, townNames[town++], inTown, names, dice));
                }
            }
        }

        return communities;
    }

    private static IEnumerable<Community> Town(
        ManagementUnit unit, string division, int number, string name, int count, string[] names, Dice dice)
    {
        var isUrban = unit.IsZone || Urban.Contains(division);
        var first = unit.IsZone ? FirstZoneTown : isUrban ? FirstStreet : FirstTown;
        var townName = name + (isUrban ? "街道" : dice.PerMille(300) ? "乡" : "镇");
        var firstName = dice.Next(names.Length);
        for (var i = 0; i < count; i++)
        {
            var isVillage = !isUrban && i > 1;
            var code = isVillage ? FirstVillage + i : i + 1;
            yield return new Community
            {
                Code = $"{division}{first + number:D3}{code:D3}",
                Name = names[(firstName + i) % names.Length] + (isVillage ? "村" : "社区"),
                TownName = townName,
                DivisionCode = division,
                ManagementUnitCode = unit.Code,
            };
        }
    }

    private static string[] Combine(string[] heads, string[] tails, Dice dice)
    {
        string[] all = [.. heads.SelectMany(head => tails.Select(tail => head + tail))];
        dice.Shuffle(all.AsSpan());
        return all;
    }
}
