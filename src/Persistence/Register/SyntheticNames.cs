using System.Text;

namespace Persistence.Register;

/// <summary>Invented names: Han names of two to four characters, long names with the middle dot, and characters that break careless code.</summary>
internal static class SyntheticNames
{
    private const string MiddleDot = "\u00B7";
    private const int RareCharacterPerMille = 4;
    private const int LongestPart = 6;

    // Outside the basic plane, or once stored as a private-use code (domain.md 3.3).
    private static readonly string[] Rare = ["\U00020BB7", "\u4DAE", "\U0002CC56"];

    private static readonly (string Value, int Weight)[] Surnames =
    [
        ("李", 90), ("王", 80), ("张", 75), ("杨", 70), ("陈", 50), ("刘", 48), ("赵", 35), ("周", 30), ("马", 30), ("黄", 25),
        ("朱", 20), ("徐", 20), ("孙", 18), ("何", 18), ("普", 16), ("毕", 15), ("段", 15), ("郭", 14), ("罗", 14), ("唐", 12),
        ("高", 12), ("董", 10), ("尹", 10), ("角", 8), ("沙", 8), ("龙", 8), ("纳", 6), ("保", 6), ("木", 6), ("和", 6),
        ("刀", 5), ("昂", 4), ("欧阳", 3), ("司马", 2),
    ];

    private static readonly string[] Given =
        ("伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀 霞 平 刚 桂 英 华 玉 兰 红 文 云 建 国 春 梅 琼 学 荣 仙 金 凤 德 " +
         "福 光 永 正 有 成 志 家 慧 琳 晨 宇 浩 怡 欣 雨 佳 子 涵 梓").Split(' ');

    private static readonly string[] Syllables =
        "阿 木 吉 尔 古 拉 依 沙 洛 曲 比 日 呷 惹 果 莫 史 火 布 铁 嘎 罕 温 应 香 诺 帕 娜 叶 斯 买 提 江 古 丽".Split(' ');

    /// <param name="dice">What chance decides.</param>
    /// <param name="isMinority">Whether the person may bear a name of several parts.</param>
    public static string Of(Dice dice, bool isMinority) =>
        isMinority && dice.PerMille(300) ? InParts(dice) : Han(dice);

    private static string Han(Dice dice)
    {
        var name = dice.Pick(Surnames) + GivenCharacter(dice);
        return dice.PerMille(750) ? name + GivenCharacter(dice) : name;
    }

    private static string GivenCharacter(Dice dice) =>
        dice.PerMille(RareCharacterPerMille) ? dice.Pick(Rare) : dice.Pick(Given);

    private static string InParts(Dice dice)
    {
        var parts = dice.PerMille(20) ? 5 : dice.PerMille(200) ? 3 : 2;
        var name = new StringBuilder();
        for (var part = 0; part < parts; part++)
        {
            name.Append(part == 0 ? "" : MiddleDot);
            var length = 2 + dice.Next(LongestPart - 1);
            for (var i = 0; i < length; i++)
            {
                name.Append(dice.Pick(Syllables));
            }
        }

        return name.ToString();
    }
}
