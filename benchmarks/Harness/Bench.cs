using Harness.Register;
using Harness.Reporting;
using Harness.Subjects;

namespace Harness;

/// <summary>What every run needs.</summary>
/// <param name="Options">The command line.</param>
/// <param name="ServerAssembly">The published server.</param>
/// <param name="PeerAssembly">The published peer.</param>
/// <param name="Report">Takes the results.</param>
internal sealed record Bench(HarnessOptions Options, string ServerAssembly, string PeerAssembly, Report Report)
{
    /// <summary>A fresh copy of the register.</summary>
    public string Copy(string name) => DataDirectories.Copy(ServerAssembly, Options.Persons, Options.Seed, name);

    public Subject StartServer(string dataDirectory, string name = "server") =>
        Subject.Start(name, ServerAssembly, dataDirectory);

    /// <summary>Starts the peer on the data directory of a server that has started: that one made the issuer's key.</summary>
    public Subject StartPeer(string dataDirectory, Subject server) =>
        Subject.Start("peer", PeerAssembly, dataDirectory, server);
}
