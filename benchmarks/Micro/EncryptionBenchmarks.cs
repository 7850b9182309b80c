using BenchmarkDotNet.Attributes;
using Domain.Persons;
using Persistence.Encryption;

namespace Micro;

/// <summary>What a protected column costs: fifty of these stand in a page of persons.</summary>
[MemoryDiagnoser]
public class EncryptionBenchmarks
{
    private static readonly IdNumber Number = IdNumber.FromStore("530199197602290010");

    private readonly FieldCipher _cipher = new(KeyRing.Fresh());
    private readonly BlindIndex _index = new(KeyRing.Fresh());
    private byte[] _sealed = [];

    [GlobalSetup]
    public void Seal() => _sealed = _cipher.Encrypt(Number.Value);

    [Benchmark]
    public byte[] Encrypt() => _cipher.Encrypt(Number.Value);

    [Benchmark]
    public string Decrypt() => _cipher.DecryptText(_sealed);

    [Benchmark]
    public byte[] IndexOfIdNumber() => _index.OfIdNumber(Number);

    [Benchmark]
    public byte[] IndexOfWeakKey() => _index.OfWeakKey("木呷·阿依", PartialDate.FromStore("1968-11-05"), "530128001001");
}
