package org.supercargo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
  @Test
  void keepsALineALine() {
    AuditEntry entry = entry("UPS A1\r\n2026 admin DONE", "\u202Eevil\u0000\u2028detail");

    assertThat(entry).extracting("subject").isEqualTo("UPS A1  2026 admin DONE");
    assertThat(entry).extracting("detail").isEqualTo("evil  detail");
  }

  @Test
  void cutsWhatIsTooLongForItsColumn() {
    AuditEntry entry = entry("s".repeat(201), "🚢".repeat(1_001));

    assertThat((String) field(entry, "subject")).hasSize(200).endsWith("s…");
    assertThat((String) field(entry, "detail"))
        .satisfies(detail -> assertThat(detail.codePointCount(0, detail.length())).isEqualTo(1_000))
        .endsWith("🚢…");
  }

  @Test
  void refusesToBeChangedOrRemoved() {
    assertThatThrownBy(() -> entry("x", null).refuse()).hasMessageContaining("append-only");
  }

  @Test
  void hasNothingThatChangesIt() {
    assertThat(
            Arrays.stream(AuditEntry.class.getDeclaredMethods())
                .filter(
                    method -> !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()))
                .map(method -> method.getName()))
        .containsExactly("refuse");
  }

  private static Object field(AuditEntry entry, String name) {
    return assertThat(entry).extracting(name).actual();
  }

  private static AuditEntry entry(String subject, String detail) {
    return new AuditEntry(
        Instant.EPOCH,
        new Actor("admin", "192.0.2.1"),
        AuditAction.EXPORTED,
        Outcome.DONE,
        subject,
        null,
        detail);
  }
}
