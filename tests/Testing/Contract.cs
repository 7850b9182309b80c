namespace Testing;

/// <summary>Files under <c>schema/</c> that partners rely on: compared in every run, rewritten only under <c>ACCEPT_CONTRACT=true</c>.</summary>
public static class Contract
{
    public static void Match(string fileName, string actual)
    {
        var path = Path.Combine(Repository.Root, "schema", fileName);
        if (Environment.GetEnvironmentVariable("ACCEPT_CONTRACT") == "true")
        {
            File.WriteAllText(path, actual);
        }

        if (!File.Exists(path) || File.ReadAllText(path) != actual)
        {
            throw new InvalidOperationException($"schema/{fileName} differs. If that is meant: ACCEPT_CONTRACT=true, then commit it.");
        }
    }
}
