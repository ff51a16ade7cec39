package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** The readiness of a node that has just been started. */
@ApplicationScoped
public class FreshHealth {
  @Inject KeyProviders providers;
  @Inject Register register;
  @Inject @Any Instance<SealedRows> rows;

  public HealthCheckResponse call() {
    SealingHealth health = new SealingHealth();
    health.providers = providers;
    health.register = register;
    health.rows = rows;
    return health.call();
  }
}
