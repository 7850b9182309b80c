using Domain.Persons;

namespace Harness.Register;

/// <summary>People who hold no certificate: valid numbers that the synthetic register does not give.</summary>
internal static class Strangers
{
    // Nobody in the register is that old.
    private static readonly DateOnly First = new(1901, 1, 1);

    private const int PerDay = 100;

    public static IEnumerable<Holder> Make(int count) => Enumerable.Range(0, count).Select(i =>
    {
        var born = First.AddDays(i / PerDay);
        var number = IdNumber.Compose(IdNumber.SyntheticAreaCode, born, 801 + (i % PerDay));
        return new Holder(number.Value, "无证者", number.Sex == Sex.Male ? "MALE" : "FEMALE", PartialDate.Of(born).Text);
    });
}
