using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Founding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Clients",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Department = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ScopeKind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ScopeCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clients", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Communities",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TownName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DivisionCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6, nullable: false),
                    ManagementUnitCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Communities", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Grants",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Client = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ScopeKind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ScopeCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grants", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Inbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Client = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Receipts",
                columns: table => new
                {
                    Client = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    MessageDigest = table.Column<byte[]>(type: "BLOB", maxLength: 18, nullable: false),
                    ContentDigest = table.Column<byte[]>(type: "BLOB", maxLength: 18, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => new { x.Client, x.MessageDigest });
                });

            migrationBuilder.CreateTable(
                name: "Receivers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Client = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    LastSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    AcknowledgedSequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receivers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "StatusChanges",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Type = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    OccurredOn = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FromDivisionCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6, nullable: true),
                    ToDivisionCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6, nullable: true),
                    ReplacesId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReversesId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EvidenceId = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatusChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Persons",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IdNumber = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IdNumberIndex = table.Column<byte[]>(type: "BLOB", maxLength: 18, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FoldedName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Sex = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    BirthDate = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    Ethnicity = table.Column<string>(type: "TEXT", nullable: true),
                    WeakIndex = table.Column<byte[]>(type: "BLOB", maxLength: 18, nullable: false),
                    HukouDivisionCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6, nullable: false),
                    HukouCommunityCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: true),
                    HukouAddress = table.Column<string>(type: "TEXT", nullable: true),
                    HukouStatus = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    HukouSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ResidenceAddress = table.Column<string>(type: "TEXT", nullable: true),
                    ResidenceCommunityCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: true),
                    ResidenceObservedAt = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ResidenceSource = table.Column<string>(type: "TEXT", nullable: true),
                    ManagementUnitCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6, nullable: false),
                    CommunityCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    TransferUnitCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6, nullable: true),
                    Phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PhoneIndex = table.Column<byte[]>(type: "BLOB", maxLength: 18, nullable: true),
                    GuardianName = table.Column<string>(type: "TEXT", nullable: true),
                    GuardianRelation = table.Column<string>(type: "TEXT", nullable: true),
                    GuardianPhone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    LifeStatus = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    DeathDate = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: true),
                    CertificateCategory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    CertificateLevel = table.Column<int>(type: "INTEGER", nullable: false),
                    CertificateComponents = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    CertificateIssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CertificateValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CertificateStatus = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    CertificateStatusReason = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    CertificateReplacements = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOnSubsistenceAllowance = table.Column<bool>(type: "INTEGER", nullable: true),
                    FoldedTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Persons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Persons_Communities_CommunityCode",
                        column: x => x.CommunityCode,
                        principalTable: "Communities",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Persons_Communities_HukouCommunityCode",
                        column: x => x.HukouCommunityCode,
                        principalTable: "Communities",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Persons_Communities_ResidenceCommunityCode",
                        column: x => x.ResidenceCommunityCode,
                        principalTable: "Communities",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GrantItems",
                columns: table => new
                {
                    GrantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Item = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Level = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrantItems", x => new { x.GrantId, x.Item });
                    table.ForeignKey(
                        name: "FK_GrantItems_Grants_GrantId",
                        column: x => x.GrantId,
                        principalTable: "Grants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FeedEntries",
                columns: table => new
                {
                    ReceiverId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    StatusChangeId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedEntries", x => new { x.ReceiverId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_FeedEntries_Receivers_ReceiverId",
                        column: x => x.ReceiverId,
                        principalTable: "Receivers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FeedEntries_StatusChanges_StatusChangeId",
                        column: x => x.StatusChangeId,
                        principalTable: "StatusChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EvidenceId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: false),
                    FromUnitCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6, nullable: true),
                    ToUnitCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6, nullable: true),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Cases_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Type = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Client = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    MessageDigest = table.Column<byte[]>(type: "BLOB", maxLength: 18, nullable: true),
                    OccurredOn = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: true),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Payload = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Match = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    IsStanding = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evidence_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormerIdentities",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IdNumber = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IdNumberIndex = table.Column<byte[]>(type: "BLOB", maxLength: 18, nullable: false),
                    FoldedName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerIdentities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerIdentities_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ServiceNeeds",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Domain = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    CloseReason = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    StatusBeforeClosing = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceNeeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ServiceNeeds_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Subsidies",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subsidies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Subsidies_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseCandidates",
                columns: table => new
                {
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseCandidates", x => new { x.CaseId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_CaseCandidates_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CaseCandidates_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseCandidates_PersonId",
                table: "CaseCandidates",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_PersonId",
                table: "Cases",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_State_Kind_Id",
                table: "Cases",
                columns: new[] { "State", "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Communities_DivisionCode",
                table: "Communities",
                column: "DivisionCode");

            migrationBuilder.CreateIndex(
                name: "IX_Communities_ManagementUnitCode",
                table: "Communities",
                column: "ManagementUnitCode");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_Client_MessageDigest",
                table: "Evidence",
                columns: new[] { "Client", "MessageDigest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_PersonId",
                table: "Evidence",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_Position",
                table: "Evidence",
                column: "Position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FeedEntries_StatusChangeId",
                table: "FeedEntries",
                column: "StatusChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerIdentities_IdNumberIndex",
                table: "FormerIdentities",
                column: "IdNumberIndex");

            migrationBuilder.CreateIndex(
                name: "IX_FormerIdentities_PersonId",
                table: "FormerIdentities",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Grants_Client_Purpose",
                table: "Grants",
                columns: new[] { "Client", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_BirthDate_Id",
                table: "Persons",
                columns: new[] { "BirthDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_CertificateStatus_Id",
                table: "Persons",
                columns: new[] { "CertificateStatus", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_CommunityCode",
                table: "Persons",
                column: "CommunityCode");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_HukouCommunityCode",
                table: "Persons",
                column: "HukouCommunityCode");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_HukouDivisionCode_CertificateStatus_Id",
                table: "Persons",
                columns: new[] { "HukouDivisionCode", "CertificateStatus", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_HukouDivisionCode_Id",
                table: "Persons",
                columns: new[] { "HukouDivisionCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_IdNumberIndex",
                table: "Persons",
                column: "IdNumberIndex");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_ManagementUnitCode_CertificateStatus_Id",
                table: "Persons",
                columns: new[] { "ManagementUnitCode", "CertificateStatus", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_ManagementUnitCode_Id",
                table: "Persons",
                columns: new[] { "ManagementUnitCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_ManagementUnitCode_LifeStatus_Id",
                table: "Persons",
                columns: new[] { "ManagementUnitCode", "LifeStatus", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_Name_Id",
                table: "Persons",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_PhoneIndex",
                table: "Persons",
                column: "PhoneIndex");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_ResidenceCommunityCode",
                table: "Persons",
                column: "ResidenceCommunityCode");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_TransferUnitCode",
                table: "Persons",
                column: "TransferUnitCode",
                filter: "\"TransferUnitCode\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_WeakIndex",
                table: "Persons",
                column: "WeakIndex");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_ReceivedAt",
                table: "Receipts",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Receivers_Client_Purpose",
                table: "Receivers",
                columns: new[] { "Client", "Purpose" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ServiceNeeds_Domain_Status_Id",
                table: "ServiceNeeds",
                columns: new[] { "Domain", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceNeeds_PersonId_Year_Id",
                table: "ServiceNeeds",
                columns: new[] { "PersonId", "Year", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StatusChanges_PersonId_RecordedAt",
                table: "StatusChanges",
                columns: new[] { "PersonId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Subsidies_PersonId",
                table: "Subsidies",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseCandidates");

            migrationBuilder.DropTable(
                name: "Clients");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "FeedEntries");

            migrationBuilder.DropTable(
                name: "FormerIdentities");

            migrationBuilder.DropTable(
                name: "GrantItems");

            migrationBuilder.DropTable(
                name: "Inbox");

            migrationBuilder.DropTable(
                name: "Receipts");

            migrationBuilder.DropTable(
                name: "ServiceNeeds");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "Subsidies");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "Receivers");

            migrationBuilder.DropTable(
                name: "StatusChanges");

            migrationBuilder.DropTable(
                name: "Grants");

            migrationBuilder.DropTable(
                name: "Persons");

            migrationBuilder.DropTable(
                name: "Communities");
        }
    }
}
