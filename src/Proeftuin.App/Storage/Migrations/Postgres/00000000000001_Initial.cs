// SPDX-License-Identifier: EUPL-1.2
using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proeftuin.App.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DataProtectionKey",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Xml = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKey", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Job",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Done = table.Column<long>(type: "bigint", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    ResultUrl = table.Column<string>(type: "text", nullable: true),
                    StartedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TouchedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Job", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntry",
                columns: table => new
                {
                    Chain = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Roles = table.Column<string>(type: "text", nullable: false),
                    Action = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: true),
                    Count = table.Column<long>(type: "bigint", nullable: true),
                    Receipt = table.Column<string>(type: "text", nullable: true),
                    DataSubject = table.Column<Guid>(type: "uuid", nullable: true),
                    PayloadHash = table.Column<byte[]>(type: "bytea", nullable: true),
                    Previous = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntry", x => new { x.Chain, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "LedgerHead",
                columns: table => new
                {
                    Chain = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Seal = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerHead", x => x.Chain);
                });

            migrationBuilder.CreateTable(
                name: "LedgerPayload",
                columns: table => new
                {
                    Chain = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    Content = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerPayload", x => new { x.Chain, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "Municipality",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    IsFictional = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Municipality", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Submission",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submission", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Account",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HomeMunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    NormalizedName = table.Column<string>(type: "text", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: false),
                    SecurityStamp = table.Column<string>(type: "text", nullable: false),
                    MustChangePassword = table.Column<bool>(type: "boolean", nullable: false),
                    HasSecondFactor = table.Column<bool>(type: "boolean", nullable: false),
                    AuthenticatorKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    RecoveryCodes = table.Column<string>(type: "text", nullable: true),
                    LastCode = table.Column<string>(type: "text", nullable: true),
                    FailedAttempts = table.Column<int>(type: "integer", nullable: false),
                    LockedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Account", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Account_Municipality_HomeMunicipalityId",
                        column: x => x.HomeMunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DefectReport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Format = table.Column<string>(type: "text", nullable: false),
                    ReferenceDate = table.Column<DateOnly>(type: "date", nullable: true),
                    FileSha256 = table.Column<string>(type: "text", nullable: false),
                    Defects = table.Column<int>(type: "integer", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false),
                    RefusedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DefectReport", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DefectReport_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Experiment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Experiment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Experiment_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Household",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Household", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Household_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    BsnLookup = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Person", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Person_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterSnapshot",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferenceDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Format = table.Column<string>(type: "text", nullable: false),
                    FileSha256 = table.Column<string>(type: "text", nullable: false),
                    ContentSha256 = table.Column<string>(type: "text", nullable: false),
                    Households = table.Column<int>(type: "integer", nullable: false),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    IgnoredColumns = table.Column<string>(type: "text", nullable: false),
                    ImportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ImportedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterSnapshot", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisterSnapshot_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoleGrant",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "text", nullable: false),
                    GrantedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleGrant", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleGrant_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleGrant_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Draw",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    DrawId = table.Column<string>(type: "text", nullable: false),
                    Draw = table.Column<string>(type: "text", nullable: false),
                    Trial = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    PlannedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PlannedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitsInRegister = table.Column<int>(type: "integer", nullable: true),
                    UnitsExcluded = table.Column<int>(type: "integer", nullable: true),
                    UnitsDrawnBefore = table.Column<int>(type: "integer", nullable: true),
                    UnitsInFrame = table.Column<int>(type: "integer", nullable: true),
                    ManifestSha256 = table.Column<string>(type: "text", nullable: true),
                    MembersSha256 = table.Column<string>(type: "text", nullable: true),
                    IdentityRoot = table.Column<string>(type: "text", nullable: true),
                    FrozenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Committed = table.Column<string>(type: "text", nullable: true),
                    CommittedSha256 = table.Column<string>(type: "text", nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: true),
                    CommittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EntropyMoment = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Entropy = table.Column<string>(type: "text", nullable: true),
                    ConductedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ConductedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AssignmentSha256 = table.Column<string>(type: "text", nullable: true),
                    MerkleRoot = table.Column<string>(type: "text", nullable: true),
                    VerifiedDigest = table.Column<string>(type: "text", nullable: true),
                    VerifiedWith = table.Column<string>(type: "text", nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    VerifiedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnnulmentAskedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnnulmentReason = table.Column<string>(type: "text", nullable: true),
                    AnnulledBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnnulledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Draw", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Draw_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProtocolVersion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    OverlayText = table.Column<string>(type: "text", nullable: true),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    AnalysisPlanText = table.Column<string>(type: "text", nullable: true),
                    AnalysisPlanSha256 = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtocolVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProtocolVersion_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Identity",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bsn = table.Column<byte[]>(type: "bytea", nullable: false),
                    Name = table.Column<byte[]>(type: "bytea", nullable: true),
                    Address = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Identity", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_Identity_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegisterHousehold",
                columns: table => new
                {
                    SnapshotId = table.Column<Guid>(type: "uuid", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "text", nullable: false),
                    Benefit = table.Column<string>(type: "text", nullable: false),
                    BenefitSince = table.Column<DateOnly>(type: "date", nullable: true),
                    CostSharers = table.Column<int>(type: "integer", nullable: true),
                    ChildrenUnder12 = table.Column<int>(type: "integer", nullable: true),
                    Municipality = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterHousehold", x => new { x.SnapshotId, x.HouseholdId });
                    table.ForeignKey(
                        name: "FK_RegisterHousehold_Household_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterHousehold_RegisterSnapshot_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "RegisterSnapshot",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterPerson",
                columns: table => new
                {
                    SnapshotId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Born = table.Column<DateOnly>(type: "date", nullable: true),
                    ExemptArticle9Lid2 = table.Column<string>(type: "text", nullable: false),
                    ExemptArticle9Lid5 = table.Column<string>(type: "text", nullable: false),
                    ExemptArticle9a = table.Column<string>(type: "text", nullable: false),
                    Wsnp = table.Column<string>(type: "text", nullable: false),
                    Institution = table.Column<string>(type: "text", nullable: false),
                    MedicallyHoursLimited = table.Column<string>(type: "text", nullable: false),
                    WageSubsidyTargetGroup = table.Column<string>(type: "text", nullable: false),
                    ExemptionMonthsN = table.Column<int>(type: "integer", nullable: true),
                    ExemptionMonthsR = table.Column<int>(type: "integer", nullable: true),
                    ExemptionMonthsY = table.Column<int>(type: "integer", nullable: true),
                    ExemptionMonthsZ = table.Column<int>(type: "integer", nullable: true),
                    CaseManager = table.Column<string>(type: "text", nullable: true),
                    Sex = table.Column<string>(type: "text", nullable: false),
                    Education = table.Column<string>(type: "text", nullable: false),
                    MonthsOnBenefit = table.Column<int>(type: "integer", nullable: true),
                    DistanceToWork = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterPerson", x => new { x.SnapshotId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_RegisterPerson_Household_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterPerson_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterPerson_RegisterSnapshot_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "RegisterSnapshot",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DrawHolder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    DrawRowId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Commitment = table.Column<string>(type: "text", nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: true),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    OpenedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DrawHolder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DrawHolder_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DrawPublication",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    DrawRowId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DrawPublication", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DrawPublication_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DrawReceipt",
                columns: table => new
                {
                    DrawRowId = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DrawReceipt", x => x.DrawRowId);
                    table.ForeignKey(
                        name: "FK_DrawReceipt_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EntropyEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    DrawRowId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    PutAside = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntropyEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EntropyEntry_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrameMember",
                columns: table => new
                {
                    DrawRowId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Pseudonym = table.Column<string>(type: "text", nullable: false),
                    UnitId = table.Column<string>(type: "text", nullable: false),
                    Nonce = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameMember", x => new { x.DrawRowId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_FrameMember_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrameUnit",
                columns: table => new
                {
                    DrawRowId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Pseudonym = table.Column<string>(type: "text", nullable: false),
                    Stratum = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameUnit", x => new { x.DrawRowId, x.Position });
                    table.ForeignKey(
                        name: "FK_FrameUnit_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Placement",
                columns: table => new
                {
                    DrawRowId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Pseudonym = table.Column<string>(type: "text", nullable: false),
                    Stratum = table.Column<string>(type: "text", nullable: false),
                    Ticket = table.Column<string>(type: "text", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Arm = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Placement", x => new { x.DrawRowId, x.Position });
                    table.ForeignKey(
                        name: "FK_Placement_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlacementMark",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    DrawRowId = table.Column<Guid>(type: "uuid", nullable: false),
                    Pseudonym = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    MarkedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    MarkedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlacementMark", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlacementMark_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Screening",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProtocolVersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    SnapshotId = table.Column<Guid>(type: "uuid", nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    KnownOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    RegisterHouseholds = table.Column<int>(type: "integer", nullable: false),
                    RegisterPersons = table.Column<int>(type: "integer", nullable: false),
                    TargetUnits = table.Column<int>(type: "integer", nullable: false),
                    TargetPersons = table.Column<int>(type: "integer", nullable: false),
                    ExcludedUnits = table.Column<int>(type: "integer", nullable: false),
                    ExcludedPersons = table.Column<int>(type: "integer", nullable: false),
                    UndeterminedUnits = table.Column<int>(type: "integer", nullable: false),
                    UndeterminedPersons = table.Column<int>(type: "integer", nullable: false),
                    RunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RunBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Screening", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Screening_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Screening_ProtocolVersion_ProtocolVersionId",
                        column: x => x.ProtocolVersionId,
                        principalTable: "ProtocolVersion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Screening_RegisterSnapshot_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "RegisterSnapshot",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreenedUnit",
                columns: table => new
                {
                    ScreeningId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Verdict = table.Column<string>(type: "text", nullable: false),
                    Grounds = table.Column<string>(type: "text", nullable: false),
                    OpenGrounds = table.Column<string>(type: "text", nullable: false),
                    Members = table.Column<int>(type: "integer", nullable: false),
                    Municipality = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreenedUnit", x => new { x.ScreeningId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_ScreenedUnit_Screening_ScreeningId",
                        column: x => x.ScreeningId,
                        principalTable: "Screening",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Account_HomeMunicipalityId",
                table: "Account",
                column: "HomeMunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_Account_NormalizedName",
                table: "Account",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DefectReport_MunicipalityId",
                table: "DefectReport",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_Draw_Draw",
                table: "Draw",
                column: "Draw",
                unique: true,
                filter: "\"State\" <> 'Annulled'");

            migrationBuilder.CreateIndex(
                name: "IX_Draw_DrawId",
                table: "Draw",
                column: "DrawId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Draw_ExperimentId",
                table: "Draw",
                column: "ExperimentId");

            migrationBuilder.CreateIndex(
                name: "IX_Draw_Trial_Number",
                table: "Draw",
                columns: new[] { "Trial", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DrawHolder_Commitment",
                table: "DrawHolder",
                column: "Commitment",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DrawHolder_DrawRowId_Position",
                table: "DrawHolder",
                columns: new[] { "DrawRowId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DrawPublication_DrawRowId",
                table: "DrawPublication",
                column: "DrawRowId");

            migrationBuilder.CreateIndex(
                name: "IX_EntropyEntry_DrawRowId_EnteredBy",
                table: "EntropyEntry",
                columns: new[] { "DrawRowId", "EnteredBy" },
                unique: true,
                filter: "NOT \"PutAside\"");

            migrationBuilder.CreateIndex(
                name: "IX_Experiment_MunicipalityId_Slug",
                table: "Experiment",
                columns: new[] { "MunicipalityId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FrameMember_DrawRowId_Pseudonym",
                table: "FrameMember",
                columns: new[] { "DrawRowId", "Pseudonym" });

            migrationBuilder.CreateIndex(
                name: "IX_FrameUnit_Pseudonym",
                table: "FrameUnit",
                column: "Pseudonym",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Household_MunicipalityId_Number",
                table: "Household",
                columns: new[] { "MunicipalityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Job_MunicipalityId_StartedAt",
                table: "Job",
                columns: new[] { "MunicipalityId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntry_Chain_Action",
                table: "LedgerEntry",
                columns: new[] { "Chain", "Action" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntry_Chain_DataSubject",
                table: "LedgerEntry",
                columns: new[] { "Chain", "DataSubject" });

            migrationBuilder.CreateIndex(
                name: "IX_Municipality_Name",
                table: "Municipality",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Person_MunicipalityId_BsnLookup",
                table: "Person",
                columns: new[] { "MunicipalityId", "BsnLookup" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Placement_DrawRowId_Pseudonym",
                table: "Placement",
                columns: new[] { "DrawRowId", "Pseudonym" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlacementMark_DrawRowId",
                table: "PlacementMark",
                column: "DrawRowId");

            migrationBuilder.CreateIndex(
                name: "IX_ProtocolVersion_ExperimentId_Number",
                table: "ProtocolVersion",
                columns: new[] { "ExperimentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterHousehold_HouseholdId",
                table: "RegisterHousehold",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterPerson_HouseholdId",
                table: "RegisterPerson",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterPerson_PersonId",
                table: "RegisterPerson",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterPerson_SnapshotId_HouseholdId",
                table: "RegisterPerson",
                columns: new[] { "SnapshotId", "HouseholdId" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterSnapshot_MunicipalityId_ContentSha256",
                table: "RegisterSnapshot",
                columns: new[] { "MunicipalityId", "ContentSha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterSnapshot_MunicipalityId_ReferenceDate",
                table: "RegisterSnapshot",
                columns: new[] { "MunicipalityId", "ReferenceDate" });

            migrationBuilder.CreateIndex(
                name: "IX_RoleGrant_AccountId_MunicipalityId_Role",
                table: "RoleGrant",
                columns: new[] { "AccountId", "MunicipalityId", "Role" },
                unique: true,
                filter: "\"WithdrawnAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RoleGrant_MunicipalityId",
                table: "RoleGrant",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_ScreenedUnit_ScreeningId_Verdict",
                table: "ScreenedUnit",
                columns: new[] { "ScreeningId", "Verdict" });

            migrationBuilder.CreateIndex(
                name: "IX_Screening_ExperimentId_RunAt",
                table: "Screening",
                columns: new[] { "ExperimentId", "RunAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Screening_ProtocolVersionId",
                table: "Screening",
                column: "ProtocolVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Screening_SnapshotId",
                table: "Screening",
                column: "SnapshotId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DataProtectionKey");

            migrationBuilder.DropTable(
                name: "DefectReport");

            migrationBuilder.DropTable(
                name: "DrawHolder");

            migrationBuilder.DropTable(
                name: "DrawPublication");

            migrationBuilder.DropTable(
                name: "DrawReceipt");

            migrationBuilder.DropTable(
                name: "EntropyEntry");

            migrationBuilder.DropTable(
                name: "FrameMember");

            migrationBuilder.DropTable(
                name: "FrameUnit");

            migrationBuilder.DropTable(
                name: "Identity");

            migrationBuilder.DropTable(
                name: "Job");

            migrationBuilder.DropTable(
                name: "LedgerEntry");

            migrationBuilder.DropTable(
                name: "LedgerHead");

            migrationBuilder.DropTable(
                name: "LedgerPayload");

            migrationBuilder.DropTable(
                name: "Placement");

            migrationBuilder.DropTable(
                name: "PlacementMark");

            migrationBuilder.DropTable(
                name: "RegisterHousehold");

            migrationBuilder.DropTable(
                name: "RegisterPerson");

            migrationBuilder.DropTable(
                name: "RoleGrant");

            migrationBuilder.DropTable(
                name: "ScreenedUnit");

            migrationBuilder.DropTable(
                name: "Submission");

            migrationBuilder.DropTable(
                name: "Draw");

            migrationBuilder.DropTable(
                name: "Household");

            migrationBuilder.DropTable(
                name: "Person");

            migrationBuilder.DropTable(
                name: "Account");

            migrationBuilder.DropTable(
                name: "Screening");

            migrationBuilder.DropTable(
                name: "ProtocolVersion");

            migrationBuilder.DropTable(
                name: "RegisterSnapshot");

            migrationBuilder.DropTable(
                name: "Experiment");

            migrationBuilder.DropTable(
                name: "Municipality");
        }
    }
}
