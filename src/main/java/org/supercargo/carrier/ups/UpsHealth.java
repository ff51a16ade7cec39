package org.supercargo.carrier.ups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a setting that UPS needs is missing. */
@Readiness
@ApplicationScoped
class UpsHealth implements HealthCheck {
  @Inject UpsSettings settings;

  @Override
  public HealthCheckResponse call() {
    Optional<String> problem = settings.problem();
    return HealthCheckResponse.named("ups-settings")
        .status(problem.isEmpty())
        .withData("problem", problem.orElse("none"))
        .build();
  }
}
