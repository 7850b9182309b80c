using Persistence.Access;
using Persistence.Encryption;
using Persistence.Persons;
using Persistence.Reading;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Plans;

/// <summary>What plans are made and run with.</summary>
internal sealed class PlanServices(
    SqlWriter sql, ReadConnections connections, BlindIndex blindIndex, Cursors cursors, PlanCache plans, CheckThrottle checks, VolumeGate volume,
    MergedPersons merged)
{
    public SqlWriter Sql => sql;

    public ReadConnections Connections => connections;

    public BlindIndex BlindIndex => blindIndex;

    public Cursors Cursors => cursors;

    public PlanCache Plans => plans;

    public CheckThrottle Checks => checks;

    public VolumeGate Volume => volume;

    public MergedPersons Merged => merged;
}
