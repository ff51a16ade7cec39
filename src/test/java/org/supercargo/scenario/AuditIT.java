package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Staff.Hired;

class AuditIT extends InBrowser {
  @Test
  void tellsWhoDidWhatWhenAndFromWhere() {
    Visitor admin = Staff.admin(visitor());
    Hired person = Staff.hires(admin, "SHIPPER");
    finds(admin, person.name());

    assertThat(admin.page().locator(".sc-table tbody tr")).hasCount(1);
    assertThat(admin.page().locator(".sc-table tbody tr")).containsText(new String[] {"admin"});
    String row = admin.page().locator(".sc-table tbody tr").innerText();
    assertThat(row).contains("Person added", "person " + person.name(), "Done", "Role SHIPPER");
    assertThat(row).containsPattern("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1").containsPattern("CES?T");
  }

  @Test
  void showsAndExportsTextThatTriesToBeMore() throws Exception {
    String mark = UUID.randomUUID().toString();
    writes(
        "=HYPERLINK(\"http://supercargo.example\") " + mark,
        "<script>alert('" + mark + "')</script>");
    Visitor admin = Staff.admin(visitor());
    admin.page().onDialog(dialog -> admin.console().add("error: a script ran"));
    finds(admin, mark);

    assertThat(admin.page().locator(".sc-table tbody")).containsText("<script>alert('" + mark);
    assertThat(admin.console()).noneMatch(line -> line.startsWith("error"));
    Download file = admin.page().waitForDownload(() -> admin.clicks("audit:export"));
    String csv = Files.readString(file.path());
    assertThat(file.suggestedFilename()).isEqualTo("audit.csv");
    assertThat(csv).contains("\"'=HYPERLINK(").contains("<script>alert('" + mark);
    assertThat(csv.lines()).as("what is filtered, not all").hasSize(2);
  }

  @Test
  void filtersByTheTimeOfTheUsersZone() {
    Visitor admin = Staff.admin(visitor());
    admin.opens("/audit");
    admin.letsBeAnswered(
        () -> {
          admin.types("audit:from", "2999-12-31T23:59");
          admin.at("audit:from").blur();
        });

    assertThat(admin.page().locator(".sc-table")).containsText("No entries");
    admin.clicks("audit:clear");
    assertThat(admin.page().locator(".sc-table")).not().containsText("No entries");
    assertThat(admin.at("zone")).containsText("Europe/Berlin");
  }

  @Test
  void letsAnAuditorReadIt() {
    Hired auditor = Staff.hires(Staff.admin(visitor()), "AUDITOR");
    Visitor visitor = Staff.signsIn(visitor(), auditor);
    finds(visitor, auditor.name());

    assertThat(visitor.page().locator(".sc-table")).containsText("Signed in");
  }

  private static void finds(Visitor visitor, String text) {
    visitor.opens("/audit");
    visitor.letsBeAnswered(() -> visitor.types("audit:text", text));
  }

  private void writes(String subject, String detail) throws Exception {
    try (Connection connection = installation().database().connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into audit_entry (at, actor, action, subject, outcome, detail)"
                    + " values (current_timestamp, 'somebody', 'EXPORTED', ?, 'DONE', ?)")) {
      insert.setString(1, subject);
      insert.setString(2, detail);
      insert.executeUpdate();
    }
  }
}
