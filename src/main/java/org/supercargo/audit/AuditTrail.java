package org.supercargo.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the trail. Writing joins the caller's transaction, so a deed and its entry live
 * or die together.
 */
@ApplicationScoped
public class AuditTrail {
  /**
   * Appends one entry, stamped with the injected clock.
   *
   * @param subject what it was done to, in words people know: {@code UPS A1B2C3}, {@code person
   *     alice}
   * @param accountId the carrier account, when there is one
   * @param detail at most 1,000 characters; never a secret
   */
  public void write(
      Actor actor,
      AuditAction action,
      Outcome outcome,
      String subject,
      @Nullable Long accountId,
      @Nullable String detail) {
    throw new UnsupportedOperationException();
  }
}
