package org.supercargo.stage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, one per JVM, with as many databases as are asked for. */
public final class Postgres {
  private static final AtomicInteger MADE = new AtomicInteger();

  private Postgres() {}

  /** A new, empty database. */
  public static Database newDatabase() {
    String name = "supercargo_" + MADE.incrementAndGet();
    try (var connection = Running.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Database.postgresql(Running.SERVER.getPort(), name);
  }

  /** Started by the first who asks, stopped when the JVM ends. */
  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
