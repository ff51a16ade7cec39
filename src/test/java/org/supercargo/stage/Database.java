package org.supercargo.stage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A database that the application may be pointed to. */
public record Database(String className, String url, String user, String password) {
  private static final String H2 =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";

  /** On this machine, its superuser being who the tests' own clusters make it. */
  public static Database postgresql(int port, String name) {
    String url = "jdbc:postgresql://localhost:%d/%s".formatted(port, name);
    return new Database("org.postgresql.ds.PGSimpleDataSource", url, "postgres", "postgres");
  }

  /** In a file that need not be there yet; one process at a time may open it. */
  public static Database h2(Path file) {
    String url = "jdbc:h2:file:" + file.toAbsolutePath() + H2;
    return new Database("org.h2.jdbcx.JdbcDataSource", url, "supercargo", "supercargo");
  }

  /** The same database, reached through a wire. */
  public Database through(Wire wire) {
    return new Database(
        className, url.replaceFirst("localhost:\\d+", "localhost:" + wire.port()), user, password);
  }

  /** Where it listens, for a wire to lead to. */
  public int port() {
    return java.net.URI.create(url.substring("jdbc:".length())).getPort();
  }

  Map<String, String> settings() {
    return Map.of("db.class", className, "db.url", url, "db.user", user, "db.password", password);
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
