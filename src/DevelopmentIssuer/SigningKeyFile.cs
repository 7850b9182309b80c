using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace DevelopmentIssuer;

/// <summary>The issuer's key, kept in a file that only its owner reads, so that tokens survive a restart.</summary>
internal static class SigningKeyFile
{
    private const string FileName = "development-issuer.pem";
    private const int KeySize = 2048;

    /// <summary>The key of the directory, made if there is none yet.</summary>
    public static RsaSecurityKey In(string directory)
    {
        var path = Path.Combine(directory, FileName);
        var rsa = File.Exists(path) ? Read(path) : Make(directory, path);
        return new RsaSecurityKey(rsa) { KeyId = Base64UrlEncoder.Encode(SHA256.HashData(rsa.ExportRSAPublicKey()).AsSpan(0, 15).ToArray()) };
    }

    private static RSA Read(string path)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(path));
        return rsa;
    }

    private static RSA Make(string directory, string path)
    {
        Directory.CreateDirectory(directory);
        var rsa = RSA.Create(KeySize);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        return rsa;
    }
}
