package org.supercargo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Probes ask often how far the database is: what is known for good is not looked up again. */
class MigrationsTest {
  private final JdbcDataSource database = new JdbcDataSource();
  private final AtomicInteger asked = new AtomicInteger();
  private final Migrations migrations = new Migrations();
  private boolean away;

  @BeforeEach
  void opens() {
    database.setURL(
        "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"
            .formatted(UUID.randomUUID()));
    migrations.dataSource =
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, args) -> {
                  asked.incrementAndGet();
                  if (away) {
                    throw new SQLException("away");
                  }
                  return method.invoke(database, args);
                });
  }

  @Test
  void asksNoMoreOnceTheDatabaseIsUpToDate() {
    migrations.run();
    Migrations.Standing first = migrations.standing();
    assertThat(first.complete()).isTrue();
    asked.set(0);
    for (int i = 0; i < 3; i++) {
      assertThat(migrations.standing()).isEqualTo(first);
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void asksAgainAsLongAsStepsAreMissing() {
    assertThat(migrations.standing()).isEqualTo(new Migrations.Standing("none", false));
    migrations.run();
    assertThat(migrations.standing().complete()).isTrue();
  }

  @Test
  void asksAgainAfterTheDatabaseWasAway() {
    migrations.run();
    away = true;
    assertThatThrownBy(migrations::standing).isInstanceOf(FlywayException.class);
    away = false;
    assertThat(migrations.standing().complete()).isTrue();
  }
}
