package org.supercargo.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;

/** The steps from an empty database to today's tables. */
@ApplicationScoped
class Migrations {
  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource dataSource;

  private volatile @Nullable Standing complete;

  /**
   * How far the database is.
   *
   * @param version of its last step; {@code none} when it has none
   * @param complete whether it has every step that this release knows
   */
  record Standing(String version, boolean complete) {}

  void run() {
    flyway().migrate();
  }

  /**
   * Nobody takes steps back: once the database has them all it is not asked again. Probes come
   * every few seconds, and the history is long.
   */
  Standing standing() {
    Standing known = complete;
    if (known != null) {
      return known;
    }
    Standing now = read();
    complete = now.complete() ? now : null;
    return now;
  }

  private Standing read() {
    MigrationInfoService info = flyway().info();
    String version =
        Optional.ofNullable(info.current())
            .map(MigrationInfo::getVersion)
            .map(Object::toString)
            .orElse("none");
    return new Standing(version, info.pending().length == 0);
  }

  private Flyway flyway() {
    return Flyway.configure(Migrations.class.getClassLoader()).dataSource(dataSource).load();
  }
}
