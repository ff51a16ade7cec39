package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only with the keys that open what this database holds. */
@Readiness
@ApplicationScoped
class SealingHealth implements HealthCheck {
  @Inject KeyProviders providers;
  @Inject Register register;
  @Inject @Any Instance<SealedRows> rows;
  private volatile boolean opened;

  @Override
  public HealthCheckResponse call() {
    Optional<String> problem = problem();
    return HealthCheckResponse.named("sealing-key")
        .status(problem.isEmpty())
        .withData("problem", problem.orElse("none"))
        .build();
  }

  Optional<String> problem() {
    try {
      TreeSet<String> missing = new TreeSet<>(register.needed());
      missing.removeAll(providers.known());
      if (!missing.isEmpty()) {
        return Optional.of("missing: key " + String.join(", key ", missing));
      }
      if (!opened) {
        rows.forEach(SealedRows::openNewest);
        opened = true;
      }
      return Optional.empty();
    } catch (NotOpened wrongKey) {
      return Optional.of(String.valueOf(wrongKey.getMessage()));
    } catch (RuntimeException databaseAway) {
      return Optional.of("can't be checked while the database is away");
    }
  }
}
