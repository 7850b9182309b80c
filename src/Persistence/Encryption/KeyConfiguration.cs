using Microsoft.Extensions.Configuration;

namespace Persistence.Encryption;

/// <summary>Reads the keys of the section <c>Encryption</c>, or of the key file where the section has none.</summary>
/// <remarks>
/// <code>
/// Encryption:Suite            Aes (default) or Sm
/// Encryption:Fields:Current   id of the key that new values take
/// Encryption:Fields:Keys:1    base64 of 32 bytes; as many as there are ids, 1 to 255
/// Encryption:Index:…          the same
/// Encryption:Cursors:…        the same
/// </code>
/// To rotate, add a key under a new id and make it current; an old key stays as long as a value names it.
/// </remarks>
public static class KeyConfiguration
{
    /// <summary>The keys, or null with one sentence per fault.</summary>
    public static Keys? Read(IConfigurationSection section, string directory, bool mayMakeKeys, ICollection<string> faults)
    {
        var suite = ReadSuite(section["Suite"], faults);
        if (!section.GetChildren().Any(child => child.GetChildren().Any()))
        {
            return KeyFile.Read(directory, mayMakeKeys, faults) is { } stored && suite is not null
                ? stored with { Suite = suite.Value }
                : null;
        }

        var fields = ReadRing(section.GetSection("Fields"), faults);
        var index = ReadRing(section.GetSection("Index"), faults);
        var cursors = ReadRing(section.GetSection("Cursors"), faults);
        return fields is null || index is null || cursors is null || suite is null
            ? null
            : new Keys(fields, index, cursors, suite.Value);
    }

    private static CipherSuite? ReadSuite(string? name, ICollection<string> faults)
    {
        switch (name)
        {
            case null or "" or nameof(CipherSuite.Aes):
                return CipherSuite.Aes;
            case nameof(CipherSuite.Sm):
                return CipherSuite.Sm;
            default:
                faults.Add("Encryption:Suite must be Aes or Sm.");
                return null;
        }
    }

    private static KeyRing? ReadRing(IConfigurationSection section, ICollection<string> faults)
    {
        var keys = new Dictionary<byte, byte[]>();
        foreach (var entry in section.GetSection("Keys").GetChildren())
        {
            var key = new byte[KeyRing.KeySize];
            if (!byte.TryParse(entry.Key, out var id) || id == 0 ||
                !Convert.TryFromBase64String(entry.Value ?? "", key, out var written) || written != key.Length)
            {
                faults.Add($"{section.Path}:Keys needs ids from 1 to 255 with 32 bytes in base64 each.");
                return null;
            }

            keys.Add(id, key);
        }

        if (byte.TryParse(section["Current"], out var current) && keys.ContainsKey(current))
        {
            return new KeyRing(current, keys);
        }

        faults.Add($"{section.Path}:Current must be the id of one of {section.Path}:Keys.");
        return null;
    }
}
