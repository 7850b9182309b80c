namespace SharingApi.Hosting;

/// <summary>Files that commands read.</summary>
internal static class CommandFiles
{
    /// <summary>Opens a file to be read once, from its beginning to its end.</summary>
    /// <exception cref="ConfigurationFault">There is no such file, or it cannot be opened.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationFault("The file cannot be opened. Compare its name, and who may read it.");
        }
    }
}
