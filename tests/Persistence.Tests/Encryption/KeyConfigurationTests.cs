using Microsoft.Extensions.Configuration;
using Persistence.Encryption;

namespace Persistence.Tests.Encryption;

public sealed class KeyConfigurationTests : IDisposable
{
    private static readonly string Key = Convert.ToBase64String(new byte[KeyRing.KeySize]);

    private readonly string _directory = Directory.CreateTempSubdirectory("keys").FullName;

    [Fact]
    public void Keys_that_were_made_once_are_read_ever_after()
    {
        var made = Read([], mayMakeKeys: true, out _)!;
        var read = Read([], mayMakeKeys: false, out var faults)!;

        Assert.Empty(faults);
        Assert.True(made.Fields.KeyOf(1).SequenceEqual(read.Fields.KeyOf(1)));
        Assert.True(made.Index.KeyOf(1).SequenceEqual(read.Index.KeyOf(1)));
        Assert.False(read.Fields.KeyOf(1).SequenceEqual(read.Index.KeyOf(1)));
    }

    [Fact]
    public void The_key_file_is_its_owners_alone()
    {
        Read([], mayMakeKeys: true, out _);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(_directory, "keys.json")));
        }
    }

    [Fact]
    public void Outside_development_no_keys_are_made()
    {
        Assert.Null(Read([], mayMakeKeys: false, out var faults));

        Assert.Single(faults);
        Assert.Empty(Directory.GetFiles(_directory));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"fields\":{\"current\":1,\"keys\":{\"1\":null}},\"index\":null,\"cursors\":null}")]
    [InlineData("not a key file")]
    public void A_broken_key_file_is_one_fault_and_is_not_replaced(string content)
    {
        var path = Path.Combine(_directory, "keys.json");
        File.WriteAllText(path, content);

        Assert.Null(Read([], mayMakeKeys: true, out var faults));

        Assert.Single(faults);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void Configured_keys_need_no_file()
    {
        var keys = Read(Rings(), mayMakeKeys: false, out var faults)!;

        Assert.Empty(faults);
        Assert.Equal(CipherSuite.Sm, keys.Suite);
        Assert.Equal(2, keys.Fields.Current);
        Assert.Empty(Directory.GetFiles(_directory));
    }

    [Theory]
    [InlineData("Suite", "Des")]
    [InlineData("Fields:Current", "3")]
    [InlineData("Fields:Keys:2", "c2hvcnQ=")]
    [InlineData("Index:Keys:1", "no base64")]
    [InlineData("Cursors:Keys:0", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_wrong_setting_is_one_fault_that_names_it(string setting, string value)
    {
        var settings = Rings();
        settings[setting] = value;

        Assert.Null(Read(settings, mayMakeKeys: true, out var faults));

        Assert.Contains(setting.Split(':')[0], Assert.Single(faults), StringComparison.Ordinal);
        Assert.DoesNotContain(value, faults[0], StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_directory, true);

    private static Dictionary<string, string?> Rings() => new()
    {
        ["Suite"] = "Sm",
        ["Fields:Current"] = "2",
        ["Fields:Keys:1"] = Key,
        ["Fields:Keys:2"] = Key,
        ["Index:Current"] = "1",
        ["Index:Keys:1"] = Key,
        ["Cursors:Current"] = "1",
        ["Cursors:Keys:1"] = Key,
    };

    private Keys? Read(Dictionary<string, string?> settings, bool mayMakeKeys, out List<string> faults)
    {
        faults = [];
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Encryption:" + s.Key, s.Value)))
            .Build();
        return KeyConfiguration.Read(configuration.GetSection("Encryption"), _directory, mayMakeKeys, faults);
    }
}
