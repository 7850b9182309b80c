using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Persistence.StatusChanges;

namespace Persistence.Access;

/// <summary>What must hold of grants at any time: that they say what was signed, by two, and that one at a time decides.</summary>
internal static class GrantVerification
{
    public static async Task<IReadOnlyList<VerificationFinding>> CheckAsync(SharingDbContext db, CancellationToken cancellationToken)
    {
        var grants = await db.Grants.AsNoTracking().AsSplitQuery()
            .Include(grant => grant.Items).Include(grant => grant.Signatures).Include(grant => grant.Changes)
            .OrderBy(grant => grant.Id).ToListAsync(cancellationToken);
        return [.. NotAsSigned(grants), .. NotSignedByTwo(grants), .. Overlapping(grants)];
    }

    private static IEnumerable<VerificationFinding> NotAsSigned(IEnumerable<Grant> grants) =>
        from grant in grants
        let digest = GrantDigest.Of(grant)
        where grant.Signatures.Exists(signature => signature.Digest != digest)
        select new VerificationFinding(VerificationCodes.GrantNotAsSigned, SubjectOf(grant));

    // The grants that a register is founded with were never drafts: nobody signed them, and their texts have no basis.
    private static IEnumerable<VerificationFinding> NotSignedByTwo(IEnumerable<Grant> grants) =>
        from grant in grants
        where grant.State != GrantState.Draft && (grant.SignedAt is not null || grant.Basis is not null)
        let signers = grant.Signatures.Select(signature => signature.Signer).Distinct(StringComparer.Ordinal).Count()
        let offices = grant.Signatures.Select(signature => signature.Office).Distinct(StringComparer.Ordinal).Count()
        where Math.Min(signers, offices) < Grant.SignaturesNeeded
        select new VerificationFinding(VerificationCodes.GrantNotSignedByTwo, SubjectOf(grant));

    private static IEnumerable<VerificationFinding> Overlapping(IEnumerable<Grant> grants)
    {
        foreach (var rivals in grants.GroupBy(grant => (grant.Client, grant.Purpose, grant.BreakGlass is null)))
        {
            var over = DateTimeOffset.MinValue;
            foreach (var (grant, end) in rivals
                .Select(grant => (Grant: grant, End: EndOf(grant)))
                .Where(term => term.Grant.StartsAt < term.End)
                .OrderBy(term => term.Grant.StartsAt))
            {
                if (grant.StartsAt < over)
                {
                    yield return new(VerificationCodes.GrantsOverlap, SubjectOf(grant));
                }

                over = end > over ? end : over;
            }
        }
    }

    private static DateTimeOffset EndOf(Grant grant)
    {
        var stopped = grant.StoppedAt ?? (grant.State == GrantState.Active ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue);
        return stopped < grant.EndsAt ? stopped : grant.EndsAt;
    }

    private static string SubjectOf(Grant grant) => grant.Id.ToString("N");
}
