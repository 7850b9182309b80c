using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Migrations.Audit.Sqlite
{
    /// <inheritdoc />
    public partial class ReadLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ReadLog",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Client = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    User = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Grant = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CaseReference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RequestId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 128, nullable: false),
                    RootFields = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    Items = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    PersonCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Persons = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadLog", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReadLog_At",
                table: "ReadLog",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReadLog");
        }
    }
}
