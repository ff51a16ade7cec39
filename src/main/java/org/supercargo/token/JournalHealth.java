package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a new pair could not be written down. */
@Readiness
@ApplicationScoped
class JournalHealth implements HealthCheck {
  @Inject Journal journal;

  @Override
  public HealthCheckResponse call() {
    boolean writable = journal.isWritable();
    return HealthCheckResponse.named("vault-journal")
        .status(writable)
        .withData("problem", writable ? "none" : journal.folder() + " can't be written")
        .build();
  }
}
