namespace Persistence.Notices;

/// <summary>How many notices out of files are applied in one transaction: as many as take the time that a live notice may wait.</summary>
internal sealed class BulkSlice
{
    private const int Smallest = 20;
    private const int Largest = 500;

    // A live notice waits for one slice at the most, and seldom for a whole one.
    private static readonly TimeSpan MayTake = TimeSpan.FromMilliseconds(100);

    /// <summary>Entries of the next slice.</summary>
    public int Size { get; private set; } = 100;

    /// <summary>Learns from a transaction.</summary>
    /// <param name="bulk">Notices out of files in it.</param>
    /// <param name="elapsed">What it took, the live ones among it.</param>
    public void Took(int bulk, TimeSpan elapsed)
    {
        if (bulk == Size)
        {
            var fitting = bulk * (MayTake / elapsed);

            // Half of the way: one slow commit says little.
            Size = (int)Math.Clamp((Size + fitting) / 2, Smallest, Largest);
        }
    }
}
