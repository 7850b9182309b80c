using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Persistence.Encryption;

namespace Persistence.Tests.Encryption;

public sealed class FieldCipherTests
{
    private static readonly KeyRing Keys = KeyRing.Fresh();

    public static TheoryData<CipherSuite> Suites => [CipherSuite.Aes, CipherSuite.Sm];

    [Theory]
    [MemberData(nameof(Suites))]
    public void What_was_encrypted_is_read_again(CipherSuite suite)
    {
        var cipher = new FieldCipher(Keys, suite);

        Gen.String.Where(IsWellFormed).Sample(text => cipher.DecryptText(cipher.Encrypt(text)) == text);
        Gen.Byte.Array[0, 2000].Sample(bytes => cipher.Decrypt(cipher.Encrypt(bytes)).AsSpan().SequenceEqual(bytes));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_value_begins_with_the_ids_of_its_key_and_suite(CipherSuite suite)
    {
        var sealedValue = new FieldCipher(Keys, suite).Encrypt("a value");

        Assert.Equal(Keys.Current, sealedValue[0]);
        Assert.Equal((byte)suite, sealedValue[1]);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void The_same_text_never_looks_the_same(CipherSuite suite)
    {
        var cipher = new FieldCipher(Keys, suite);

        Assert.NotEqual(cipher.Encrypt("the same"), cipher.Encrypt("the same"));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_change_of_any_byte_is_detected(CipherSuite suite)
    {
        var cipher = new FieldCipher(Keys, suite);
        var sealedValue = cipher.Encrypt("53019919681105014X");

        for (var i = 0; i < sealedValue.Length; i++)
        {
            var altered = sealedValue.ToArray();
            altered[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(altered));
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_value_that_was_cut_is_refused(CipherSuite suite)
    {
        var cipher = new FieldCipher(Keys, suite);
        var sealedValue = cipher.Encrypt("a value");

        for (var length = 0; length < sealedValue.Length; length++)
        {
            Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(sealedValue.AsSpan(0, length)));
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Another_key_reads_nothing(CipherSuite suite)
    {
        var sealedValue = new FieldCipher(Keys, suite).Encrypt("a value");
        var stranger = new FieldCipher(KeyRing.Fresh(), suite);

        Assert.ThrowsAny<CryptographicException>(() => stranger.DecryptText(sealedValue));
    }

    [Fact]
    public void A_value_of_either_suite_is_read_whichever_is_current()
    {
        var aes = new FieldCipher(Keys, CipherSuite.Aes);
        var sm = new FieldCipher(Keys, CipherSuite.Sm);

        Assert.Equal("from AES", sm.DecryptText(aes.Encrypt("from AES")));
        Assert.Equal("from SM4", aes.DecryptText(sm.Encrypt("from SM4")));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_value_of_a_rotated_key_still_reads(CipherSuite suite)
    {
        var old = new FieldCipher(Keys, suite).Encrypt("before the rotation");
        var rotated = new KeyRing(2, new Dictionary<byte, byte[]>
        {
            [1] = Keys.KeyOf(1).ToArray(),
            [2] = RandomNumberGenerator.GetBytes(KeyRing.KeySize),
        });
        var cipher = new FieldCipher(rotated, suite);

        Assert.Equal("before the rotation", cipher.DecryptText(old));
        Assert.Equal(2, cipher.Encrypt("after it")[0]);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Many_threads_may_use_one_cipher(CipherSuite suite)
    {
        var cipher = new FieldCipher(Keys, suite);

        Parallel.For(0, 2000, i =>
        {
            var text = $"value {i}";
            Assert.Equal(text, cipher.DecryptText(cipher.Encrypt(text)));
        });
    }

    [Fact]
    public void Decryption_into_own_memory_allocates_nothing()
    {
        var cipher = new FieldCipher(Keys);
        var sealedValue = cipher.Encrypt("530199197602290010");
        var plain = new byte[FieldCipher.PlainSize(sealedValue)];
        cipher.Decrypt(sealedValue, plain);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            cipher.Decrypt(sealedValue, plain);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal("530199197602290010", Encoding.UTF8.GetString(plain));
    }

    private static bool IsWellFormed(string text) => !text.Any(char.IsSurrogate);
}
