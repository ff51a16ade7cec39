package org.supercargo.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.api.FlywayException;

/** Ready only while the database has every step that this release knows. */
@Readiness
@ApplicationScoped
class MigrationsHealth implements HealthCheck {
  @Inject private Migrations migrations;

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("migrations");
    try {
      Migrations.Standing now = migrations.standing();
      return answer.withData("at", now.version()).status(now.complete()).build();
    } catch (FlywayException unreadable) {
      return answer.down().build();
    }
  }
}
