package org.supercargo.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The steps from an empty database to today's tables. */
@ApplicationScoped
class Migrations {
  @Resource(lookup = "java:app/jdbc/supercargo")
  private DataSource dataSource;

  void run() {
    flyway().migrate();
  }

  boolean areComplete() {
    return flyway().info().pending().length == 0;
  }

  String version() {
    return Optional.ofNullable(flyway().info().current())
        .map(MigrationInfo::getVersion)
        .map(Object::toString)
        .orElse("none");
  }

  private Flyway flyway() {
    return Flyway.configure(Migrations.class.getClassLoader()).dataSource(dataSource).load();
  }
}
