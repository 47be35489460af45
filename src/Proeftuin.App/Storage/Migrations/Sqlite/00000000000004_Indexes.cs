// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proeftuin.App.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Indexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Statement_MunicipalityId_Month",
                table: "Statement");

            migrationBuilder.DropIndex(
                name: "IX_Payment_MunicipalityId_Month",
                table: "Payment");

            migrationBuilder.DropIndex(
                name: "IX_Attention_MunicipalityId_Month",
                table: "Attention");

            migrationBuilder.CreateIndex(
                name: "IX_Statement_Month_MunicipalityId",
                table: "Statement",
                columns: new[] { "Month", "MunicipalityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Payment_Month_MunicipalityId",
                table: "Payment",
                columns: new[] { "Month", "MunicipalityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Income_PersonId",
                table: "Income",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Employment_PersonId",
                table: "Employment",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Earnings_PersonId",
                table: "Earnings",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_BenefitEvent_PersonId",
                table: "BenefitEvent",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Attention_Month_MunicipalityId",
                table: "Attention",
                columns: new[] { "Month", "MunicipalityId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Statement_Month_MunicipalityId",
                table: "Statement");

            migrationBuilder.DropIndex(
                name: "IX_Payment_Month_MunicipalityId",
                table: "Payment");

            migrationBuilder.DropIndex(
                name: "IX_Income_PersonId",
                table: "Income");

            migrationBuilder.DropIndex(
                name: "IX_Employment_PersonId",
                table: "Employment");

            migrationBuilder.DropIndex(
                name: "IX_Earnings_PersonId",
                table: "Earnings");

            migrationBuilder.DropIndex(
                name: "IX_BenefitEvent_PersonId",
                table: "BenefitEvent");

            migrationBuilder.DropIndex(
                name: "IX_Attention_Month_MunicipalityId",
                table: "Attention");

            migrationBuilder.CreateIndex(
                name: "IX_Statement_MunicipalityId_Month",
                table: "Statement",
                columns: new[] { "MunicipalityId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_Payment_MunicipalityId_Month",
                table: "Payment",
                columns: new[] { "MunicipalityId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_Attention_MunicipalityId_Month",
                table: "Attention",
                columns: new[] { "MunicipalityId", "Month" });
        }
    }
}
