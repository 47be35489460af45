// SPDX-License-Identifier: EUPL-1.2
using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proeftuin.App.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RunningExperiment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ScreeningId",
                table: "Draw",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgendaMark",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Item = table.Column<string>(type: "text", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaMark", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaMark_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LetterBatch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    DrawRowId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ProtocolVersion = table.Column<int>(type: "integer", nullable: false),
                    Letters = table.Column<int>(type: "integer", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterBatch", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LetterBatch_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Meeting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Time = table.Column<string>(type: "text", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false),
                    Arm = table.Column<string>(type: "text", nullable: true),
                    Interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    PlannedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PlannedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meeting", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Meeting_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Participant",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    DrawRowId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<string>(type: "text", nullable: false),
                    Pseudonym = table.Column<string>(type: "text", nullable: false),
                    DrawnArm = table.Column<string>(type: "text", nullable: false),
                    DrawnOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    RulesArm = table.Column<string>(type: "text", nullable: false),
                    InvitedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RemindedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConsentedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StoppedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Data = table.Column<string>(type: "text", nullable: true),
                    DataWithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FollowedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    CaseManagerId = table.Column<Guid>(type: "uuid", nullable: true),
                    WaitingRank = table.Column<int>(type: "integer", nullable: true),
                    Lines = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participant", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Participant_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ParticipationEvent",
                columns: table => new
                {
                    ParticipantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Arm = table.Column<string>(type: "text", nullable: true),
                    Channel = table.Column<string>(type: "text", nullable: true),
                    RulesSha256 = table.Column<string>(type: "text", nullable: true),
                    ProtocolVersion = table.Column<int>(type: "integer", nullable: true),
                    Help = table.Column<string>(type: "text", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Data = table.Column<string>(type: "text", nullable: true),
                    CaseManagerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Rank = table.Column<int>(type: "integer", nullable: true),
                    LetterBatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    Retracts = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParticipationEvent", x => new { x.ParticipantId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ParticipationEvent_Participant_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participant",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaMark_ExperimentId_RecordedAt",
                table: "AgendaMark",
                columns: new[] { "ExperimentId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterBatch_DrawRowId",
                table: "LetterBatch",
                column: "DrawRowId");

            migrationBuilder.CreateIndex(
                name: "IX_LetterBatch_ExperimentId_MadeAt",
                table: "LetterBatch",
                columns: new[] { "ExperimentId", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Meeting_ExperimentId_On",
                table: "Meeting",
                columns: new[] { "ExperimentId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Participant_DrawRowId_PersonId",
                table: "Participant",
                columns: new[] { "DrawRowId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Participant_ExperimentId_Pseudonym",
                table: "Participant",
                columns: new[] { "ExperimentId", "Pseudonym" });

            migrationBuilder.CreateIndex(
                name: "IX_Participant_ExperimentId_State",
                table: "Participant",
                columns: new[] { "ExperimentId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Participant_PersonId",
                table: "Participant",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationEvent_ExperimentId",
                table: "ParticipationEvent",
                column: "ExperimentId");

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationEvent_ParticipantId_LetterBatchId",
                table: "ParticipationEvent",
                columns: new[] { "ParticipantId", "LetterBatchId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgendaMark");

            migrationBuilder.DropTable(
                name: "LetterBatch");

            migrationBuilder.DropTable(
                name: "Meeting");

            migrationBuilder.DropTable(
                name: "ParticipationEvent");

            migrationBuilder.DropTable(
                name: "Participant");

            migrationBuilder.DropColumn(
                name: "ScreeningId",
                table: "Draw");
        }
    }
}
