using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>A certificate number contains the ID number: it follows a correction, and its withdrawal, and is stored nowhere (domain.md 3.2).</summary>
public sealed class CertificateNumberTests : IAsyncLifetime
{
    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task It_is_composed_anew_when_the_id_number_is_corrected_and_when_that_is_taken_back()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        var before = await NumberAsync(holder);
        var right = Domain.Persons.IdNumber.Compose(
            "530199", DateOnly.Parse(holder.BirthDate, System.Globalization.CultureInfo.InvariantCulture), holder.Sex == "MALE" ? 997 : 998).Value;
        Assert.StartsWith(holder.IdNumber, before, StringComparison.Ordinal);

        await Reporting.ReportAsync(_app, "public-security", new
        {
            messageId = "p-1",
            type = "IDENTITY_CORRECTED",
            subject = new { name = holder.Name, idNumber = holder.IdNumber },
            corrected = new { idNumber = right },
        });

        var after = right + before[holder.IdNumber.Length..];
        await NumberBecomesAsync(holder, after);
        Assert.Equal(holder.Id, await ByCertificateAsync(after));
        Assert.Null(await ByCertificateAsync(before));

        await Reporting.WithdrawAsync(_app, "public-security", "p-2", "p-1");

        await NumberBecomesAsync(holder, before);
        Assert.Equal(holder.Id, await ByCertificateAsync(before));
        Assert.Null(await ByCertificateAsync(after));
    }

    private Task<string> NumberBecomesAsync(Holder holder, string number) =>
        Eventually.Async(() => NumberAsync(holder), shown => shown == number, TimeSpan.FromSeconds(10));

    private async Task<string> NumberAsync(Holder holder) => (await _app.As("federation", "CERT").DataAsync(
            "query N($id: ID!) { node(id: $id) { ... on Person { certificate { number } } } }", new { id = holder.Id }))
        .GetProperty("node").GetProperty("certificate").GetProperty("number").GetString()!;

    private async Task<string?> ByCertificateAsync(string number)
    {
        var found = (await _app.As("federation", "CERT").DataAsync(
            "query C($number: CertificateNumber!) { personByCertificateNumber(certificateNumber: $number) { id } }", new { number }))
            .GetProperty("personByCertificateNumber");
        return found.ValueKind == JsonValueKind.Null ? null : found.GetProperty("id").GetString();
    }
}
