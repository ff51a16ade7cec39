package org.supercargo.access;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.AuditAction;

/**
 * What happens to a person, and what the trail says about it.
 *
 * @param endsAdministrator whether an administrator is none afterwards
 * @param deed answers false when it was so already
 */
record Change(
    AuditAction action,
    @Nullable String detail,
    boolean endsAdministrator,
    Predicate<Person> deed) {
  static Change disabled() {
    return new Change(AuditAction.PERSON_DISABLED, null, true, Person::disable);
  }

  static Change enabled() {
    return new Change(AuditAction.PERSON_ENABLED, null, false, Person::enable);
  }

  static Change given(Role role) {
    return new Change(
        AuditAction.ROLE_CHANGED, "Role " + role, role != Role.ADMIN, p -> p.give(role));
  }

  static Change reset(PasswordHash hash) {
    return new Change(AuditAction.PASSWORD_RESET, null, false, p -> p.set(hash));
  }
}
