using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Migrations.Audit.Sqlite
{
    /// <inheritdoc />
    public partial class ReadLogAppendOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "ReadLogIsNotChanged" BEFORE UPDATE ON "ReadLog"
                BEGIN SELECT RAISE(ABORT, 'The read log is append-only.'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "ReadLogIsNotDeleted" BEFORE DELETE ON "ReadLog"
                BEGIN SELECT RAISE(ABORT, 'The read log is append-only.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TRIGGER "ReadLogIsNotDeleted";""");
            migrationBuilder.Sql("""DROP TRIGGER "ReadLogIsNotChanged";""");
        }
    }
}
