package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only with a key set that opens what this database holds. */
@Readiness
@ApplicationScoped
class SealingHealth implements HealthCheck {
  @Inject SealingKeys keys;
  @Inject Grants grants;
  private volatile boolean opened;

  @Override
  public HealthCheckResponse call() {
    Optional<String> problem = keys.problem().or(this::newestDoesNotOpen);
    return HealthCheckResponse.named("sealing-key")
        .status(problem.isEmpty())
        .withData("problem", problem.orElse("none"))
        .build();
  }

  private Optional<String> newestDoesNotOpen() {
    if (opened) {
      return Optional.empty();
    }
    try {
      grants.openNewest();
      opened = true;
      return Optional.empty();
    } catch (NotOpened wrongKey) {
      return Optional.of(String.valueOf(wrongKey.getMessage()));
    } catch (RuntimeException databaseAway) {
      return Optional.of("can't be checked while the database is away");
    }
  }
}
