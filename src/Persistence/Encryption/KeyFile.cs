using System.Text.Json;
using System.Text.Json.Serialization;

namespace Persistence.Encryption;

/// <summary>The keys of an installation that has none in its configuration: <c>keys.json</c> in the data directory.</summary>
/// <remarks>Made on the first start in Development only, readable by its owner only. Losing it loses the register.</remarks>
public static partial class KeyFile
{
    private const string FileName = "keys.json";

    internal static Keys? Read(string directory, bool mayMake, ICollection<string> faults)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            if (!mayMake)
            {
                faults.Add("Encryption:Fields, :Index and :Cursors must name keys: outside Development none are made.");
                return null;
            }

            Write(path, Keys.Fresh());
        }

        try
        {
            var stored = JsonSerializer.Deserialize(File.ReadAllBytes(path), KeyFileJson.Default.StoredKeys);
            return stored is null ? throw new JsonException() : stored.ToKeys();
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            faults.Add($"{FileName} in the data directory is not a key file.");
            return null;
        }
    }

    private static void Write(string path, Keys keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Whole or not at all: half a key file would be the loss of every value encrypted with it.
        var draft = path + ".new";
        File.Delete(draft);
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, StoredKeys.Of(keys), KeyFileJson.Default.StoredKeys);
            file.Flush(true);
        }

        File.Move(draft, path);
    }

    internal sealed record StoredRing(byte Current, Dictionary<byte, byte[]> Keys)
    {
        public static StoredRing Of(KeyRing ring) =>
            new(ring.Current, ring.Ids.ToDictionary(id => id, id => ring.KeyOf(id).ToArray()));

        public KeyRing ToRing() => new(Current, Keys);
    }

    internal sealed record StoredKeys(StoredRing Fields, StoredRing Index, StoredRing Cursors)
    {
        public static StoredKeys Of(Keys keys) =>
            new(StoredRing.Of(keys.Fields), StoredRing.Of(keys.Index), StoredRing.Of(keys.Cursors));

        public Keys ToKeys() => new(Fields.ToRing(), Index.ToRing(), Cursors.ToRing());
    }

    [JsonSourceGenerationOptions(
        WriteIndented = true,
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(StoredKeys))]
    private sealed partial class KeyFileJson : JsonSerializerContext;
}
