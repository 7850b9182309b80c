using Persistence.Reading;

namespace SharingApi.Graph.Plans;

/// <summary>The compiled plans, bounded: what was used longest ago makes room.</summary>
/// <param name="most">How many plans are kept.</param>
internal sealed class PlanCache(int most = PlanCache.Default)
{
    private const int Default = 2_000;

    private readonly LeastRecentlyUsed<PlanKey, object> _plans = new(most);
    private readonly Lock _gate = new();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _plans.Count;
            }
        }
    }

    /// <summary>How many plans were compiled so far: two equal requests compile one.</summary>
    public long Compiled { get; private set; }

    /// <summary>The plan of the key; compiled where there is none yet.</summary>
    public TPlan GetOrCompile<TPlan>(PlanKey key, Func<TPlan> compile)
        where TPlan : class
    {
        lock (_gate)
        {
            if (_plans.TryGet(key, out var known))
            {
                return (TPlan)known;
            }
        }

        var plan = compile();
        lock (_gate)
        {
            Compiled++;
            if (!_plans.TryGet(key, out _))
            {
                _plans.Add(key, plan);
            }
        }

        return plan;
    }
}

/// <summary>All that a plan depends on.</summary>
/// <param name="Document">Hash of the document, the operation, and which parts of it are included.</param>
/// <param name="Path">Response path of the field.</param>
/// <param name="Arguments">What the arguments change in the SQL.</param>
/// <param name="Disclosure">What the caller gets, and by what its rows are drawn.</param>
internal readonly record struct PlanKey(string Document, string Path, string Arguments, string Disclosure);
