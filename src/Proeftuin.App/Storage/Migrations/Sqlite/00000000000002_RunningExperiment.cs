// SPDX-License-Identifier: EUPL-1.2
using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proeftuin.App.Storage.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgendaMark",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "ContributedUnit",
                columns: table => new
                {
                    DrawRowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pseudonym = table.Column<string>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stratum = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContributedUnit", x => new { x.DrawRowId, x.Pseudonym });
                    table.ForeignKey(
                        name: "FK_ContributedUnit_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CountedMonitor",
                columns: table => new
                {
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    KnownOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Draw = table.Column<string>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Tables = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedMonitor", x => new { x.ExperimentId, x.CountDate, x.KnownOn, x.Draw });
                    table.ForeignKey(
                        name: "FK_CountedMonitor_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FactDelivery",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ContentSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Written = table.Column<int>(type: "INTEGER", nullable: false),
                    Corrected = table.Column<int>(type: "INTEGER", nullable: false),
                    KnownAlready = table.Column<int>(type: "INTEGER", nullable: false),
                    Parked = table.Column<int>(type: "INTEGER", nullable: false),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ImportedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactDelivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FactDelivery_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrameContribution",
                columns: table => new
                {
                    DrawRowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScreeningId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitsInRegister = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitsExcluded = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitsDrawnBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitsInFrame = table.Column<int>(type: "INTEGER", nullable: false),
                    ManifestSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    ContributedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ContributedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameContribution", x => new { x.DrawRowId, x.MunicipalityId });
                    table.ForeignKey(
                        name: "FK_FrameContribution_Draw_DrawRowId",
                        column: x => x.DrawRowId,
                        principalTable: "Draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrozenTable",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    KnownOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    FrozenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FrozenBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrozenTable", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrozenTable_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JointExperiment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeadMunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeadExperimentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerMunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerExperimentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProtocolSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposalReason = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnswerReason = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JointExperiment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JointExperiment_Experiment_LeadExperimentId",
                        column: x => x.LeadExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LetterBatch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DrawRowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ProtocolVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Letters = table.Column<int>(type: "INTEGER", nullable: false),
                    Texts = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Time = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    Arm = table.Column<string>(type: "TEXT", nullable: true),
                    Interpreter = table.Column<bool>(type: "INTEGER", nullable: false),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PlannedBy = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DrawRowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<string>(type: "TEXT", nullable: false),
                    Pseudonym = table.Column<string>(type: "TEXT", nullable: false),
                    DrawnArm = table.Column<string>(type: "TEXT", nullable: false),
                    DrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    RulesArm = table.Column<string>(type: "TEXT", nullable: false),
                    InvitedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemindedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConsentedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StoppedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Data = table.Column<string>(type: "TEXT", nullable: true),
                    DataWithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FollowedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CaseManagerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WaitingRank = table.Column<int>(type: "INTEGER", nullable: true),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "Rehearsal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProtocolVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    Assumptions = table.Column<string>(type: "TEXT", nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CancelAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    OutcomeSha256 = table.Column<string>(type: "TEXT", nullable: true),
                    WhyNot = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rehearsal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rehearsal_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BenefitEvent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Turn = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RetractedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RetractedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BenefitEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BenefitEvent_FactDelivery_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "FactDelivery",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BenefitEvent_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Earnings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    NetCents = table.Column<long>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RetractedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RetractedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Earnings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Earnings_FactDelivery_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "FactDelivery",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Earnings_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Employment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RetractedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RetractedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Employment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Employment_FactDelivery_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "FactDelivery",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Employment_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Goal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Goals = table.Column<string>(type: "TEXT", nullable: false),
                    Highest = table.Column<string>(type: "TEXT", nullable: true),
                    Promising = table.Column<bool>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RetractedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RetractedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Goal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Goal_Experiment_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Goal_FactDelivery_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "FactDelivery",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Goal_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ParticipationEvent",
                columns: table => new
                {
                    ParticipantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Arm = table.Column<string>(type: "TEXT", nullable: true),
                    Channel = table.Column<string>(type: "TEXT", nullable: true),
                    RulesSha256 = table.Column<string>(type: "TEXT", nullable: true),
                    ProtocolVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Help = table.Column<string>(type: "TEXT", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Data = table.Column<string>(type: "TEXT", nullable: true),
                    CaseManagerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    LetterBatchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Retracts = table.Column<int>(type: "INTEGER", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "ParkedReentry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BenefitEventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ParkedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ResolvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParkedReentry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ParkedReentry_BenefitEvent_BenefitEventId",
                        column: x => x.BenefitEventId,
                        principalTable: "BenefitEvent",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaMark_ExperimentId_RecordedAt",
                table: "AgendaMark",
                columns: new[] { "ExperimentId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_BenefitEvent_DeliveryId",
                table: "BenefitEvent",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_BenefitEvent_PersonId_Turn_On",
                table: "BenefitEvent",
                columns: new[] { "PersonId", "Turn", "On" },
                unique: true,
                filter: "\"RetractedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Earnings_DeliveryId",
                table: "Earnings",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_Earnings_PersonId_Month_Source",
                table: "Earnings",
                columns: new[] { "PersonId", "Month", "Source" },
                unique: true,
                filter: "\"RetractedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Employment_DeliveryId",
                table: "Employment",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_Employment_PersonId_ValidFrom",
                table: "Employment",
                columns: new[] { "PersonId", "ValidFrom" },
                unique: true,
                filter: "\"RetractedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FactDelivery_MunicipalityId_Kind_ContentSha256",
                table: "FactDelivery",
                columns: new[] { "MunicipalityId", "Kind", "ContentSha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FactDelivery_MunicipalityId_Kind_Month",
                table: "FactDelivery",
                columns: new[] { "MunicipalityId", "Kind", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_FrozenTable_ExperimentId_CountDate",
                table: "FrozenTable",
                columns: new[] { "ExperimentId", "CountDate" });

            migrationBuilder.CreateIndex(
                name: "IX_Goal_DeliveryId",
                table: "Goal",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_Goal_ExperimentId_PersonId_On",
                table: "Goal",
                columns: new[] { "ExperimentId", "PersonId", "On" },
                unique: true,
                filter: "\"RetractedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Goal_PersonId",
                table: "Goal",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_JointExperiment_LeadExperimentId_PartnerMunicipalityId",
                table: "JointExperiment",
                columns: new[] { "LeadExperimentId", "PartnerMunicipalityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JointExperiment_PartnerExperimentId",
                table: "JointExperiment",
                column: "PartnerExperimentId");

            migrationBuilder.CreateIndex(
                name: "IX_JointExperiment_PartnerMunicipalityId",
                table: "JointExperiment",
                column: "PartnerMunicipalityId");

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
                name: "IX_ParkedReentry_BenefitEventId",
                table: "ParkedReentry",
                column: "BenefitEventId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ParkedReentry_MunicipalityId_ResolvedAt",
                table: "ParkedReentry",
                columns: new[] { "MunicipalityId", "ResolvedAt" });

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

            migrationBuilder.CreateIndex(
                name: "IX_Rehearsal_ExperimentId_StartedAt",
                table: "Rehearsal",
                columns: new[] { "ExperimentId", "StartedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgendaMark");

            migrationBuilder.DropTable(
                name: "ContributedUnit");

            migrationBuilder.DropTable(
                name: "CountedMonitor");

            migrationBuilder.DropTable(
                name: "Earnings");

            migrationBuilder.DropTable(
                name: "Employment");

            migrationBuilder.DropTable(
                name: "FrameContribution");

            migrationBuilder.DropTable(
                name: "FrozenTable");

            migrationBuilder.DropTable(
                name: "Goal");

            migrationBuilder.DropTable(
                name: "JointExperiment");

            migrationBuilder.DropTable(
                name: "LetterBatch");

            migrationBuilder.DropTable(
                name: "Meeting");

            migrationBuilder.DropTable(
                name: "ParkedReentry");

            migrationBuilder.DropTable(
                name: "ParticipationEvent");

            migrationBuilder.DropTable(
                name: "Rehearsal");

            migrationBuilder.DropTable(
                name: "BenefitEvent");

            migrationBuilder.DropTable(
                name: "Participant");

            migrationBuilder.DropTable(
                name: "FactDelivery");

            migrationBuilder.DropColumn(
                name: "ScreeningId",
                table: "Draw");
        }
    }
}
