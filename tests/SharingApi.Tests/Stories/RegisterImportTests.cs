using System.Diagnostics;
using System.Globalization;
using System.Text;
using Domain.Persons;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Testing;
using Xunit.Abstractions;

namespace SharingApi.Tests.Stories;

/// <summary>An existing register becomes the register of a new server: the same persons, nothing lost, nothing half done.</summary>
/// <remarks><c>IMPORT_PERSONS=164671</c> runs it at the size of Kunming and prints how long the import took.</remarks>
public sealed class RegisterImportTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string Persons = Environment.GetEnvironmentVariable("IMPORT_PERSONS") ?? "400";

    private const string Header =
        "姓名,身份证号,性别,出生日期,民族,残疾人证号,残疾类别,残疾等级,多重残疾明细,发证日期,有效期至,残疾人证状态,户籍区划代码,户籍社区代码," +
        "户籍地址,户籍迁入日期,社区代码,社区,乡镇（街道）,管理单位,现住址,居住地村（社区）代码,居住信息采集日期,联系电话,监护人,与监护人关系," +
        "监护人电话,低保,生活补贴起始日期,生活补贴终止日期,护理补贴起始日期,护理补贴终止日期,序号";

    private static readonly string[] AllowInvented = ["--Register:AllowSyntheticArea=true"];

    private readonly string _directory = Directory.CreateTempSubdirectory("sharing-").FullName;

    private SharingApp _source = null!;
    private List<Person> _persons = [];
    private List<string> _lines = [];

    public async Task InitializeAsync()
    {
        _source = await SharingApp.StartAsync($"Register:Persons={Persons}");
        (_persons, _lines) = await ExportAsync(_source);
    }

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task An_exported_register_is_imported_as_it_was_and_verifies()
    {
        var file = await WriteAsync(Gb18030, [Header, .. _lines]);
        var watch = Stopwatch.StartNew();

        var (exitCode, report) = await Commands.RunAsync(_directory, ["import", file, .. AllowInvented]);

        output.WriteLine($"{_persons.Count} persons imported in {watch.Elapsed.TotalSeconds:F1} s");
        Assert.True(exitCode == 0, string.Join('\n', report));
        Assert.StartsWith($"{_persons.Count} persons imported", report[^1], StringComparison.Ordinal);
        Assert.Equal(0, (await Commands.RunAsync(_directory, "verify")).ExitCode);
        var server = await SharingApp.StartInAsync(_directory);
        var (imported, lines) = await ExportAsync(server);
        await server.StopAsync();
        Assert.Equal(_persons.Select(person => person.State), imported.Select(person => person.State));
        Assert.Equal(_lines, lines);
    }

    [Fact]
    public async Task Lines_that_are_wrong_are_refused_by_number_without_a_value_and_the_others_taken()
    {
        var number = _persons[1].IdNumber.Value;
        string[] lines =
        [
            Header,
            _lines[0],
            _lines[1].Replace(number, number[..17] + (number[17] == '0' ? '1' : '0'), StringComparison.Ordinal),
            _lines[2],
            _lines[2],
            _lines[3].Replace(_persons[3].Name, "某某某", StringComparison.Ordinal),
            _lines[3],
            "only,three,fields",
        ];

        var (checkedCode, checkedReport) = await Commands.RunAsync(_directory, ["import", await WriteAsync(Utf8, lines), "--check", .. AllowInvented]);
        var (exitCode, report) = await Commands.RunAsync(_directory, ["import", await WriteAsync(Utf8, lines), .. AllowInvented]);

        Assert.Equal((3, 3), (checkedCode, exitCode));
        Assert.Equal(checkedReport.SkipLast(1), report.SkipLast(1));
        Assert.Equal(
            [
                "line 3: REFUSED ID_CHECK(certificateNumber) ID_CHECK(idNumber)",
                "line 5: REFUSED REGISTER_PERSON_TWICE(idNumber)",
                "line 7: TAKEN ID_DUPLICATE(idNumber)",
                "line 8: REFUSED FILE_COLUMNS",
            ],
            report.Where(line => line.StartsWith("line", StringComparison.Ordinal)).Select(line => line.Replace(" REGISTER_GUARDIAN_MISSING(guardianName)", "", StringComparison.Ordinal)));
        Assert.StartsWith("4 persons imported, 1 of them with a remark; 3 lines refused.", report[^1], StringComparison.Ordinal);

        var (again, refusal) = await Commands.RunAsync(_directory, ["import", await WriteAsync(Utf8, lines), .. AllowInvented]);
        Assert.Equal(1, again);
        Assert.StartsWith("There is a register here already", refusal[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_is_begun_anew_by_the_next()
    {
        var file = await WriteAsync(Utf8, [Header, .. _lines]);
        await using (var services = Contexts(_directory))
        {
            await using var db = services.CreateAsyncScope().ServiceProvider.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContext();
            await db.Database.MigrateAsync();
            db.Settings.Add(new() { Key = "register.founding", Value = "BEGAN" });
            db.Communities.Add(new() { Code = "530102999999", Name = "", TownName = "", DivisionCode = "530102", ManagementUnitCode = "530102" });
            await db.SaveChangesAsync();
        }

        var (exitCode, report) = await Commands.RunAsync(_directory, ["import", file, .. AllowInvented]);

        Assert.True(exitCode == 0, string.Join('\n', report));
        Assert.Equal(0, (await Commands.RunAsync(_directory, "verify")).ExitCode);
    }

    [Fact]
    public async Task A_header_that_lacks_something_is_named_and_invented_people_are_refused_outside_a_demonstration()
    {
        var (exitCode, report) = await Commands.RunAsync(_directory, ["import", await WriteAsync(Utf8, ["姓名,残疾人证号", "x,y"])]);
        var (refused, lines) = await Commands.RunAsync(_directory, ["import", await WriteAsync(Utf8, [Header, _lines[0]]), "--Register:AllowSyntheticArea=false"]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The first line is a header; it lacks: issuedOn (发证日期); community", Assert.Single(report), StringComparison.Ordinal);
        Assert.Equal(3, refused);
        Assert.Contains("ID_AREA_UNKNOWN", lines[0], StringComparison.Ordinal);
        Assert.Equal("0 persons imported, 0 of them with a remark; 1 lines refused.", lines[^1]);
    }

    private static Encoding Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    private static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static ServiceProvider Contexts(string directory)
    {
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager();
        configuration["DataDirectory"] = directory;
        return new ServiceCollection().AddPersistence(PersistenceSettings.Read(configuration, true, [])!).BuildServiceProvider();
    }

    private async Task<string> WriteAsync(Encoding encoding, IEnumerable<string> lines)
    {
        var path = Path.Combine(_directory, "register.csv");
        await File.WriteAllTextAsync(path, string.Join("\r\n", lines), encoding);
        return path;
    }

    /// <summary>What a county's own system would write of the register.</summary>
    private static async Task<(List<Person> Persons, List<string> Lines)> ExportAsync(SharingApp server)
    {
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContextAsync();
        var persons = await db.Persons.AsNoTracking().Include(person => person.Community).OrderBy(person => person.Id).ToListAsync();
        var subsidies = (await db.Subsidies.AsNoTracking().ToListAsync()).ToLookup(subsidy => subsidy.PersonId);
        return (persons, [.. persons.Select((person, i) => Line(person, subsidies[person.Id].ToList(), i))]);
    }

    private static string Line(Person person, List<Subsidy> subsidies, int ordinal)
    {
        var certificate = CertificateNumber.Compose(
            person.IdNumber, person.CertificateCategory, person.CertificateLevel, person.CertificateReplacements);
        var living = subsidies.Find(subsidy => subsidy.Kind == SubsidyKind.Living);
        var nursing = subsidies.Find(subsidy => subsidy.Kind == SubsidyKind.Nursing);
        object?[] fields =
        [
            person.Name, person.IdNumber.Value, person.Sex == Sex.Male ? "男" : "女", person.BirthDate.Text, person.Ethnicity,
            certificate.EndsWith("B1", StringComparison.Ordinal) ? certificate[..^1] : certificate,
            (int)person.CertificateCategory, person.CertificateLevel, person.CertificateComponents,
            person.CertificateIssuedOn, person.CertificateValidUntil, ApiName.Of(person.CertificateStatus),
            person.HukouDivisionCode, person.HukouCommunityCode, person.HukouAddress, person.HukouSince,
            person.CommunityCode, person.Community!.Name, person.Community.TownName, person.ManagementUnitCode,
            person.ResidenceAddress, person.ResidenceCommunityCode, person.ResidenceObservedAt,
            person.Phone, person.GuardianName, person.GuardianRelation, person.GuardianPhone,
            person.IsOnSubsistenceAllowance == true ? "是" : "否",
            living?.Since, living?.Until, nursing?.Since, nursing?.Until, ordinal,
        ];
        return string.Join(',', fields.Select(Field));
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text when text.AsSpan().ContainsAny(",\"") => $"\"{text}\"",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
