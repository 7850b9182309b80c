using BenchmarkDotNet.Attributes;
using Domain.Persons;

namespace Micro;

/// <summary>Reading, folding and masking what identifies a person.</summary>
[MemoryDiagnoser]
public class PersonBenchmarks
{
    private static readonly IdNumberRules Rules = new(new DateOnly(2026, 5, 1), AllowSyntheticArea: true);
    private static readonly IdNumber Number = IdNumber.FromStore("530199197602290010");

    [Benchmark]
    public string MaskName() => Mask.Name("木呷·阿依");

    [Benchmark]
    public string MaskIdNumber() => Mask.IdNumber("530199197602290010");

    [Benchmark]
    public string MaskPhone() => Mask.Phone("10012345678");

    [Benchmark]
    public string MaskAddress() => Mask.Address("云南省昆明市禄劝彝族苗族自治县屏山街道某社区12号");

    [Benchmark]
    public string FoldName() => PersonName.Fold("木呷・ 阿依");

    [Benchmark]
    public IdNumberReading ReadIdNumber() => IdNumber.Read("530199197602290010", Rules);

    [Benchmark]
    public string ComposeCertificateNumber() => CertificateNumber.Compose(Number, DisabilityCategory.Physical, 3, 1);
}
