// SPDX-License-Identifier: EUPL-1.2
using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proeftuin.App.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Settled : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ExitPremium",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    AppliedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Born = table.Column<DateOnly>(type: "date", nullable: true),
                    WageSubsidyGroup = table.Column<bool>(type: "boolean", nullable: false),
                    BenefitEndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WorkFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    WorkProvenUpTo = table.Column<DateOnly>(type: "date", nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    OtherTimes = table.Column<int>(type: "integer", nullable: true),
                    OtherCents = table.Column<long>(type: "bigint", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AmountCents = table.Column<long>(type: "bigint", nullable: true),
                    Conditions = table.Column<string>(type: "text", nullable: true),
                    ObjectBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaidBy = table.Column<Guid>(type: "uuid", nullable: true),
                    PaymentReference = table.Column<string>(type: "text", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExitPremium", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExitPremium_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExitPremium_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Guidance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    End = table.Column<string>(type: "text", nullable: true),
                    Team = table.Column<string>(type: "text", nullable: true),
                    Lines = table.Column<int>(type: "integer", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guidance", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Guidance_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Guidance_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OneDay",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Desk = table.Column<string>(type: "text", nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Asked = table.Column<string>(type: "text", nullable: false),
                    DecideBy = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    IsGranted = table.Column<bool>(type: "boolean", nullable: false),
                    AmountCents = table.Column<long>(type: "bigint", nullable: true),
                    Minutes = table.Column<int>(type: "integer", nullable: true),
                    IsWithinADay = table.Column<bool>(type: "boolean", nullable: false),
                    Delay = table.Column<string>(type: "text", nullable: true),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OneDay", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OneDay_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OneDay_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReturnGuarantee",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RegisteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ExitOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsBefore = table.Column<DateOnly>(type: "date", nullable: false),
                    PressedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PressedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Changes = table.Column<string>(type: "text", nullable: true),
                    DecideBy = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Restarted = table.Column<bool>(type: "boolean", nullable: false),
                    RestartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnGuarantee", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReturnGuarantee_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReturnGuarantee_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpecialAssistanceDelivery",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: false),
                    DeliveredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DeliveredBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpecialAssistanceDelivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpecialAssistanceDelivery_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudyData",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    CountDate = table.Column<DateOnly>(type: "date", nullable: false),
                    KnownOn = table.Column<DateOnly>(type: "date", nullable: false),
                    KnownBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Document = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    FrozenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FrozenBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudyData", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudyData_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GuidanceContact",
                columns: table => new
                {
                    GuidanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Form = table.Column<string>(type: "text", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuidanceContact", x => new { x.GuidanceId, x.Line });
                    table.ForeignKey(
                        name: "FK_GuidanceContact_Guidance_GuidanceId",
                        column: x => x.GuidanceId,
                        principalTable: "Guidance",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LifeMeasurement",
                columns: table => new
                {
                    GuidanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Scores = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LifeMeasurement", x => new { x.GuidanceId, x.Line });
                    table.ForeignKey(
                        name: "FK_LifeMeasurement_Guidance_GuidanceId",
                        column: x => x.GuidanceId,
                        principalTable: "Guidance",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpecialAssistanceCount",
                columns: table => new
                {
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpecialAssistanceCount", x => new { x.DeliveryId, x.Month, x.Kind });
                    table.ForeignKey(
                        name: "FK_SpecialAssistanceCount_SpecialAssistanceDelivery_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "SpecialAssistanceDelivery",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ExitPremium_ExperimentId_PersonId_WorkFrom",
                table: "ExitPremium",
                columns: new[] { "ExperimentId", "PersonId", "WorkFrom" },
                unique: true,
                filter: "\"WithdrawnOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ExitPremium_MunicipalityId_PaymentReference",
                table: "ExitPremium",
                columns: new[] { "MunicipalityId", "PaymentReference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExitPremium_PersonId",
                table: "ExitPremium",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Guidance_ExperimentId_PersonId",
                table: "Guidance",
                columns: new[] { "ExperimentId", "PersonId" },
                unique: true,
                filter: "\"EndedOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Guidance_PersonId",
                table: "Guidance",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_GuidanceContact_ExperimentId",
                table: "GuidanceContact",
                column: "ExperimentId");

            migrationBuilder.CreateIndex(
                name: "IX_LifeMeasurement_ExperimentId",
                table: "LifeMeasurement",
                column: "ExperimentId");

            migrationBuilder.CreateIndex(
                name: "IX_OneDay_ExperimentId_PersonId",
                table: "OneDay",
                columns: new[] { "ExperimentId", "PersonId" },
                unique: true,
                filter: "\"DecidedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OneDay_PersonId",
                table: "OneDay",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnGuarantee_ExperimentId_PersonId_ExitOn",
                table: "ReturnGuarantee",
                columns: new[] { "ExperimentId", "PersonId", "ExitOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReturnGuarantee_PersonId",
                table: "ReturnGuarantee",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SpecialAssistanceDelivery_ExperimentId_Sha256",
                table: "SpecialAssistanceDelivery",
                columns: new[] { "ExperimentId", "Sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StudyData_ExperimentId_CountDate",
                table: "StudyData",
                columns: new[] { "ExperimentId", "CountDate" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExitPremium");

            migrationBuilder.DropTable(
                name: "GuidanceContact");

            migrationBuilder.DropTable(
                name: "LifeMeasurement");

            migrationBuilder.DropTable(
                name: "OneDay");

            migrationBuilder.DropTable(
                name: "ReturnGuarantee");

            migrationBuilder.DropTable(
                name: "SpecialAssistanceCount");

            migrationBuilder.DropTable(
                name: "StudyData");

            migrationBuilder.DropTable(
                name: "Guidance");

            migrationBuilder.DropTable(
                name: "SpecialAssistanceDelivery");
        }
    }
}
