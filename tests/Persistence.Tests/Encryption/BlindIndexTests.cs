using System.Security.Cryptography;
using Domain.Persons;
using Persistence.Encryption;

namespace Persistence.Tests.Encryption;

public sealed class BlindIndexTests
{
    private static readonly KeyRing Keys = KeyRing.Fresh();

    private static readonly IdNumber Number = IdNumber.FromStore("530199197602290010");

    public static TheoryData<CipherSuite> Suites => [CipherSuite.Aes, CipherSuite.Sm];

    [Theory]
    [MemberData(nameof(Suites))]
    public void Equal_values_have_equal_digests_of_eighteen_bytes(CipherSuite suite)
    {
        var digest = new BlindIndex(Keys, suite).OfIdNumber(Number);

        Assert.Equal(digest, new BlindIndex(Keys, suite).OfIdNumber(Number));
        Assert.Equal(BlindIndex.Size, digest.Length);
        Assert.Equal([Keys.Current, (byte)suite], digest[..2]);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Equal_values_in_two_uses_have_unequal_digests(CipherSuite suite)
    {
        var index = new BlindIndex(Keys, suite);

        Assert.NotEqual(index.OfIdNumber(Number), index.OfPhone(Number.Value));
    }

    [Fact]
    public void Another_key_makes_another_digest()
    {
        var theirs = new BlindIndex(KeyRing.Fresh()).OfIdNumber(Number);

        Assert.NotEqual(new BlindIndex(Keys).OfIdNumber(Number), theirs);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_look_up_tries_the_current_key_first(CipherSuite suite)
    {
        var index = new BlindIndex(Keys, suite);

        Assert.Equal(index.OfIdNumber(Number), index.AllOfIdNumber(Number)[0]);
        Assert.Equal(index.OfPhone("10012345678"), index.AllOfPhone("10012345678")[0]);
        Assert.Equal(
            index.OfWeakKey("name", PartialDate.FromStore("1976"), null),
            index.AllOfWeakKey("name", PartialDate.FromStore("1976"), null)[0]);
        Assert.Equal(index.OfMessageId("court", "7"), index.AllOfMessageId("court", "7")[0]);
    }

    [Theory]
    [InlineData(CipherSuite.Aes, CipherSuite.Aes)]
    [InlineData(CipherSuite.Aes, CipherSuite.Sm)]
    [InlineData(CipherSuite.Sm, CipherSuite.Aes)]
    public void A_look_up_finds_what_was_stored_before_a_rotation(CipherSuite before, CipherSuite after)
    {
        var stored = new BlindIndex(Keys, before).OfIdNumber(Number);
        var rotated = new BlindIndex(
            new KeyRing(2, new Dictionary<byte, byte[]>
            {
                [1] = Keys.KeyOf(1).ToArray(),
                [2] = RandomNumberGenerator.GetBytes(KeyRing.KeySize),
            }),
            after);

        Assert.Contains(rotated.AllOfIdNumber(Number), digest => digest.AsSpan().SequenceEqual(stored));
        Assert.NotEqual(stored, rotated.OfIdNumber(Number));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Content_is_recognised_after_a_change_of_suite(CipherSuite suite)
    {
        var stored = new BlindIndex(Keys, suite).OfContent("what was sent"u8);
        var index = new BlindIndex(Keys);

        Assert.True(index.IsOfContent(stored, "what was sent"u8));
        Assert.False(index.IsOfContent(stored, "something else"u8));
        Assert.False(new BlindIndex(KeyRing.Fresh()).IsOfContent(stored, "what was sent"u8));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Many_threads_may_use_one_index(CipherSuite suite)
    {
        var index = new BlindIndex(Keys, suite);
        var expected = index.OfPhone("10012345678");

        Parallel.For(0, 2000, _ => Assert.Equal(expected, index.OfPhone("10012345678")));
    }
}
